import { nodeOf } from '../../flow/call-flow.ts';
import { retryPolicy } from '../../flow/retry-policy.ts';
import { quantileOf } from '../../insight/quantile.ts';
import { timeNodes, type TimedNode } from '../../insight/timing/timing-of.ts';
import { defaultSpeechFigures } from '../../prompt/speech-figures.ts';
import { grouped, plural } from '../../source/plural.ts';
import type { ScriptEdit } from '../script-edit.ts';
import { isProtected } from '../ground.ts';
import type { Help, HelpFacts } from './help.ts';

/** Fewer presses after the last word say little of how long callers take (judgement). */
const fewestLate = 100;
/** The shortest wait that is proposed, and the longest: defaults of platforms, 5 s and 10 s. */
const shortest = 5;
const longest = 10;
/** Waits are changed by no less than this (judgement), and made longer by this at a time. */
const step = 2;
/** With this share of the late presses in the last second, others surely come too late (judgement). */
const manyAtTheEnd = 0.1;

/** Another wait for a node, on the node itself: what others share is left alone. */
function waitEdit(facts: HelpFacts, { id }: TimedNode['node'], to: number): ScriptEdit | undefined {
  const node = nodeOf(facts.flow, id)?.node;
  if (node?.kind !== 'menu') return undefined;
  const at = ['nodes', id];
  if (node.noInput === undefined)
    return { edit: 'field', at, field: 'noInput', before: undefined, after: { wait: to } };
  const { wait } = node.noInput;
  return { edit: 'field', at: [...at, 'noInput'], field: 'wait', before: wait, after: to };
}

function helpAt(facts: HelpFacts, timed: TimedNode): Help | undefined {
  const { node, heard, decisions, hearings } = timed;
  const now = nodeOf(facts.flow, node.id)?.node;
  if (now?.kind !== 'menu' || isProtected(now) || decisions === undefined) return undefined;
  if (!heard.timeline.isKnown || heard.mixedLanguages > 0) return undefined;
  const from = retryPolicy(facts.flow.script, now, 'noInput').wait;
  const late = hearings.flatMap(({ again, end, seconds, times }) =>
    again === undefined && end === 'chose' && seconds > decisions.saidBy
      ? [{ value: seconds - decisions.saidBy, times }]
      : [],
  );
  const count = late.reduce((sum, { times }) => sum + times, 0);
  const slowest = quantileOf(late, 0.99)?.value;
  if (count < fewestLate || slowest === undefined) return undefined;
  const silent = hearings.reduce((sum, { end, times }) => sum + (end === 'silent' ? times : 0), 0);
  const atTheEnd = late.reduce(
    (sum, { value, times }) => sum + (value > from - 1 && value <= from ? times : 0),
    0,
  );
  const needed = Math.max(shortest, Math.ceil(slowest) + 1);
  const isShort = atTheEnd >= manyAtTheEnd * count && from + step <= longest;
  const isLong = !isShort && silent > 0 && needed <= from - step;
  if (!isShort && !isLong) return undefined;
  const to = isShort ? from + step : needed;
  const edit = waitEdit(facts, node, to);
  if (edit === undefined) return undefined;
  const grounds = isShort
    ? [
        `${grouped(atTheEnd)} of the ${grouped(count)} presses after the last word come in the last second of the wait, so others probably come too late`,
        'it is unknown how many silent callers would press in time',
      ]
    : [
        `99 of 100 presses after the last word come within ${slowest.toFixed(1)} s (${grouped(count)} presses)`,
        `${plural(silent, 'time')} a caller was silent and waited ${from} s`,
      ];
  return {
    change: {
      about: { kind: 'time-out', node: node.id, from, to },
      summary: `noInput.wait: ${from} s → ${to} s`,
      ...{ edits: [edit], moves: [], byHand: [] },
    },
    grounds,
  };
}

/** Waits for a key that are too short for those who press late, or too long for those who never do. */
export function proposeTimeOuts(facts: HelpFacts): readonly Help[] {
  const { log, replay, flow } = facts;
  if (log === undefined) return [];
  return timeNodes({ flow, log, replay }, defaultSpeechFigures).flatMap(
    (timed) => helpAt(facts, timed) ?? [],
  );
}
