import type {
  Evidence,
  ReasonGain,
  SecondsInterval,
  YearlySaving,
} from '../advice/evidence/evidence.ts';
import type { KeyChange } from '../advice/evidence/key-changes.ts';
import type { MissingGoal } from '../advice/errands/walk-errands.ts';
import type { WhatIf } from '../advice/what-if.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { nodeOf, nodeOfKind, type CallFlow } from '../flow/call-flow.ts';
import { optionLabel } from '../script/option-label.ts';
import { calibrationOrigin, measuredFigures } from './calibration-text.ts';
import { modelText } from './model-text.ts';
import { percent } from './numbers.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { seconds } from './saved-seconds.ts';
import { tableLines, type Cell } from './table.ts';

const mostReasons = 20;
const mostKeys = 10;
const mostGoals = 10;

const whole = (calls: number): string => grouped(Math.round(calls));
const callsOf = (calls: number): string => plural(Math.round(calls), 'call');

/** A saving in words: below zero it is a loss. */
function difference(value: number): string {
  return `${seconds(Math.abs(value), value)} s ${value < 0 ? 'more' : 'less'}`;
}

/** The interval of a difference, in the direction that the difference has. */
function rangeOf({ seconds: mean, low, high }: SecondsInterval): string {
  return mean < 0
    ? `${seconds(-high, mean)} to ${seconds(-low, mean)} s`
    : `${seconds(low, mean)} to ${seconds(high, mean)} s`;
}

const titleOf = ({ script }: CallFlow): string => cleanText(script.title ?? script.id);

function headLines(
  { before, after, calls, fittingCalls }: WhatIf,
  paint: Paint,
): readonly string[] {
  const share = calls === 0 ? '' : ` (${percent(fittingCalls / calls)})`;
  return [
    paint.bold(`${titleOf(after)}, with the calls of ${titleOf(before)}`),
    '',
    `${whole(fittingCalls)} of ${callsOf(calls)}${share} fit the menu that they were made on.`,
  ];
}

function savingLines(
  { seconds: means }: WhatIf,
  evidence: Evidence,
  paint: Paint,
): readonly string[] {
  if (means === undefined) return [];
  const { drawn, chanceOfGain } = evidence;
  const brush = evidence.seconds < 0 ? paint.red : paint.green;
  const chance =
    chanceOfGain > 0.9995
      ? 'above 99.9 %'
      : chanceOfGain < 0.0005
        ? 'below 0.1 %'
        : percent(chanceOfGain);
  return [
    `A call takes ${seconds(means.before, 1)} s of listening and pressing today and ${seconds(means.after, 1)} s with the proposed menu: ${paint.bold(brush(difference(evidence.seconds)))} (${rangeOf(evidence)}).`,
    `The interval is 95 %, from drawing ${drawn} again and again; the chance that anything is saved is ${chance}.`,
  ];
}

function fairnessLines(evidence: Evidence, paint: Paint): readonly string[] {
  const { better, worse, unchanged, worstHit, unknownReasons } = evidence;
  const worst =
    worstHit === undefined
      ? []
      : [
          `Worst hit: ${cleanText(worstHit.reason ?? '')}, ${difference(worstHit.seconds)} for ${callsOf(worstHit.calls)}.`,
        ];
  const { calls, share, least, most } = unknownReasons;
  const unknown =
    calls === 0
      ? []
      : [
          `${callsOf(calls)} (${percent(share)}) left before anything showed what they wanted: a call takes ${difference(least)} if all of them had the reason that gains least, ${difference(most)} if they had the one that gains most.`,
        ];
  return [
    '',
    paint.bold('Who gains and who loses'),
    `Sooner for ${percent(better)} of the calls, later for ${percent(worse)}, the same for ${percent(unchanged)}.`,
    ...worst,
    ...unknown,
  ];
}

function reasonLines({ reasons }: Evidence, paint: Paint): readonly string[] {
  const shown = reasons.slice(0, mostReasons);
  const row = ({ reason, calls, before, after, seconds: gain }: ReasonGain): readonly Cell[] => [
    { text: `  ${cleanText(reason ?? '(reason unknown)')}` },
    { text: whole(calls) },
    { text: seconds(before, 1) },
    { text: seconds(after, 1) },
    {
      text: seconds(-gain, 1),
      paint: gain < -0.05 ? paint.red : gain > 0.05 ? paint.green : paint.dim,
    },
  ];
  const head = ['  seconds a call, by reason', 'calls', 'today', 'proposed', 'change'];
  const cells = head.map((text) => ({ text, paint: paint.dim }));
  const others = reasons.length - shown.length;
  return [
    '',
    ...tableLines([cells, ...shown.map(row)], ['left', 'right', 'right', 'right', 'right']),
    ...(others > 0 ? [`  ${plural(others, 'other reason')}`] : []),
  ];
}

