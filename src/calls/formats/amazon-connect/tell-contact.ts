import type { CallEventName, ToldEvent } from '../../call-event.ts';
import { untoldEnd } from '../close-call.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';
import { inputEvent, isLasting, kindOfType, leadsAway, taskEvent } from './module-types.ts';

/** What is kept of an entry of a flow log. */
export interface FlowLogFacts {
  /** The ARN and the name of the flow. */
  readonly flow: string;
  readonly flowName: string;
  /** The id of the block in its flow. */
  readonly block: string;
  readonly type: string;
  /** Whether the entry tells what the block was given; one without says only how it ended. */
  readonly isEntry: boolean;
  readonly result: string | undefined;
  /** The value that a block compares. */
  readonly compared: string | undefined;
  /** Stands for what the block was given, so that entries of one moment are told apart. */
  readonly given: number;
  /** How many actions came before it, where the log counts them. */
  readonly count?: string;
}

type Row = CallRow<FlowLogFacts>;

/**
 * The flows of a contact that are the script's own: those of its title, else those with a block that
 * the script knows. Without a script all are.
 */
export function ownFlows(rows: readonly Row[], { title, nodeOf }: NodeNames): ReadonlySet<string> {
  const titled = rows.filter(({ facts }) => title !== undefined && facts.flowName === title);
  const known = titled.length > 0 ? titled : rows.filter(({ facts }) => isKnown(nodeOf, facts));
  return new Set((known.length > 0 ? known : rows).map(({ facts }) => facts.flow));
}

/** A contact that was only in flows of other names, in no block of which the script knows anything. */
function isElsewhere(rows: readonly Row[], { title, nodeOf }: NodeNames): boolean {
  return (
    title !== undefined &&
    rows.every(
      ({ facts }) => facts.flowName !== '' && facts.flowName !== title && !isKnown(nodeOf, facts),
    )
  );
}

const isKnown = (nodeOf: NodeNames['nodeOf'], { block }: FlowLogFacts): boolean =>
  block !== '' && nodeOf(block) !== undefined;

/**
 * Tells a contact by the entries of its flow log. The log says where a contact was, not when it ended:
 * a contact that stops at a block which leads on has been hung up by its caller, unless the log ends
 * just there. Entries of other flows are passed over while the contact is in them.
 */
export function tellContact(rows: readonly Row[], { names, logEnd }: Telling): ToldCall {
  if (isElsewhere(rows, names)) return { events: [] };
  const own = ownFlows(rows, names);
  const events: ToldEvent[] = [];
  let node: string | undefined;
  let block = '';
  let type = '';
  /** Whether the visit of the node is over: what comes there next is another one. */
  let isOver = false;
  let isAnswered = false;
  let lastAt = rows[0]?.at ?? 0;

  const add = (at: number, event: CallEventName, value = '', isUntimed = false): void => {
    const call = rows[0]?.call ?? '';
    const untimed = isUntimed ? ({ untimed: true } as const) : {};
    events.push({
      call,
      at,
      event,
      node: event === 'start' ? '' : (node ?? ''),
      value,
      ...untimed,
    });
  };

  const arrive = ({ at, facts }: Row): void => {
    const next = names.nodeOf(facts.block) ?? (facts.block === '' ? facts.type : facts.block);
    const isSame = next === node;
    const isAgain =
      isSame &&
      isOver &&
      facts.isEntry &&
      (names.beginsWith(next, facts.block) || facts.block === block);
    if (isSame && !isAgain) return;
    node = next;
    isOver = false;
    isAnswered = false;
    add(at, 'enter', '', facts.result !== undefined && isLasting(facts.type));
  };

  const answer = (at: number, value: string): void => {
    if (isAnswered || node === undefined) return;
    const event = inputEvent(value);
    if (event === undefined) return;
    isAnswered = true;
    const isOffered =
      event !== 'input' || names.kindOf(node) !== 'menu' || names.offers(node, value);
    if (!isOffered) add(at, 'nomatch');
    else add(at, event, event === 'input' && /^[^\s]{1,100}$/.test(value) ? value : '');
  };

  /** What was entered is nobody's business: that something was is enough. */
  const enter = (at: number, result: string): void => {
    const event = inputEvent(result);
    if (isAnswered || event === undefined) return;
    isAnswered = true;
    add(at, event);
  };

  const happen = ({ at, facts }: Row): void => {
    const { result, compared } = facts;
    if (node === undefined) return;
    const kind = names.kindOf(node) ?? kindOfType(facts.type);
    switch (kind) {
      case 'menu':
        if (compared !== undefined) answer(at, compared);
        else if (result !== undefined && result !== 'Success') answer(at, result);
        break;
      case 'collect':
        // What was entered is nobody's business: that it was is enough.
        if (result !== undefined) enter(at, result);
        break;
      case 'task':
      case 'callback':
        if (result !== undefined) add(at, taskEvent(result));
        break;
      case 'queue':
        // A queue that is full takes nobody.
        if (result !== undefined && taskEvent(result) === 'failure') break;
        if (!events.some((event) => event.event === 'queue' && event.node === node))
          add(at, 'queue');
        break;
      case 'transfer':
        if (result !== undefined && taskEvent(result) === 'failure') add(at, 'failure');
        else if (events.at(-1)?.event !== 'transfer') add(at, 'transfer');
        break;
      case 'hangup':
        if (events.at(-1)?.event !== 'disconnect') add(at, 'disconnect');
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
  };

  add(lastAt, 'start');
  for (const row of rows) {
    lastAt = row.at;
    if (!own.has(row.facts.flow)) {
      isOver = true;
      continue;
    }
    arrive(row);
    happen(row);
    if (row.facts.result !== undefined) isOver = true;
    ({ block, type } = row.facts);
  }
  const kind = node === undefined ? undefined : (names.kindOf(node) ?? kindOfType(type));
  const isHandedOn = kind === 'queue' || leadsAway(type) || node === undefined;
  const call = rows[0]?.call ?? '';
  events.push(...untoldEnd(events, { call, lastAt, logEnd, node, isHandedOn }));
  return { events };
}
