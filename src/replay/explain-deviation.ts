import { nodeOf, type CallFlow } from '../flow/call-flow.ts';
import { didYouMean } from '../source/nearest-name.ts';
import type { CallEventName } from '../calls/call-event.ts';
import type { DeviationAt } from './path-walk.ts';

const happened: Readonly<Record<CallEventName, string>> = {
  start: 'the call began',
  enter: 'came here',
  input: 'a key was pressed',
  noinput: 'the caller stayed silent',
  nomatch: 'the entry was not known',
  success: 'it succeeded',
  failure: 'it failed',
  queue: 'the caller began to wait',
  answer: 'a person answered',
  transfer: 'the call was handed over',
  abandon: 'the caller left the queue',
  hangup: 'the caller hung up',
  disconnect: 'the system ended the call',
  end: 'the log ends',
};

function told({ event, value }: DeviationAt): string {
  return event === 'input' && value !== '' ? `${value} was pressed` : happened[event];
}

/** What the log says happened, in a few words: what deviations are told apart by. */
export function deedOf(deviation: DeviationAt): string {
  const { event, to } = deviation;
  if (to === undefined) return told(deviation);
  return event === 'enter' ? `came to ${to}` : `came to ${to} after ${told(deviation)}`;
}

const anotherVersion = 'the log may come from another version of the script';

/** The likely cause of a deviation, in a sentence. `hint` allows a search for a similar name. */
export function explainDeviation(flow: CallFlow, deviation: DeviationAt, hint: boolean): string {
  const { kind, node, event, value, to } = deviation;
  const known = nodeOf(flow, node);
  switch (kind) {
    case 'unknown-node': {
      const near = hint
        ? didYouMean(
            node,
            flow.nodes.map(({ id }) => id),
          )
        : '';
      return `The script has no node "${node}": it was renamed or removed, or ${anotherVersion}.${near}`;
    }
    case 'unknown-start':
      return to === undefined
        ? 'No entry of the script has the number that was dialled: it is missing there, or the log holds calls of another line.'
        : `No entry of the script begins at "${to}": the first rows of the call are missing, or ${anotherVersion}.`;
    case 'no-such-move': {
      const leads = `nothing in the script leads from "${node}" to "${to ?? ''}"`;
      return event === 'input' && value !== ''
        ? `After key ${value} ${leads}: the option leads elsewhere now, or rows are missing between the two.`
        : `${leads.charAt(0).toUpperCase()}${leads.slice(1)}${event === 'enter' ? '' : ` when ${happened[event]}`}: rows are missing between the two, or ${anotherVersion}.`;
    }
    case 'event-not-possible':
      if (event === 'start') return 'A call begins twice: two calls share one id.';
      if (known === undefined)
        return 'This happened before the call came to any node: its first rows are missing.';
      if (event === 'input' && known.kind === 'menu')
        return `The menu "${node}" has no key ${value}: an option was renumbered or removed, or ${anotherVersion}.`;
      return `This can't happen at "${node}" (${known.kind}): rows are in the wrong order, two calls share one id, or ${anotherVersion}.`;
  }
}