function goneLines({ before, unreachable, astray }: WhatIf, paint: Paint): readonly string[] {
  const nameOf = ({ goal, by }: MissingGoal): string => {
    const place = nodeOf(before, goal)?.node.title ?? goal;
    const menu = by === undefined ? undefined : nodeOfKind(before, by.menu, 'menu');
    const option = menu?.options[by?.option ?? -1];
    return cleanText(option === undefined ? place : `${optionLabel(option)} (${place})`);
  };
  const shown = unreachable.slice(0, mostGoals);
  const others = unreachable.length - shown.length;
  const gone =
    unreachable.length === 0
      ? []
      : [
          '',
          paint.bold('Not reached in the proposed menu'),
          ...shown.map((one) => `  ${paint.red(nameOf(one))}: ${callsOf(one.calls)}`),
          ...(others > 0 ? [`  and ${plural(others, 'other place')}`] : []),
          paint.dim('  No mean includes these calls.'),
        ];
  return astray === 0
    ? gone
    : [
        ...gone,
        '',
        `${callsOf(astray)} took a wrong turn, or left at a place that no longer exists or is different now: the nearest place before it is used.`,
      ];
}

const keysText = (keys: readonly string[]): string =>
  keys.length === 0 ? 'no key' : keys.map((key) => cleanText(key)).join(' ');

function keyLines({ keys }: Evidence, paint: Paint): readonly string[] {
  const heading = ['', paint.bold('Keys to unlearn')];
  if (keys.changes.length === 0)
    return [...heading, 'none: every call presses the keys that it pressed'];
  const shown = keys.changes.slice(0, mostKeys);
  const row = ({ reason, before, after, calls }: KeyChange): readonly Cell[] => [
    { text: `  ${cleanText(reason ?? '(reason unknown)')}` },
    { text: keysText(before) },
    { text: `→ ${keysText(after)}` },
    { text: whole(calls) },
  ];
  const head = ['', 'today', '  proposed', 'calls'].map((text) => ({ text, paint: paint.dim }));
  const others = keys.changes.slice(mostKeys).reduce((sum, { calls }) => sum + calls, 0);
  const habit =
    keys.habitualCallers === undefined
      ? ''
      : `, ${plural(keys.habitualCallers, 'caller')} of them twice or more`;
  return [
    ...heading,
    ...tableLines([head, ...shown.map(row)], ['left', 'left', 'left', 'right']),
    ...(others > 0 ? [`  ${callsOf(others)} in other ways`] : []),
    `${callsOf(keys.calls)} press other keys${habit}: tell callers who know the old keys.`,
  ];
}

function hoursOf({ hours: { mean, low, high } }: YearlySaving): string {
  const range = mean < 0 ? [-high, -low] : [low, high];
  const [from, to] = range.map(whole);
  return `${whole(Math.abs(mean))} hours of callers' time ${mean < 0 ? 'more' : 'less'} (${from ?? ''} to ${to ?? ''})`;
}

function doubtLines(evidence: Evidence, paint: Paint): readonly string[] {
  const { sensitivity, yearly, hangUps } = evidence;
  const year =
    yearly === undefined
      ? []
      : [
          '',
          paint.bold('In a year'),
          `${whole(yearly.calls)} calls (${yearly.basis === 'given' ? 'as given' : 'as many as in the log, in proportion'}): ${hoursOf(yearly)}, ${whole(Math.abs(yearly.trunkMinutes))} minutes of busy lines.`,
        ];
  const predicted =
    hangUps === undefined
      ? []
      : [
          `A model, not a measurement: ${seconds(Math.abs(hangUps.fewerPerThousand), 1)} ${hangUps.fewerPerThousand < 0 ? 'more' : 'fewer'} hang-ups in menus in 1,000 calls, if each second in a menu loses ${(hangUps.perSecond * 1000).toFixed(1)} of 1,000 callers as in this log.`,
        ];
  return [
    '',
    paint.bold('With other figures'),
    ...tableLines(
      sensitivity.map(({ assumption, seconds: value }) => [
        { text: `  ${assumption}` },
        { text: difference(value), ...(value < 0 ? { paint: paint.red } : {}) },
      ]),
      ['left', 'right'],
    ),
    ...year,
    ...predicted,
  ];
}

function basisLines({ before, model, calibration, unknownShare }: WhatIf): readonly string[] {
  const figures = calibration === undefined ? [] : measuredFigures(calibration);
  const other = calibration?.script === before.script.id ? '' : ' That is another menu.';
  return [
    ...(unknownShare === 0
      ? []
      : [
          `The length of ${percent(unknownShare)} of the prompts that would be said is not known and was assumed.`,
        ]),
    `${modelText(model)} Intervals cover chance only.`,
    ...(calibration === undefined
      ? []
      : [
          `Calibrated on ${calibrationOrigin(calibration)}: ${figures.map((parts) => parts.join(' ')).join('; ')}.${other}`,
        ]),
  ];
}

/**
 * What `ivr replay --as` prints for people: seconds a call before and after with the interval, who gains
 * and who loses by reason, what can't be reached any more, keys to unlearn, and what that rests on.
 */
export function whatIfToText(found: WhatIf, paint: Paint = plain): string {
  const { evidence, refusal } = found;
  const body =
    refusal !== undefined
      ? [paint.yellow(refusal.message), 'There is no result for the proposed menu.']
      : evidence === undefined
        ? [
            paint.yellow('No call reaches its goal in the proposed menu.'),
            ...goneLines(found, paint),
          ]
        : [
            ...savingLines(found, evidence, paint),
            ...fairnessLines(evidence, paint),
            ...reasonLines(evidence, paint),
            ...goneLines(found, paint),
            ...keyLines(evidence, paint),
            ...doubtLines(evidence, paint),
          ];
  const lines = [
    ...headLines(found, paint),
    ...body,
    '',
    ...basisLines(found).map((line) => paint.dim(line)),
  ];
  return `${lines.join('\n')}\n`;
}
