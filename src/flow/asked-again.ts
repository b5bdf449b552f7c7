import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, nodeAt } from './call-flow.ts';

/** Farther away than this, a question that is asked again is another one for callers. */
const mostNodes = 50;

/**
 * Whether callers who go on from a node come back to a question, or to people, with nothing asked in
 * between: they get another chance. True also where that can't be seen.
 */
export function isAskedAgain(flow: CallFlow, from: NodeId, question: NodeId): boolean {
  const seen = new Set<NodeId>([from]);
  for (const here of seen) {
    if (here === question || seen.size > mostNodes) return true;
    switch (nodeAt(flow, here).kind) {
      case 'queue':
      case 'transfer':
      case 'callback':
      case 'subflow':
      case 'opaque':
        return true;
      case 'announcement':
      case 'branch':
      case 'task':
        for (const { to, trigger } of edgesFrom(flow, here)) if (trigger !== 'error') seen.add(to);
        break;
      case 'menu':
      case 'collect':
      case 'voicemail':
      case 'hangup':
        break;
    }
  }
  return false;
}
