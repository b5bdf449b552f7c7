import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, type FlowNode, nodeAt } from './call-flow.ts';

/** Farther on than this, nobody remembers the key that led there. */
const mostNodes = 100;

/** Where callers come to behind a node before they are asked again. */
export interface FirstStops {
  /** Menus, collects and everything that ends or hands over the call, nearest first. */
  readonly stops: readonly FlowNode[];
  /** False where a way was not followed to its end: it leads nowhere, or too far. */
  readonly complete: boolean;
}

/** Follows announcements, branches and tasks from a node to where callers stop, that node included. */
export function firstStops(flow: CallFlow, start: NodeId): FirstStops {
  const seen = new Set<NodeId>([start]);
  const stops: FlowNode[] = [];
  let complete = true;
  for (const id of seen) {
    const here = nodeAt(flow, id);
    if (here.kind !== 'announcement' && here.kind !== 'branch' && here.kind !== 'task') {
      stops.push(here);
      continue;
    }
    const edges = edgesFrom(flow, id);
    if (edges.length === 0 || seen.size + edges.length > mostNodes) complete = false;
    else for (const { to } of edges) seen.add(to);
  }
  return { stops, complete };
}
