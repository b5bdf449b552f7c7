import type { CallEventName } from '../call-event.ts';
import type { NodeNames } from './node-names.ts';

/** What an exit's name means, with the key or intent for an input. */
export interface ExitEvent {
  readonly event: Extract<
    CallEventName,
    'input' | 'noinput' | 'nomatch' | 'success' | 'failure' | 'hangup'
  >;
  readonly value: string;
}

const silence = /^(?:time(?:d ?)?out|no ?input|no ?key ?press(?:ed)?|no ?response|max ?no ?input)$/;
const mismatch = /^(?:no ?match|invalid(?: .{1,20})?|wrong(?: .{1,20})?|max ?no ?match)$/;
const left = /^(?:(?:caller |customer )?(?:hang ?up|hung ?up|abandoned|disconnected))$/;
const failed = /error|fail|not found|no data|unavailable|exception|no answer|busy/;
const worked = /^(?:ok|done|success(?:ful)?|completed?|found|valid(?:ated)?|answered|true|yes)$/;
const key = /^(?:key |digit |option |press(?:ed)? |dtmf )?([0-9*#]{1,2})$/;

/** The words of a name: `noInput`, `NO_INPUT` and `No Input` are alike. */
function wordsOf(name: string): string {
  return name
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * What it means that a call left a node by an exit of this name; nothing where the name alone, at a node
 * of that kind, doesn't say.
 */
export function exitEvent(names: NodeNames, node: string, exit: string): ExitEvent | undefined {
  const words = wordsOf(exit);
  const as = (event: ExitEvent['event'], value = ''): ExitEvent => ({ event, value });
  if (left.test(words)) return as('hangup');
  const kind = names.kindOf(node);
  const isAsking = kind === 'menu' || kind === 'collect';
  if (kind === undefined || isAsking) {
    if (silence.test(words)) return as('noinput');
    if (mismatch.test(words)) return as('nomatch');
    const [, pressed] = key.exec(words) ?? [];
    if (pressed !== undefined) return as('input', pressed);
    if (kind === 'menu' && names.offers(node, exit)) return as('input', exit);
  }
  if (kind === 'task' || kind === 'callback' || kind === 'transfer' || kind === 'voicemail') {
    if (failed.test(words)) return as('failure');
    if (worked.test(words)) return as('success');
  }
  return undefined;
}
