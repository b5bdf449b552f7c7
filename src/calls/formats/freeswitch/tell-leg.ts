import { eventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';

/** What a record says of one moment of a leg. */
export type LegFacts =
  | { readonly is: 'start'; readonly number: string; readonly extensions: readonly string[] }
  | {
      readonly is: 'application';
      readonly name: string;
      readonly block: string;
      readonly isUntimed: boolean;
    }
  | { readonly is: 'input'; readonly isUntimed: boolean }
  | { readonly is: 'answer' }
  | { readonly is: 'abandon' }
  | { readonly is: 'bridge' }
  | { readonly is: 'end'; readonly isCaller: boolean };

const queues: ReadonlySet<string> = new Set(['callcenter', 'fifo']);

/** Applications that callers come to; all others are passed over where the script has no node for them. */
const noticed: ReadonlySet<string> = new Set([
  ...['ivr', 'callcenter', 'fifo', 'bridge', 'voicemail', 'play_and_get_digits', 'read'],
]);

/** What an application is given, up to the first blank: the menu, the queue. */
const firstWord = (block: string): string => block.split(' ')[1] ?? '';

function nodeOf(names: NodeNames, name: string, block: string): string | undefined {
  const known = names.nodeOf(block);
  if (known !== undefined) return known;
  const word = firstWord(block);
  if (name === 'ivr') return names.nodeOf(word) ?? word;
  if (queues.has(name)) {
    const queue = word.replace(/@.*$/, '');
    return names.nodesOfQueue(queue)[0] ?? queue;
  }
  return noticed.has(name) ? name : undefined;
}

/** Tells a leg by its record: the applications that ran, and how it ended. Keys of menus are not recorded. */
export function tellLeg(rows: readonly CallRow<LegFacts>[], { names }: Telling): ToldCall {
  const list = eventList(rows[0]?.call ?? '');
  let node = '';
  let isQueue = false;
  let extensions: readonly string[] = [];
  /** Extensions are nodes of their own where the script was made of a dialplan. */
  const extend = (at: number): void => {
    const [name = '', ...others] = extensions;
    extensions = others;
    const own = names.nodeOf(name);
    if (own === undefined || own === node || names.kindOf(own) !== 'announcement') return;
    node = own;
    list.add(at, 'enter', own);
  };
  for (const { at, facts } of rows) {
    switch (facts.is) {
      case 'start':
        list.add(at, 'start', '', { value: facts.number });
        ({ extensions } = facts);
        extend(at);
        break;
      case 'application': {
        const next = nodeOf(names, facts.name, facts.block);
        if (list.isClosed()) break;
        if (next === undefined) {
          if (facts.name === 'transfer') extend(at);
          break;
        }
        node = next;
        isQueue = queues.has(facts.name);
        list.add(at, 'enter', node, { isUntimed: facts.isUntimed });
        if (isQueue)
          list.add(at, 'queue', node, { value: firstWord(facts.block).replace(/@.*$/, '') });
        break;
      }
      case 'input':
        if (!list.isClosed()) list.add(at, 'input', node, { isUntimed: facts.isUntimed });
        break;
      case 'answer':
      case 'abandon':
        if (isQueue && !list.isClosed()) list.add(at, facts.is, node);
        break;
      case 'bridge':
        if (node !== '' && !list.isClosed()) list.add(at, isQueue ? 'answer' : 'transfer', node);
        break;
      case 'end': {
        const isWaiting = isQueue && !list.isClosed();
        const byCaller = isWaiting ? 'abandon' : 'hangup';
        if (list.events.at(-1)?.event !== 'abandon')
          list.add(at, facts.isCaller ? byCaller : 'disconnect', node);
        break;
      }
    }
  }
  list.endUntold(node);
  return { events: list.events };
}
