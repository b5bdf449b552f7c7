import { buildCallFlow } from '../flow/build-call-flow.ts';
import type { CallFlow, FlowEdge, FlowNode } from '../flow/call-flow.ts';
import type { Exit } from '../flow/node-exits.ts';
import type { NodeId } from '../script/names.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import { isSameDestination } from './comparison.ts';
import type { FlowDiff } from './diff-scripts.ts';
import type { Destination, Sides } from './difference.ts';
import { unionEntries, type UnionNames } from './union-entries.ts';
import { unionNode, type Marked } from './union-node.ts';

/** What became of a node or of a way: nothing, or it is only on one side. */
export type Change = 'added' | 'removed';

/** Both flows in one, to be laid out once: what stayed stands at one place. */
export interface UnionFlow {
  readonly flow: CallFlow;
  /** Nodes that only one side has. */
  readonly nodes: ReadonlyMap<string, Change>;
  /** Ways that only one side has, by their path in the union, its parts joined by `/`. */
  readonly ways: ReadonlyMap<string, Change>;
  /** Options whose words or settings changed, by the path of their way. */
  readonly changed: ReadonlySet<string>;
  /** The path of a way of a node of the union in the script before, below the node. */
  readonly oldWay: (id: string, path: string) => string;
  /** The id in the union of a node of the script before, or after. */
  readonly idOf: (id: Sides<NodeId | undefined>) => NodeId | undefined;
}

/** Names for all nodes: those of the new script, and free ones for what is gone. */
function unionNames({ flows, matching }: FlowDiff): UnionNames {
  const taken = new Set<string>(flows.after.byId.keys());
  const before = new Map<string, NodeId>();
  for (const { id } of flows.before.nodes) {
    const kept = matching.afterOf.get(id);
    let name = kept ?? id;
    for (let count = 1; kept === undefined && taken.has(name); count += 1)
      name = `${id}-gone${count === 1 ? '' : `-${count}`}` as NodeId;
    taken.add(name);
    before.set(id, name);
  }
  return { before: (id) => before.get(id) ?? id };
}

/** Ways of a node that aren't in its lists: they hold one target each. */
const singles = ({ exits, kind }: FlowNode): readonly Exit[] =>
  exits.filter(
    ({ option, trigger }) =>
      option === undefined && kind !== 'opaque' && !(kind === 'branch' && trigger === 'case'),
  );

const destinationOf = ({ to, does }: Exit): Destination => ({ to, does });

