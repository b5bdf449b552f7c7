import type { CallEvent } from '../../src/calls/call-event.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { cumulativeIncidence } from '../../src/insight/cumulative-incidence.ts';
import { decisionTime } from '../../src/insight/timing/decisions.ts';
import { optionUse } from '../../src/insight/timing/option-use.ts';
import { hearingsOf } from '../../src/insight/timing/hearings.ts';
import { timingOf } from '../../src/insight/timing/timing-of.ts';
import { rateOf } from '../../src/insight/rate.ts';
import type { NodeId } from '../../src/script/names.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { insightInputOf } from './insights-of.ts';
import { flowOf } from './script-of.ts';

/**
 * A menu whose callers do what is planted, part by part: recordings of known lengths, so that what is being
 * said in which second is certain.
 */
const lengths = [4, 5, 3, 6, 4] as const;
const head = 2;
const silence = 0.5;
const options = lengths.map(
  (length, index) =>
    `      - {key: "${index + 1}", ${index === 4 ? 'role: agent, ' : ''}to: done, say: {recording: o${index}, length: ${length}s}}`,
);
export const plantedFlow: CallFlow = flowOf(`
  menu:
    kind: menu
    say: {recording: head, length: ${head}s}
    noInput: {wait: 5s, attempts: 1, to: done}
    options:
${options.join('\n')}
  done: {kind: hangup}
`);

/** What callers do while an option is said, of those who hear it begin. */
export const planted = {
  /** The share that hangs up in it. */
  leaves: [0.02, 0.01, 0.08, 0.03, 0.02],
  /** The share that chooses the option before it; nobody but one in 2,000 wants the third. */
  chooses: [0, 0.2, 0.25, 0.0005, 0.3],
  /** The share that asks for a person while the first option is said. */
  early: 0.06,
  /** Of those left at the end: the share that asks for a person then. */
  late: 0.5,
} as const;

/** The rows of so many calls. */
function plantedCalls(calls: number, seed: number): readonly CallEvent[] {
  const random = randomFrom(seed, 'planted');
  const events: CallEvent[] = [];
  for (let call = 0; call < calls; call += 1) {
    const start = Date.UTC(2026, 2, 2) + call * 60_000;
    const tell = (event: CallEvent['event'], after: number, node = 'menu', value = ''): void => {
      events.push({ call: `c${call}`, at: start + Math.round(after * 1000), event, node, value });
    };
    tell('start', 0, '');
    tell('enter', 0);
    let clock = silence + head;
    let isOver = false;
    const press = (key: number, at: number): void => {
      isOver = true;
      tell('input', at, 'menu', String(key));
      tell('enter', at, 'done');
      tell('disconnect', at, 'done');
    };
    for (const [index, length] of lengths.entries()) {
      const draw = random.next();
      const at = clock + random.next() * length;
      const leaves = planted.leaves[index] ?? 0;
      const chooses = leaves + (index === 0 ? planted.early : (planted.chooses[index] ?? 0));
      if (draw < leaves) {
        isOver = true;
        tell('hangup', at);
      } else if (draw < chooses) press(index === 0 ? 5 : index, at);
      if (isOver) break;
      clock += length;
    }
    if (isOver) continue;
    if (random.chance(planted.late)) press(5, clock + random.next() * 4);
    else {
      tell('noinput', clock + 5);
      tell('enter', clock + 5, 'done');
      tell('disconnect', clock + 5, 'done');
    }
  }
  return events;
}

/** The share of callers who hear an option begin, and what was planted for them, by multiplying. */
function reached(option: number): number {
  return lengths.slice(0, option).reduce((share, _, index) => {
    const chooses = index === 0 ? planted.early : (planted.chooses[index] ?? 0);
    return share * (1 - (planted.leaves[index] ?? 0) - chooses);
  }, 1);
}

/** One estimate with its interval, against what was planted. */
export interface Recovered {
  readonly what: string;
  readonly truth: number;
  readonly low: number;
  readonly high: number;
}

/** What the insights say of planted calls, each beside the truth. */
export function recover(calls: number, seed: number): readonly Recovered[] {
  const input = insightInputOf(plantedFlow, plantedCalls(calls, seed));
  const [menu] = timingOf(input);
  if (menu === undefined) throw new Error('the menu should have been heard');
  const found: Recovered[] = [];
  const rate = (what: string, truth: number, count: number, of: number): void => {
    const { low = 0, high = 1 } = rateOf(count, of);
    found.push({ what, truth, low, high });
  };
  for (const [option] of lengths.entries()) {
    const part = menu.heard.parts.find((one) => one.option === option);
    if (part === undefined) continue;
    const truth = planted.leaves[option] ?? 0;
    rate(`hang-ups while option ${option + 1} is said`, truth, part.ended.left, part.heard);
  }
  const lost = cumulativeIncidence(
    menu.hearings.map(({ seconds, times, end }) => ({ at: seconds, times, cause: end })),
    'left',
  ).at(-1);
  const everLeaves = lengths.reduce(
    (sum, _, option) => sum + reached(option) * (planted.leaves[option] ?? 0),
    0,
  );
  if (lost !== undefined)
    found.push({ what: 'hang-ups in all', truth: everLeaves, ...lost.interval });
  const presses = menu.hearings.filter(({ option }) => option === 4);
  const count = (list: typeof presses) => list.reduce((sum, { times }) => sum + times, 0);
  const early = presses.filter(({ seconds }) => seconds < silence + head + lengths[0]);
  const person = planted.early + reached(5) * planted.late;
  rate(
    'early among those who ask for a person',
    planted.early / person,
    count(early),
    count(presses),
  );
  for (const option of [0, 1, 3]) {
    const own = menu.decisions?.options[option];
    const middle = own === undefined ? undefined : decisionTime(own);
    if (middle === undefined) continue;
    const { low, high } = middle;
    const truth = (lengths[option + 1] ?? 0) / 2;
    found.push({ what: `decision time of option ${option + 1}`, truth, low, high });
  }
  return found;
}

/** The share that wants the dead option, and the most that it can be by the calls. */
export function recoverDead(
  calls: number,
  seed: number,
): { readonly truth: number; readonly atMost: number; readonly verdict: string } {
  const { flow, log, replay } = insightInputOf(plantedFlow, plantedCalls(calls, seed));
  const use = optionUse(flow, replay, hearingsOf(flow, log.dwell)).find(
    ({ node, option }) => node === ('menu' as NodeId) && option === 2,
  );
  const truth = reached(3) * planted.chooses[3];
  return { truth, atMost: use?.atMost ?? 0, verdict: use?.verdict ?? '' };
}

/** How often intervals hold the truth, over seeds, by what was planted. */
export function coverage(calls: number, seeds: readonly number[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const seed of seeds) {
    for (const { what, truth, low, high } of recover(calls, seed))
      held.set(what, (held.get(what) ?? 0) + (low <= truth && truth <= high ? 1 : 0));
    const { truth, atMost } = recoverDead(calls, seed);
    held.set(
      'bound of the dead option',
      (held.get('bound of the dead option') ?? 0) + (truth <= atMost ? 1 : 0),
    );
  }
  return new Map([...held].map(([what, times]) => [what, times / seeds.length]));
}
