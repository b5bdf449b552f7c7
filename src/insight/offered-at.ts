import { edgesFrom, type CallFlow, type FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import { caseFor } from '../walk/branch-case.ts';
import { startCall } from '../walk/start-call.ts';
import type { World } from '../walk/world.ts';

/** How a call comes to a node: the last branch on hours on its way, if there is one. */
export interface Offered {
  readonly guard: NodeId | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** A call as far as it matters here: where it is, what options have set, who asked for hours. */
interface Spot extends Offered {
  readonly id: NodeId;
  readonly attributes: Attributes;
}

/** What a menu offers; silence, errors and failures lead elsewhere without having been offered. */
const offers: ReadonlySet<FlowEdge['trigger']> = new Set(['key', 'case', 'next', 'success']);

/** Calls differ by what options have set; menus that set more than this together aren't judged. */
const mostSpots = 20_000;

type Branch = NodeOfKind<'branch'>;

const asksHours = ({ on }: Branch): boolean =>
  typeof on === 'object' && ('calendar' in on || 'emergency' in on || 'queue-status' in on);

/** Whether a branch can be decided: it asks for hours, or for what an option has set. */
const isDecided = (branch: Branch, attributes: Attributes): boolean => {
  const { on } = branch;
  if (asksHours(branch)) return true;
  return typeof on === 'object' && 'attribute' in on && Object.hasOwn(attributes, on.attribute);
};

const keyOf = ({ id, attributes }: Omit<Spot, 'guard'>): string =>
  `${id} ${JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

/** What a way sets: an option, or a task that succeeded. */
function setOn(node: ScriptNode, { trigger, option }: FlowEdge): Attributes | undefined {
  if (node.kind === 'menu' && option !== undefined) return node.options[option]?.set;
  return node.kind === 'task' && trigger === 'success' ? node.set : undefined;
}

/** The attributes that some branch asks for: others make no difference. */
function askedAttributes(flow: CallFlow): ReadonlySet<string> {
  return new Set(
    flow.nodes.flatMap(({ node }) =>
      node.kind === 'branch' && typeof node.on === 'object' && 'attribute' in node.on
        ? [node.on.attribute]
        : [],
    ),
  );
}

/**
 * The nodes that menus offer at a moment, each as it is come to first: branches on hours lead where
 * the hours of that moment lead, branches on what options have set where that leads, and all other
 * ways are taken. Nothing where there is too much to follow. Breadth first.
 */
export function offeredAt(flow: CallFlow, world: World): ReadonlyMap<NodeId, Offered> {
  const asked = askedAttributes(flow);
  const keep = (set: Attributes | undefined): Attributes =>
    Object.fromEntries(Object.entries(set ?? {}).filter(([name]) => asked.has(name)));
  const spots = new Map<string, Spot>();
  const add = (spot: Spot) => {
    const key = keyOf(spot);
    if (!spots.has(key)) spots.set(key, spot);
  };
  const { state } = startCall(flow);
  const entries = flow.script.entries;
  for (const { start, path } of flow.entries) {
    const position = path.findLast((step) => typeof step === 'number');
    const set = keep(entries[position ?? 0]?.set);
    add({ id: start, guard: undefined, attributes: set });
  }
  const found = new Map<NodeId, Offered>();
  for (const { id, guard, attributes } of spots.values()) {
    if (spots.size > mostSpots) return new Map();
    if (!found.has(id)) found.set(id, { guard });
    const { node } = flow.graph.node(id);
    const isGuard = node.kind === 'branch' && asksHours(node);
    const decided = node.kind === 'branch' && isDecided(node, attributes);
    const taken = decided ? caseFor(node, { ...state, node: id, attributes }, world) : undefined;
    for (const edge of edgesFrom(flow, id)) {
      if (!offers.has(edge.trigger)) continue;
      // The case at this position in the list, or the way for all others.
      const position = edge.trigger === 'case' ? Number(edge.path.at(-2)) : undefined;
      if (decided && position !== taken) continue;
      add({
        id: edge.to,
        guard: isGuard ? id : guard,
        attributes: { ...attributes, ...keep(setOn(node, edge)) },
      });
    }
  }
  return found;
}
