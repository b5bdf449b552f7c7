import type { NodeKind } from '../../../script/vocabulary.ts';
import type { EventList } from '../event-list.ts';
import type { CallRow } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';
import type { FlowLogFacts } from './flow-log-facts.ts';
import { inputEvent, kindOfType, taskEvent } from './module-types.ts';

/** The stay of a contact at a node, from its first block there to its last. */
export interface Stay {
  readonly node: string;
  /** Whether it has told what the caller did. */
  isAnswered: boolean;
  /** Whether its last block has ended: what comes there next may be another stay. */
  isOver: boolean;
  /** The last block, and what it is. */
  block: string;
  type: string;
}

/** What a contact does at a node: by the script, else by the type of the block. */
export const kindAt = (names: NodeNames, node: string, type: string): NodeKind =>
  names.kindOf(node) ?? kindOfType(type);

/** Tells what a menu was answered with; a choice that it doesn't offer is none. */
function tellAnswer(
  list: EventList,
  stay: Stay,
  at: number,
  value: string,
  names: NodeNames,
): void {
  const event = inputEvent(value);
  if (stay.isAnswered || event === undefined) return;
  stay.isAnswered = true;
  const isOffered =
    event !== 'input' || names.kindOf(stay.node) !== 'menu' || names.offers(stay.node, value);
  const isPlain = event === 'input' && /^[^\s]{1,100}$/.test(value);
  if (!isOffered) list.add(at, 'nomatch', stay.node);
  else list.add(at, event, stay.node, { value: isPlain ? value : '' });
}

/** Tells that something was entered. What that was is nobody's business. */
function tellEntry(list: EventList, stay: Stay, at: number, result: string): void {
  const event = inputEvent(result);
  if (stay.isAnswered || event === undefined) return;
  stay.isAnswered = true;
  list.add(at, event, stay.node);
}

/** Tells what an entry of the log says of the node where the contact is. */
export function tellBlock(
  list: EventList,
  stay: Stay,
  { at, facts }: CallRow<FlowLogFacts>,
  names: NodeNames,
): void {
  const { result, compared } = facts;
  const { node } = stay;
  const last = list.events.at(-1)?.event;
  const hasFailed = result !== undefined && taskEvent(result) === 'failure';
  const kind = kindAt(names, node, facts.type);
  switch (kind) {
    case 'menu': {
      const answer = compared ?? (result === 'Success' ? undefined : result);
      if (answer !== undefined) tellAnswer(list, stay, at, answer, names);
      break;
    }
    case 'collect':
      if (result !== undefined) tellEntry(list, stay, at, result);
      break;
    case 'task':
    case 'callback':
      if (result !== undefined) list.add(at, taskEvent(result), node);
      break;
    case 'queue':
      // A queue that is full takes nobody.
      if (!hasFailed && !list.events.some((one) => one.event === 'queue' && one.node === node))
        list.add(at, 'queue', node);
      break;
    case 'transfer':
      if (hasFailed) list.add(at, 'failure', node);
      else if (last !== 'transfer') list.add(at, 'transfer', node);
      break;
    case 'hangup':
      if (last !== 'disconnect') list.add(at, 'disconnect', node);
      break;
    case 'announcement':
    case 'branch':
    case 'voicemail':
    case 'subflow':
    case 'opaque':
      break;
    default:
      kind satisfies never;
  }
}
