import type { CallEventName } from '../../src/calls/call-event.ts';
import type { PathStep } from '../../src/calls/variant.ts';

/**
 * A path from words: `main 1 > cards hangup` comes to `main`, presses 1, comes to `cards` and hangs
 * up. Words that are events happen at the node where the path is; `>` comes to the next node;
 * `event@node` happens elsewhere.
 */
export function pathOf(words: string): readonly PathStep[] {
  const events = new Set([
    'start',
    'noinput',
    'nomatch',
    'success',
    'failure',
    'queue',
    'answer',
    'transfer',
    'abandon',
    'hangup',
    'disconnect',
    'end',
  ]);
  const steps: PathStep[] = [];
  let here = '';
  let comes = true;
  for (const word of words.split(' ').filter((part) => part !== '')) {
    const [event = '', node = here] = word.split('@');
    if (word === '>') comes = true;
    else if (events.has(event)) steps.push({ event: event as CallEventName, node, value: '' });
    else if (word.startsWith('start='))
      steps.push({ event: 'start', node: '', value: word.slice(6) });
    else if (comes) {
      here = word;
      comes = false;
      steps.push({ event: 'enter', node: here, value: '' });
    } else steps.push({ event: 'input', node: here, value: word === '?' ? '' : word });
  }
  return steps;
}