/** Ways that single fields had and have no more, to be drawn beside those that they have. */
function goneWays(diff: FlowDiff, { before, after }: Sides<FlowNode>): Sides<readonly Exit[]> {
  if (before.kind !== after.kind) return { before: before.exits, after: after.exits };
  const others = new Map(singles(after).map((exit) => [exit.trigger, exit]));
  const olds = new Map(singles(before).map((exit) => [exit.trigger, exit]));
  const isSame = (a: Exit | undefined, b: Exit | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    isSameDestination(diff, { before: destinationOf(a), after: destinationOf(b) });
  return {
    before: singles(before).filter(
      (exit) => exit.to !== undefined && !isSame(exit, others.get(exit.trigger)),
    ),
    after: singles(after).filter((exit) => !isSame(olds.get(exit.trigger), exit)),
  };
}

const keyOf = (path: Exit['path']): string => path.join('/');

/** Adds ways to a flow that its script can't say, since their fields lead elsewhere now. */
function withWays(flow: CallFlow, extra: ReadonlyMap<string, readonly Exit[]>): CallFlow {
  const leaving = new Map([...flow.leaving].map(([id, edges]) => [id, [...edges]]));
  const arriving = new Map([...flow.arriving].map(([id, edges]) => [id, [...edges]]));
  const loose = [...flow.loose];
  const nodes = flow.nodes.map((node) => {
    const exits = extra.get(node.id) ?? [];
    for (const exit of exits) {
      const target = flow.byId.get(exit.to ?? '')?.id;
      if (target === undefined) {
        loose.push(exit);
        continue;
      }
      const edge: FlowEdge = { ...exit, to: target };
      leaving.set(node.id, [...(leaving.get(node.id) ?? []), edge]);
      arriving.set(target, [...(arriving.get(target) ?? []), edge]);
    }
    return exits.length === 0 ? node : { ...node, exits: [...node.exits, ...exits] };
  });
  const byId = new Map(nodes.map((node) => [node.id as string, node]));
  return { ...flow, graph: flow.graph, nodes, byId, leaving, arriving, loose, answers: new Map() };
}

/** Options of which more changed than where they stand and lead. */
function changedOptions({ differences }: FlowDiff): ReadonlySet<string> {
  const quiet = new Set<string>(['option-key', 'target', 'option-added', 'option-removed']);
  return new Set(
    differences.flatMap((one) => {
      const { kind, owner, part } = one;
      if (owner.of !== 'node' || part?.of !== 'option' || quiet.has(kind)) return [];
      if (one.kind === 'prompt' && one.saysKey) return [];
      return [`${owner.id.after ?? ''} ${part.at.after ?? ''}`];
    }),
  );
}

/** Lays two flows over each other: every node and every way of both, each once. */
export function unionFlow(diff: FlowDiff): UnionFlow {
  const { flows, matching } = diff;
  const names = unionNames(diff);
  const from = { diff, names, changedOptions: changedOptions(diff) };
  const nodes = new Map<string, Change>();
  const ways = new Map<string, Change>();
  const changed = new Set<string>();
  const olds = new Map<string, string>();
  const extra = new Map<string, readonly Exit[]>();
  const union: [string, ScriptNode][] = [];
  const add = (id: NodeId, { node, marks }: Marked): void => {
    union.push([id, node]);
    for (const { path, mark, was } of marks) {
      const key = keyOf(['nodes', id, ...path]);
      if (mark === 'changed') changed.add(key);
      else if (mark !== undefined) ways.set(key, mark);
      if (was !== undefined) olds.set(key, keyOf(was));
    }
  };
  for (const after of flows.after.nodes) {
    const before = flows.before.byId.get(matching.beforeOf.get(after.id) ?? '');
    if (before === undefined) {
      nodes.set(after.id, 'added');
      add(after.id, { node: after.node, marks: [] });
      for (const { path } of after.exits) ways.set(keyOf(path), 'added');
      continue;
    }
    add(after.id, unionNode(from, { before, after }));
    const gone = goneWays(diff, { before, after });
    for (const { path } of gone.after) ways.set(`${after.id}:${keyOf(path)}`, 'added');
    const ghosts = gone.before.map((exit): Exit => ({
      ...exit,
      from: after.id,
      to:
        exit.does === 'repeat'
          ? after.id
          : exit.to === undefined
            ? undefined
            : names.before(exit.to),
      does: exit.does === 'back' ? undefined : exit.does,
      option: undefined,
      path: ['before', ...exit.path],
    }));
    for (const { path } of ghosts) ways.set(keyOf(path), 'removed');
    if (ghosts.length > 0) extra.set(after.id, ghosts);
  }
  for (const before of flows.before.nodes) {
    if (matching.afterOf.has(before.id)) continue;
    const id = names.before(before.id);
    nodes.set(id, 'removed');
    add(id, unionNode(from, { before, after: undefined }));
  }
  const entries = unionEntries(diff, names);
  for (const [path, mark] of entries.marks) ways.set(path, mark);
  const script = {
    ...flows.after.script,
    entries: entries.entries,
    nodes: Object.fromEntries(union),
  } as Script;
  const flow = withWays(buildCallFlow(script), extra);
  for (const [id, mark] of nodes) {
    for (const { path } of flow.byId.get(id)?.exits ?? []) ways.set(keyOf(path), mark);
  }
  return {
    flow,
    nodes,
    ways,
    changed,
    oldWay: (id, path) => {
      const known = olds.get(path);
      if (known !== undefined) return known;
      const names = path.replace(/^before\//, '').split('/');
      return path.startsWith('before/') || names[1] === id ? names.slice(2).join('/') : path;
    },
    idOf: ({ before, after }) => after ?? (before === undefined ? undefined : names.before(before)),
  };
}
