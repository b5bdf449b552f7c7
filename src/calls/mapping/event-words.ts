import { callEventNames, type CallEventName } from '../call-event.ts';
import { columnKey } from '../formats/find-table.ts';

/** What logs call our events, compared as `columnKey` writes them. */
const words: Readonly<Record<CallEventName, readonly string[]>> = {
  start: [
    'call start',
    'started',
    'begin',
    'new call',
    'newcall',
    'session start',
    'incoming',
    'call started',
    'chan start',
    'beginn',
    'inicio',
  ],
  enter: [
    'menu',
    'node',
    'node entry',
    'enter node',
    'entered',
    'menu enter',
    'prompt',
    'play',
    'visit',
    'step',
    'element enter',
    'page',
    'menu start',
    'in',
  ],
  input: [
    'dtmf',
    'digit',
    'digits',
    'key',
    'keypress',
    'key press',
    'pressed',
    'choice',
    'selection',
    'option',
    'taste',
  ],
  noinput: ['no input', 'timeout', 'time out', 'silence', 'no entry'],
  nomatch: ['no match', 'invalid', 'invalid input', 'wrong key', 'invalid key', 'unknown key'],
  success: ['ok', 'done', 'succeeded', 'completed', 'task success'],
  failure: ['fail', 'failed', 'error', 'task failed', 'task failure'],
  queue: ['queued', 'enqueue', 'enqueued', 'enter queue', 'enterqueue', 'queue enter', 'waiting'],
  answer: ['answered', 'connect', 'connected', 'agent', 'agent answered'],
  transfer: ['transferred', 'xfer', 'forward', 'forwarded', 'blindtransfer'],
  abandon: ['abandoned', 'gave up'],
  hangup: [
    'hang up',
    'caller hangup',
    'caller hung up',
    'hungup',
    'caller disconnect',
    'customer disconnect',
  ],
  disconnect: ['disconnected', 'system disconnect', 'call end', 'terminated', 'system hangup'],
  end: ['ended', 'finish', 'finished', 'session end', 'ende', 'fin'],
};

const known: ReadonlyMap<string, CallEventName> = new Map(
  callEventNames.flatMap((event) => [event, ...words[event]].map((word) => [word, event] as const)),
);

/** The event that a word of a log most likely means; nothing where that can't be told. */
export function likelyEvent(word: string): CallEventName | undefined {
  return known.get(columnKey(word));
}
