import type { CallFlow } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import type { NodeId, QueueId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import { addBits, common, isEmpty, union, without, type Bits } from './bits.ts';
import { stillExample } from './counter-example.ts';
import type { Maze } from './maze.ts';
import type { GoodEnd } from './move.ts';
import type { CounterExample } from './proof.ts';
import { drilledSwitches, prepareProof, type ProveOptions } from './prepare-proof.ts';
import type { Reason } from './reason.ts';
import type { RootCause } from './root-causes.ts';
import { causesIn, hoursOf, walkScenario, type Scenario } from './scenario.ts';
import { keysOf } from './tell.ts';
import { followIntention, usualEndings, usualMaze, type Intention } from './usual-calls.ts';
import { actionsOf, wayOf } from './way.ts';

/** Where callers get to. */
export interface Destination {
  readonly by: GoodEnd['by'];
  readonly node: NodeId;
  readonly queue?: QueueId | undefined;
}

/** Callers who mean to get somewhere, and what becomes of them while something has failed. */
export interface DrilledWay {
  /** The entry that they dial, by its position in the script from 0. */
  readonly entry: number;
  readonly keys: readonly string[];
  readonly language: Language;
  readonly destination: Destination;
  /** Hours in which they get there while nothing has failed, in the time of the drill. */
  readonly hours: number;
  /** Out of these, the hours in which they still do. */
  readonly through: number;
  readonly elsewhere: readonly (Destination & { readonly hours: number })[];
  /** Hours in which they are asked something that they needn't answer before. */
  readonly asked: readonly { readonly node: NodeId; readonly hours: number }[];
  readonly cutOff: readonly {
    readonly reason: Reason;
    readonly node: NodeId;
    readonly hours: number;
  }[];
}

/** What one failure does to callers. */
export interface DrillResult {
  readonly drill: Drill;
  readonly ways: readonly DrilledWay[];
  /** Ends that are bad only while this has failed. */
  readonly counterExamples: readonly CounterExample[];
}

/** A destination, and the shortest keys to it. */
interface Aim extends Intention {
  readonly destination: Destination;
  readonly language: Language;
  readonly effort: number;
}

const nameOf = ({ by, node, queue }: Destination): string => `${by} ${node} ${queue ?? ''}`;

/** Everywhere that callers get to when all goes well, in each language by the shortest keys. */
function aimsOf(scenario: Scenario, flow: CallFlow): readonly Aim[] {
  const { conditions } = scenario;
  const aims = new Map<string, Aim>();
  const maze = usualMaze(scenario, flow);
  for (const ending of usualEndings(maze, conditions.everywhere)) {
    const { end, effort, entry, arrival } = ending;
    if (end.ends !== 'well') continue;
    const language = maze.spots[arrival?.spot ?? -1]?.language ?? '';
    const key = `${nameOf(end)} ${language}`;
    const before = aims.get(key);
    if (before !== undefined && before.effort <= effort) continue;
    const { by, node, queue } = end;
    const keys = keysOf(actionsOf(wayOf(ending)));
    aims.set(key, { entry, keys, language, destination: { by, node, queue }, effort });
  }
  return [...aims.values()];
}

/** Sets of worlds by what makes them one, each with its hours; the most hours first. */
function tally<Item>(
  { time }: Scenario,
  items: readonly (readonly [item: Item, bits: Bits])[],
  keyOf: (item: Item) => string,
): readonly (Item & { readonly hours: number })[] {
  const sums = new Map<string, { readonly item: Item; readonly bits: Bits }>();
  for (const [item, bits] of items) {
    const before = sums.get(keyOf(item))?.bits;
    sums.set(keyOf(item), { item, bits: before === undefined ? bits : union(before, bits) });
  }
  return [...sums.values()]
    .map(({ item, bits }) => ({ ...item, hours: hoursOf(time, bits) }))
    .sort((a, b) => b.hours - a.hours);
}

/** The worlds in which callers get where they mean to. */
function getThrough(scenario: Scenario, maze: Maze, aim: Aim): Bits {
  const { everywhere } = scenario.conditions;
  const within = everywhere.slice().fill(0);
  for (const { became, bits } of followIntention(maze, aim, everywhere)) {
    if (became.kind !== 'ended' || became.end.ends !== 'well') continue;
    if (nameOf(became.end) === nameOf(aim.destination)) addBits(within, bits);
  }
  return within;
}

/** What becomes of callers with one aim, in the worlds in which they get there while nothing has failed. */
function drillWay(
  flow: CallFlow,
  plain: Scenario,
  drilled: Scenario,
  aim: Aim,
): DrilledWay | undefined {
  const within = getThrough(plain, usualMaze(plain, flow), aim);
  if (isEmpty(within)) return undefined;
  const maze = usualMaze(drilled, flow);
  const { everywhere } = drilled.conditions;
  const elsewhere: (readonly [Destination, Bits])[] = [];
  const asked: (readonly [{ readonly node: NodeId }, Bits])[] = [];
  const cutOff: (readonly [{ readonly reason: Reason; readonly node: NodeId }, Bits])[] = [];
  let through = within;
  for (const { became, bits } of followIntention(maze, aim, everywhere)) {
    const on = common(within, bits);
    if (isEmpty(on)) continue;
    if (became.kind === 'asked') {
      const node = maze.spots[became.spot]?.node;
      if (node !== undefined) asked.push([{ node }, on]);
    } else if (became.end.ends === 'badly') {
      const { reason, node } = became.end;
      cutOff.push([{ reason, node }, on]);
    } else if (nameOf(became.end) === nameOf(aim.destination)) continue;
    else {
      const { by, node, queue } = became.end;
      elsewhere.push([{ by, node, queue }, on]);
    }
    // Where callers differ in what is known of them, it is told what becomes of the unlucky.
    through = without(through, on);
  }
  const { entry, keys, language, destination } = aim;
  return {
    entry,
    keys,
    language,
    destination,
    hours: hoursOf(plain.time, within),
    through: hoursOf(plain.time, through),
    elsewhere: tally(drilled, elsewhere, nameOf),
    asked: tally(drilled, asked, ({ node }) => node),
    cutOff: tally(drilled, cutOff, ({ reason, node }) => `${reason} ${node}`),
  };
}

/** Bad ends that a failure makes: new ones, and those that come at more hours than without it. */
function freshCauses(plain: Scenario, drilled: Scenario): readonly RootCause[] {
  const before = new Map(plain.causes.map(({ key, bits }) => [key, bits]));
  const endings = drilled.causes.flatMap((cause) => {
    const known = before.get(cause.key);
    if (known === undefined) return cause.endings;
    return cause.endings
      .map((ending) => ({ ...ending, bits: without(ending.bits, known) }))
      .filter(({ bits }) => !isEmpty(bits));
  });
  return causesIn(endings, drilled.time);
}

/**
 * What single failures do: for each drill in turn, what becomes of the callers who get somewhere while
 * nothing has failed, by the shortest keys to everywhere that they get to, and which ends are bad only
 * then. Callers keep to their keys; all else goes as well as it can. Throws as `proveFlow` does.
 */
export async function drillFlow(
  flow: CallFlow,
  directory: Directory | undefined,
  drills: readonly Drill[],
  options: ProveOptions = {},
): Promise<readonly DrillResult[]> {
  const telling = await prepareProof(flow, directory, options);
  const { subject } = telling;
  const plain = walkScenario(subject, { drills: [], emergencies: [] }, false);
  const aims = aimsOf(plain, flow);
  return drills.map((drill) => {
    const emergencies = drilledSwitches(subject, [drill]);
    const drilled = walkScenario(
      subject,
      { drills: [drill], emergencies, sameWorlds: true },
      false,
    );
    return {
      drill,
      ways: aims.flatMap((aim) => drillWay(flow, plain, drilled, aim) ?? []),
      counterExamples: freshCauses(plain, drilled)
        .filter(({ end }) => end.sure)
        .map((cause) => stillExample(telling, drilled, cause)),
    };
  });
}
