import { edgesFrom, nodeAt, type CallFlow, type FlowNode } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Arrival } from './call-trace.ts';

/** Something that a call reached, and the option that was chosen for it; both as positions in the trace. */
export interface ReachedGoal {
  readonly at: number;
  readonly by: number | undefined;
}

/** Callers get what they called for here, or people and machines who see to it. */
function delivers({ node }: FlowNode): boolean {
  switch (node.kind) {
    case 'task':
      return node.selfService !== false;
    case 'queue':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'subflow':
    case 'opaque':
      return true;
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'branch':
    case 'hangup':
      return false;
  }
}

/** Whether an announcement only stands before a menu that the call hasn't been in. */
function leadsToNewMenu(
  flow: CallFlow,
  from: NodeId | undefined,
  been: ReadonlySet<NodeId>,
): boolean {
  if (from === undefined) return false;
  const seen = new Set<NodeId>([from]);
  for (const id of seen) {
    const { kind } = nodeAt(flow, id);
    if (kind === 'menu' && !been.has(id)) return true;
    if (kind !== 'announcement' && kind !== 'branch') continue;
    for (const { to, trigger } of edgesFrom(flow, id)) if (trigger !== 'error') seen.add(to);
  }
  return false;
}

/** What was reached between two menus, when nothing there delivers: what was told or asked there, else the farewell. */
function toldAt(
  flow: CallFlow,
  trace: readonly Arrival[],
  from: number,
  to: number,
): number | undefined {
  let farewell: number | undefined;
  for (let at = to - 1; at >= from; at -= 1) {
    const kind = nodeAt(flow, trace[at]?.node ?? '').kind;
    if (kind === 'announcement' || kind === 'collect') return at;
    if (kind === 'hangup') farewell = at;
  }
  return farewell;
}

/**
 * What a call reached, in order: tasks, queues, outside numbers, voicemail, callbacks; and what an
 * option led to that ended there or went back to a menu already known: an announcement, an entry, a
 * farewell. Linear in the trace.
 */
export function goalsOf(flow: CallFlow, trace: readonly Arrival[]): readonly ReachedGoal[] {
  const goals: ReachedGoal[] = [];
  const been = new Set<NodeId>();
  let position = 0;
  while (position < trace.length) {
    // A stretch is what comes after a menu (or the start) until the next menu.
    let end = position;
    while (end < trace.length && nodeAt(flow, trace[end]?.node ?? '').kind !== 'menu') end += 1;
    const chosen = trace[position]?.by?.option === undefined ? undefined : position;
    let by = chosen;
    let found = false;
    for (let at = position; at < end; at += 1) {
      if (!delivers(nodeAt(flow, trace[at]?.node ?? ''))) continue;
      goals.push({ at, by });
      by = undefined;
      found = true;
    }
    const next = trace[end]?.node;
    const isLeaf = next === undefined || been.has(next);
    if (!found && chosen !== undefined && isLeaf) {
      const at = toldAt(flow, trace, position, end);
      const passes =
        at !== undefined && next === undefined && leadsToNewMenu(flow, trace[at]?.node, been);
      if (at !== undefined && !passes) goals.push({ at, by: chosen });
    }
    if (next !== undefined) been.add(next);
    position = end + 1;
  }
  return goals;
}
