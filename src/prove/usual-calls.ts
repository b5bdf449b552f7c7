import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { addBits, common, isEmpty, noBits, without, type Bits } from './bits.ts';
import type { Maze, Passage } from './maze.ts';
import type { End, GoodEnd } from './move.ts';
import type { Scenario } from './scenario.ts';
import { spread, type Ending } from './spread.ts';
import { keysOf } from './tell.ts';

/** Whether something goes wrong on a passage: a failure, a wait that is too long, no answer. */
function goesWrong({ actions, missed, status }: Passage): boolean {
  const first = actions[0]?.do;
  return (
    missed !== undefined ||
    status !== undefined ||
    first === 'fail' ||
    first === 'error' ||
    first === 'overflow'
  );
}

/** The worlds in which a call can go on from a spot without anything going wrong. */
function goodWorlds(passages: readonly Passage[], everywhere: Bits): Bits {
  const good = noBits(everywhere.length * 32);
  for (const { when } of passages) addBits(good, when ?? everywhere);
  return good;
}

/**
 * The passages of a spot when all goes as well as it can: none that goes wrong, unless nothing else is
 * left in a world. Callers answer what they are asked.
 */
function usualPassages(passages: readonly Passage[], everywhere: Bits): readonly Passage[] {
  const good = passages.filter((passage) => !goesWrong(passage));
  const left = without(everywhere, goodWorlds(good, everywhere));
  if (isEmpty(left)) return good;
  const forced = passages
    .filter((passage) => goesWrong(passage))
    .map((passage) => ({ ...passage, when: common(passage.when ?? everywhere, left) }))
    .filter(({ when }) => !isEmpty(when));
  return [...good, ...forced];
}

const services = {
  task: 'task',
  transfer: 'number',
  voicemail: 'voicemail',
  callback: 'callback',
} as const satisfies Partial<Record<NodeKind, GoodEnd['by']>>;

/** Callers have got what they came for once a service is done: what is said then is no other end. */
function served(flow: CallFlow, id: NodeId, passage: Passage): Passage {
  const { node } = flow.graph.node(id);
  const first = passage.actions[0]?.do;
  if (passage.end !== undefined || (first !== 'succeed' && first !== 'next')) return passage;
  if (node.kind === 'task' && node.selfService !== true) return passage;
  const by = node.kind in services ? services[node.kind as keyof typeof services] : undefined;
  if (by === undefined) return passage;
  return { ...passage, to: -1, end: { ends: 'well', by, node: id } };
}

const made = new WeakMap<Scenario, Maze>();

/** The maze of a scenario for callers to whom nothing happens that needn't. */
export function usualMaze(scenario: Scenario, flow: CallFlow): Maze {
  const known = made.get(scenario);
  if (known !== undefined) return known;
  const { maze, conditions } = scenario;
  const { everywhere } = conditions;
  const passages = maze.passages.map((ways, spot) => {
    const node = maze.spots[spot]?.node;
    const usual = usualPassages(ways, everywhere);
    return node === undefined ? usual : usual.map((passage) => served(flow, node, passage));
  });
  const usual = { ...maze, passages };
  made.set(scenario, usual);
  return usual;
}

/** What callers mean to do: the entry that they dial and the keys that they press. */
export interface Intention {
  readonly entry: number;
  readonly keys: readonly string[];
}

/** Where all callers of a usual maze end, by the shortest keys. */
export function usualEndings(maze: Maze, everywhere: Bits): readonly Ending[] {
  const seeds = maze.entrances.flatMap(({ entry, spot, end }) =>
    end === undefined
      ? [{ spot, bits: everywhere, effort: 0, before: undefined, passage: undefined, entry }]
      : [],
  );
  return spread(maze, seeds, everywhere.length * 32, ({ when }) => when).endings;
}

/** What becomes of callers who keep to what they mean to do. */
export type Became =
  | { readonly kind: 'ended'; readonly end: End }
  /** They are asked something that they can't answer. */
  | { readonly kind: 'asked'; readonly spot: number };

/** Whether the next of the caller's keys are those of a passage; how many they are. */
function taken({ actions }: Passage, keys: readonly string[], from: number): number | undefined {
  const own = keysOf(actions);
  return own.every((key, index) => keys[from + index] === key) ? own.length : undefined;
}

/** Follows callers with one intention through a usual maze: what becomes of them, and in which worlds. */
export function followIntention(
  maze: Maze,
  { entry, keys }: Intention,
  everywhere: Bits,
): readonly { readonly became: Became; readonly bits: Bits }[] {
  const found: { became: Became; bits: Bits }[] = [];
  const been = new Map<string, Bits>();
  const waiting: { spot: number; at: number; bits: Bits }[] = maze.entrances.flatMap((one) =>
    one.entry === entry && one.end === undefined
      ? [{ spot: one.spot, at: 0, bits: everywhere }]
      : [],
  );
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { spot, at } = here;
    const key = `${spot} ${at}`;
    const known = been.get(key) ?? noBits(everywhere.length * 32);
    been.set(key, known);
    const bits = without(here.bits, known);
    if (isEmpty(bits)) continue;
    addBits(known, bits);
    let answered = bits.slice().fill(0);
    for (const passage of maze.passages[spot] ?? []) {
      const steps = taken(passage, keys, at);
      const on = passage.when === undefined ? bits : common(bits, passage.when);
      if (steps === undefined || isEmpty(on)) continue;
      const all = answered.slice();
      addBits(all, on);
      answered = all;
      const { end, to } = passage;
      if (end === undefined) waiting.push({ spot: to, at: at + steps, bits: on });
      else found.push({ became: { kind: 'ended', end }, bits: on });
    }
    const lost = without(bits, answered);
    if (!isEmpty(lost)) found.push({ became: { kind: 'asked', spot }, bits: lost });
  }
  return found;
}
