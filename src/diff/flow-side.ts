import { edgesFrom, type CallFlow, type FlowNode } from '../flow/call-flow.ts';
import type { Exit } from '../flow/node-exits.ts';
import { isImported } from '../script/is-imported.ts';
import { leavesOf } from './leaves-of.ts';

/** A way out of a node, by a name that tells it from the node's other ways. */
export interface NamedWay {
  readonly name: string;
  readonly node: number;
}

/** One of two flows, with what its nodes are compared by. Nodes count by their ids' order. */
export interface FlowSide {
  readonly nodes: readonly FlowNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** What each node says, apart from where it leads; equal texts say the same. */
  readonly contents: readonly string[];
  /** The words of that, to tell how much two nodes have in common. */
  readonly words: readonly ReadonlySet<string>[];
  readonly out: readonly (readonly NamedWay[])[];
  /** The ways that come in; entries are ways from nowhere, with -1. */
  readonly into: readonly (readonly NamedWay[])[];
  readonly isImported: readonly boolean[];
}

const led = new Set<string | number>(['to', 'success', 'failure', 'otherwise', 'error']);

/** Words of more than a page tell no more than a page does. */
const mostWords = 400;

function wordsOf(leaves: ReturnType<typeof leavesOf>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { path, text } of leaves) {
    const field = path.filter((name) => typeof name === 'string').join('.');
    if (field === 'kind') continue;
    for (const word of text.split(/\s+/)) {
      if (words.size < mostWords) words.add(`${field} ${word}`);
    }
  }
  return words;
}

/** Names the ways of a node one by one: by what takes them, and the second of equal ones apart. */
function namer(): (exit: Exit) => string {
  const taken = new Map<string, number>();
  return ({ trigger, value = '', path }) => {
    const owner = path[0] === 'defaults' ? ' of all' : '';
    const name = `${trigger} ${value}${owner}`;
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    return count === 0 ? name : `${name} ${count}`;
  };
}

/** Ways to names that no node has: they are a part of what a node says. */
function looseEnds(flow: CallFlow): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const { from, to, trigger, value = '' } of flow.loose) {
    if (to === undefined) continue;
    const end = `loose ${trigger} ${value} ${to}`;
    const others = ends.get(from);
    if (others === undefined) ends.set(from, [end]);
    else others.push(end);
  }
  return ends;
}

/** Prepares a flow for being matched with another. Linear in what it says. */
export function flowSide(flow: CallFlow): FlowSide {
  const nodes = [...flow.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map<string, number>(nodes.map(({ id }, index) => [id, index]));
  const into: NamedWay[][] = nodes.map(() => []);
  const leaves = nodes.map(({ node }) =>
    leavesOf(
      node,
      (name, path) =>
        (led.has(name) && path[0] !== 'raw') || (name === 'origin' && path.length === 0),
    ),
  );
  const loose = looseEnds(flow);
  const out = nodes.map(({ id }, from) => {
    const nameOf = namer();
    return edgesFrom(flow, id).flatMap((edge): readonly NamedWay[] => {
      const name = nameOf(edge);
      const node = indexOf.get(edge.to);
      // A way back follows from the others.
      if (node === undefined || edge.does === 'back') return [];
      into[node]?.push({ name, node: from });
      return [{ name, node }];
    });
  });
  const entries = new Map(
    flow.entries.map(({ start, number = '' }) => [`${start} ${number}`, { start, number }]),
  );
  for (const { start, number } of entries.values())
    into[indexOf.get(start) ?? -1]?.push({ name: `entry ${number}`, node: -1 });
  return {
    nodes,
    indexOf,
    contents: leaves.map((own, index) =>
      [
        ...own.map(({ path, text }) => `${path.join('.')} ${text}`),
        ...(loose.get(nodes[index]?.id ?? '') ?? []),
      ].join('\n'),
    ),
    words: leaves.map(wordsOf),
    out,
    into,
    isImported: nodes.map(({ node }) => isImported(node)),
  };
}
