import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import type { Extent } from '../../source/tree.ts';
import type { Mark } from '../draft.ts';
import { mapTargets, targetsOf } from '../node-targets.ts';
import { nodesOnCycles } from '../nodes-on-cycles.ts';

/** A node as its action became it, with the place of the action. */
export interface MadeNode {
  readonly id: NodeId;
  readonly node: ScriptNode;
  readonly marks: readonly Mark[];
  readonly at: Extent;
}

type Asking = NodeOfKind<'menu'> | NodeOfKind<'collect'>;
type Trigger = 'noInput' | 'noMatch';

/** A loop that does nothing but count how often one question is asked. */
interface Limit {
  readonly asking: NodeId;
  readonly trigger: Trigger;
  readonly loop: NodeId;
  /** Where the last try leads. */
  readonly done: NodeId | undefined;
  readonly attempts: number;
  /** What is said before the question is asked again. */
  readonly says: NodeId | undefined;
  /** True where callers come to the question by way of the loop. */
  readonly isInFront: boolean;
}

/** A script counts no further. */
const mostAttempts = 20;

const isAsking = (node: ScriptNode | undefined): node is Asking =>
  node?.kind === 'menu' || node?.kind === 'collect';

/** The ways of a loop that only goes round or on. */
function loopIn(node: ScriptNode) {
  if (node.kind !== 'branch' || typeof node.on !== 'object' || !('loop' in node.on))
    return undefined;
  const { cases, otherwise, error } = node;
  const count = node.on.loop;
  const [one, two, more] = cases;
  const again = cases.find(({ when }) => when === 'again')?.to;
  const done = cases.find(({ when }) => when === 'done')?.to;
  const isPlain = one?.when !== two?.when && two !== undefined && more === undefined;
  const isOne = [otherwise, error].every((to) => to === undefined || to === done);
  if (typeof count !== 'number' || !isPlain || !isOne || again === undefined) return undefined;
  return { count, again, done };
}

/**
 * Finds the loops that limit how often a question is asked: one way of the question leads to the loop,
 * which leads back to the question or, in the end, on. Silence and wrong keys that share a loop are
 * counted together, which a script can't say.
 */
function findLimits(
  nodes: ReadonlyMap<NodeId, MadeNode>,
  loops: readonly MadeNode[],
  start: NodeId | undefined,
): readonly Limit[] {
  const origins = new Map<NodeId, NodeId[]>();
  for (const { id, node } of nodes.values())
    for (const target of targetsOf(node)) {
      const known = origins.get(target) ?? [];
      origins.set(target, known);
      known.push(id);
    }
  const cameFrom = (id: NodeId): readonly NodeId[] => origins.get(id) ?? [];
  const isOnlyFrom = (id: NodeId, from: NodeId) =>
    id !== start && cameFrom(id).length === 1 && cameFrom(id)[0] === from;

  return loops.flatMap(({ id: loop, node }): readonly Limit[] => {
    const ways = loopIn(node);
    if (ways === undefined) return [];
    const behind = nodes.get(ways.again);
    const said = behind?.node.kind === 'announcement' ? behind.node : undefined;
    const isSaying = said?.bargeIn === false && isOnlyFrom(ways.again, loop);
    const asking = isSaying ? said.to : ways.again;
    const asked = asking === undefined ? undefined : nodes.get(asking)?.node;
    if (asking === undefined || !isAsking(asked)) return [];
    if (isSaying && said.error !== undefined && said.error !== asked.error) return [];
    const triggers = (['noInput', 'noMatch'] as const).filter((name) => asked[name]?.to === loop);
    const [trigger, another] = triggers;
    const uses = cameFrom(loop).filter((from) => from === asking).length;
    if (trigger === undefined || another !== undefined || uses !== 1) return [];
    const isBehind = isOnlyFrom(loop, asking);
    const isInFront = !isBehind && !isSaying && isOnlyFrom(asking, loop);
    const attempts = isBehind ? ways.count + 1 : ways.count;
    if (!(isBehind || isInFront) || attempts < 1 || attempts > mostAttempts) return [];
    const says = isSaying ? ways.again : undefined;
    return [{ asking, trigger, loop, done: ways.done, attempts, says, isInFront }];
  });
}

/** A loop goes on counting when a call comes back to it; a menu begins anew. */
function onceOnly(
  nodes: ReadonlyMap<NodeId, MadeNode>,
  limits: readonly Limit[],
): readonly Limit[] {
  const folded = new Map(limits.map(({ loop, done }) => [loop, done]));
  const askings = new Set(limits.map(({ asking }) => asking));
  const again = nodesOnCycles(nodes.keys(), (id) => {
    const made = nodes.get(id);
    if (made === undefined) return [];
    if (!askings.has(id)) return targetsOf(made.node);
    return targetsOf(made.node).flatMap((to) => (folded.has(to) ? (folded.get(to) ?? []) : [to]));
  });
  return limits.filter(({ asking, loop }) => !again.has(asking) && !again.has(loop));
}

/** The question with its limit, and what it was made from. */
function limited(made: MadeNode, limit: Limit, parts: readonly MadeNode[]): MadeNode {
  const { trigger, attempts, done, loop } = limit;
  if (!isAsking(made.node)) return made;
  const said = parts.find(({ id }) => id === limit.says);
  const say = said?.node.kind === 'announcement' ? said.node.say : undefined;
  const retry = {
    ...made.node[trigger],
    attempts,
    to: done,
    ...(say === undefined ? {} : { say }),
  };
  const origin = [made, ...parts].flatMap(({ node }) => node.origin ?? []);
  const loopAt = parts.find(({ id }) => id === loop)?.at ?? made.at;
  return {
    ...made,
    node: { ...made.node, [trigger]: retry, origin },
    marks: [
      { path: [trigger, 'attempts'], at: loopAt },
      ...(said === undefined ? [] : [{ path: [trigger, 'say'], at: said.at }]),
      ...made.marks,
    ],
  };
}

/**
 * Folds loops that limit how often a question is asked into the question, as its attempts, with what
 * is said in between. Loops that do more stay branches, and so do those that a call can come back to.
 */
export function foldLoops(
  made: readonly MadeNode[],
  start: NodeId | undefined,
): { readonly nodes: readonly MadeNode[]; readonly start: NodeId | undefined } {
  // Most flows have none, and then nothing else need be looked at.
  const loops = made.filter(({ node }) => loopIn(node) !== undefined);
  if (loops.length === 0) return { nodes: made, start };
  const nodes = new Map(made.map((one) => [one.id, one]));
  const found = findLimits(nodes, loops, start);
  const limits = found.length === 0 ? found : onceOnly(nodes, found);
  if (limits.length === 0) return { nodes: made, start };
  const entries = new Map<NodeId, NodeId>();
  for (const limit of limits) {
    const asking = nodes.get(limit.asking);
    const parts = [limit.loop, limit.says].flatMap((id) =>
      id === undefined ? [] : (nodes.get(id) ?? []),
    );
    if (asking === undefined) continue;
    nodes.set(limit.asking, limited(asking, limit, parts));
    for (const { id } of parts) nodes.delete(id);
    if (limit.isInFront) entries.set(limit.loop, limit.asking);
  }
  const to = (id: NodeId | undefined) => (id === undefined ? undefined : (entries.get(id) ?? id));
  const led = [...nodes.values()].map((one) => ({ ...one, node: mapTargets(one.node, to) }));
  return { nodes: led, start: to(start) };
}
