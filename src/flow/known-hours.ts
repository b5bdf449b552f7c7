import type { NodeOfKind } from '../script/script.ts';
import { calendarStates } from '../script/vocabulary.ts';
import { type CallFlow, type FlowEdge, nodeAt } from './call-flow.ts';

/**
 * What is known of the hours on a way: that a place is `open` or `shut`, that something may have been
 * asked which can't be read (`unclear`), or nothing.
 */
export type KnownHours = 'open' | 'shut' | 'unclear' | undefined;

const isState = (word: string) => (calendarStates as readonly string[]).includes(word);

function atBranch({ on, cases }: NodeOfKind<'branch'>, { trigger, value }: FlowEdge): KnownHours {
  const words = cases.map(({ when }) => when.toLowerCase());
  if (typeof on === 'string' || 'emergency' in on) return undefined;
  const asksHours = 'calendar' in on || 'queue-status' in on;
  if (!asksHours) return words.some((word) => isState(word)) ? 'unclear' : undefined;
  if (trigger === 'error') return 'unclear';
  if (trigger === 'case') {
    const word = value?.toLowerCase() ?? '';
    if (!isState(word)) return 'unclear';
    return word === 'open' ? 'open' : 'shut';
  }
  if (words.some((word) => !isState(word))) return 'unclear';
  // A holiday that no case names is closed, so that what is left beside "closed" is open.
  if (words.includes('open')) return 'shut';
  return words.includes('closed') ? 'open' : undefined;
}

/** What is known of the hours once a call has taken this way. */
export function knownHours(flow: CallFlow, edge: FlowEdge): KnownHours {
  const { node } = nodeAt(flow, edge.from);
  switch (node.kind) {
    case 'branch':
      return atBranch(node, edge);
    case 'queue':
      return edge.trigger === 'closed' ? 'shut' : undefined;
    case 'opaque':
    case 'subflow':
      return 'unclear';
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'task':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'hangup':
      return undefined;
  }
}
