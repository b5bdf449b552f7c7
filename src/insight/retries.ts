import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** What went wrong at a node that asks callers for something, and how often they came back to it. */
export interface Retries {
  readonly node: NodeId;
  /** Times that the node asked: visits, and once more for each silence or entry not known that it answered itself. */
  readonly asked: number;
  /** Silences and unknown entries, of the times that it asked. */
  readonly noInput: Rate;
  readonly noMatch: Rate;
  /** Calls with at least one of the two, of the calls that came. */
  readonly trouble: Rate;
  /** Times that callers chose to hear it again, and to go back. */
  readonly repeats: number;
  readonly backs: number;
  /** Calls that came to the node more than once otherwise, of the calls that came. */
  readonly loops: Rate;
}

const asking: ReadonlySet<string> = new Set(['menu', 'collect']);

/** A log that tells more silences than questions must not break the rate. */
const atMost = (count: number, of: number): Rate => rateOf(Math.min(count, of), of);

interface Counts {
  trouble: number;
  repeats: number;
  backs: number;
  loops: number;
}

/** Silence, unknown entries, repeats, ways back and loops of every menu and collect node, in script order. */
export function retriesOf(
  flow: CallFlow,
  { nodes, edges, paths }: Pick<Replay, 'nodes' | 'edges' | 'paths'>,
): readonly Retries[] {
  const counts = new Map<NodeId, Counts>();
  const does = new Map<NodeId, readonly ('repeat' | 'back' | undefined)[]>();
  for (const { id, kind, node } of flow.nodes) {
    if (asking.has(kind)) counts.set(id, { trouble: 0, repeats: 0, backs: 0, loops: 0 });
    if (node.kind === 'menu')
      does.set(
        id,
        node.options.map((option) => option.do),
      );
  }
  const add = (ids: Iterable<NodeId>, key: keyof Counts, calls: number): void => {
    for (const id of ids) {
      const count = counts.get(id);
      if (count !== undefined) count[key] += calls;
    }
  };
  for (const { visits, choices, noInputs, noMatches, calls } of paths) {
    if (noInputs.length > 0 || noMatches.length > 0)
      add(new Set([...noInputs, ...noMatches]), 'trouble', calls);
    const times = new Map<NodeId, number>();
    for (const id of visits) times.set(id, (times.get(id) ?? 0) + 1);
    for (const { menu, option } of choices) {
      const doing = does.get(menu)?.[option];
      if (doing === undefined) continue;
      add([menu], doing === 'repeat' ? 'repeats' : 'backs', calls);
      if (doing === 'repeat') times.set(menu, (times.get(menu) ?? 1) - 1);
    }
    for (const [id, often] of times) if (often > 1) add([id], 'loops', calls);
  }
  const givenUp = new Map<NodeId, number>();
  for (const { edge, taken } of edges) {
    if (edge.trigger === 'noInput' || edge.trigger === 'noMatch')
      givenUp.set(edge.from, (givenUp.get(edge.from) ?? 0) + taken);
  }
  return nodes.flatMap(({ id, entered, visits, noInputs, noMatches }): readonly Retries[] => {
    const count = counts.get(id);
    if (count === undefined) return [];
    const asked = visits + Math.max(0, noInputs + noMatches - (givenUp.get(id) ?? 0));
    return [
      {
        node: id,
        asked,
        noInput: atMost(noInputs, asked),
        noMatch: atMost(noMatches, asked),
        trouble: atMost(count.trouble, entered),
        repeats: count.repeats,
        backs: count.backs,
        loops: atMost(count.loops, entered),
      },
    ];
  });
}

/** Where callers stay silent, press what isn't known, or go round. */
export const retriesInsight = defineInsight({
  id: 'retries',
  title: 'Silence, unknown keys and rounds',
  question: 'Where do callers not know what to press, or come back to a node?',
  definition:
    'Silences and unknown entries: out of the times that the node asked (each retry asks again). Calls with either: out of the calls that came to the node. Came back: calls that came to the node again for another reason than to hear it once more, out of the same calls.',
  source:
    'no input and no match as in VoiceXML 2.0, 5.2.6; each attempt counts, so a retry does not inflate the rate',
  find({ flow, replay }) {
    const rows = retriesOf(flow, replay).filter(({ asked }) => asked > 0);
    const columns = {
      node: 'node',
      asked: ['asked', 'count'],
      noInput: ['no input', 'rate'],
      noMatch: ['no match', 'rate'],
      trouble: ['calls with either', 'rate'],
      repeats: ['heard again', 'count'],
      backs: ['went back', 'count'],
      loops: ['calls that came again', 'rate'],
    } as const;
    return { tables: [tableOf('nodes', 'By node', columns, rows)] };
  },
});
