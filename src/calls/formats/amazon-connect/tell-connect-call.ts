import { isClosing, type ToldEvent } from '../../call-event.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';
import type { FlowLogFacts } from './flow-log-facts.ts';
import { ownFlows } from './own-flows.ts';
import { tellContact } from './tell-contact.ts';
import { tellRecord, type ContactRecord } from './tell-record.ts';

/** A flow that ran for a contact. */
export interface FlowRun {
  /** The id of the flow: the end of its ARN. */
  readonly flow: string;
  readonly version: string;
  /** How many actions came before, where the log counts them. */
  readonly count?: string;
}

/** All sources name contacts alike, so that each may tell what the others can't. */
export type ConnectFacts =
  | FlowLogFacts
  | { readonly record: ContactRecord }
  | { readonly ran: FlowRun }
  /** What was known of a contact at the time of an event, and when it began. */
  | { readonly seen: ContactRecord; readonly began: number };

type Row = CallRow<ConnectFacts>;

const isOfFlow = (row: Row): row is CallRow<FlowLogFacts> =>
  !('record' in row.facts) && !('ran' in row.facts) && !('seen' in row.facts);

/** The version of the script's own flow that ran first. */
function versionOf(
  rows: readonly Row[],
  flowRows: readonly CallRow<FlowLogFacts>[],
  names: NodeNames,
): string | undefined {
  const runs = rows.flatMap(({ facts }) => ('ran' in facts ? [facts.ran] : []));
  if (runs.length === 0) return undefined;
  const own = [...ownFlows(flowRows, names)].map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
  return runs.find(({ flow }) => own.includes(flow))?.version;
}

/** The way of a contact by its flow log, with the version of the flow where that is known. */
function wayOf(
  rows: readonly Row[],
  flowRows: readonly CallRow<FlowLogFacts>[],
  telling: Telling,
): readonly ToldEvent[] {
  const { events } = tellContact(flowRows, telling);
  const script = versionOf(rows, flowRows, telling.names);
  return script === undefined
    ? events
    : events.map((event, index) => (index === 0 ? { ...event, script } : event));
}

/** The newest record of a contact: it is sent again whenever it changes. */
function newest(rows: readonly Row[]): ContactRecord | undefined {
  let record: ContactRecord | undefined;
  for (const { facts } of rows) {
    if (!('record' in facts)) continue;
    if (record === undefined || facts.record.updated >= record.updated) ({ record } = facts);
  }
  return record;
}

/** All that is known of a contact: each event tells what was known by then, the record all of it. */
function gathered(rows: readonly Row[]): ContactRecord | undefined {
  const seen = rows
    .flatMap(({ facts }) => ('seen' in facts ? [facts.seen] : []))
    .sort((a, b) => a.updated - b.updated);
  const record = newest(rows);
  const [first, ...others] = record === undefined ? seen : [...seen, record];
  return others.reduce<ContactRecord | undefined>(
    (all, one) => ({
      ...one,
      queue: one.queue ?? all?.queue,
      answeredAt: one.answeredAt ?? all?.answeredAt,
      ended: one.ended?.reason === undefined ? (all?.ended ?? one.ended) : one.ended,
    }),
    first,
  );
}

/** When a contact began, by its events. */
const beginnings = (rows: readonly Row[]): readonly Pick<Row, 'call' | 'at'>[] =>
  rows.flatMap(({ call, facts }) => ('seen' in facts ? [{ call, at: facts.began }] : []));

/** An end that the flow log infers, since it has none. */
const isInferred = ({ event, untimed }: ToldEvent): boolean => untimed === true && isClosing(event);

/**
 * Tells a contact: its way by the flow log, what came of it by its record or its events, the version of the
 * script by the flows that ran. Without a flow log only the
 * contacts of callers are calls, and where they were in the menus is not known.
 */
export function tellConnectCall(rows: readonly Row[], telling: Telling): ToldCall {
  const flowRows = rows.filter(isOfFlow);
  const record = gathered(rows);
  const records = rows.filter(({ facts }) => 'record' in facts);
  const superseded = Math.max(0, records.length - 1);
  const way = flowRows.length > 0 ? wayOf(rows, flowRows, telling) : undefined;
  if (record === undefined) return { events: way ?? [] };
  const [{ call, at } = { call: '', at: 0 }] = records.length > 0 ? records : beginnings(rows);
  if (way === undefined && !record.isInbound) return { events: [], superseded };
  const began: readonly ToldEvent[] = way ?? [
    { call, at, event: 'start', node: '', value: record.number },
  ];
  // Only a record that has the end knows better than the flow log.
  const isOver = record.ended !== undefined;
  const told = (isOver ? began.filter((event) => !isInferred(event)) : began).map((event) =>
    event.event === 'start' && event.value === '' ? { ...event, value: record.number } : event,
  );
  const last = told.at(-1);
  if (last === undefined || isClosing(last.event)) return { events: told, superseded };
  const before = {
    node: last.node,
    at: last.at,
    isQueued: told.some(({ event }) => event === 'queue'),
    ending: began.find(isInferred)?.event,
  };
  const events = [...told, ...tellRecord(call, record, before, telling.names)];
  return {
    events: events.some(({ event }) => isClosing(event)) ? events : ended(events),
    superseded,
  };
}

/** A contact that is not over yet. */
function ended(events: readonly ToldEvent[]): readonly ToldEvent[] {
  const last = events.at(-1);
  return last === undefined
    ? events
    : [...events, { ...last, event: 'end', value: '', untimed: true }];
}
