import type { CallFlow, FlowNode } from './call-flow.ts';
import { edgesFrom } from './call-flow.ts';

/**
 * Whether a call can end well at this node: it reaches people, a machine that keeps its message, an
 * outside number or another script, or it is told goodbye.
 */
export function isEnd(flow: CallFlow, { id, kind }: FlowNode): boolean {
  switch (kind) {
    case 'hangup':
    case 'queue':
    case 'transfer':
      return true;
    case 'voicemail':
    case 'callback':
    case 'subflow':
      return !edgesFrom(flow, id).some((edge) => edge.trigger === 'next');
    case 'opaque':
      return edgesFrom(flow, id).length === 0;
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'branch':
    case 'task':
      return false;
  }
}
