import { isClosing, type ToldEvent } from '../../call-event.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import { tellContact, type FlowLogFacts } from './tell-contact.ts';
import { tellRecord, type ContactRecord } from './tell-record.ts';

/** Entries of the flow log and contact records name contacts alike, so either tells what the other can't. */
export type ConnectFacts = FlowLogFacts | { readonly record: ContactRecord };

type Row = CallRow<ConnectFacts>;

const isOfFlow = (row: Row): row is CallRow<FlowLogFacts> => !('record' in row.facts);

/** The newest record of a contact: it is sent again whenever it changes. */
function newest(rows: readonly Row[]): ContactRecord | undefined {
  let record: ContactRecord | undefined;
  for (const { facts } of rows) {
    if (!('record' in facts)) continue;
    if (record === undefined || facts.record.updated >= record.updated) ({ record } = facts);
  }
  return record;
}

/** An end that the flow log infers, since it has none. */
const isInferred = ({ event, untimed }: ToldEvent): boolean => untimed === true && isClosing(event);

/**
 * Tells a contact: its way by the flow log, what came of it by its record. Without a flow log only the
 * contacts of callers are calls, and where they were in the menus is not known.
 */
export function tellConnectCall(rows: readonly Row[], telling: Telling): ToldCall {
  const flowRows = rows.filter(isOfFlow);
  const record = newest(rows);
  const records = rows.length - flowRows.length;
  const superseded = Math.max(0, records - 1);
  const way = flowRows.length > 0 ? tellContact(flowRows, telling).events : undefined;
  if (record === undefined) return { events: way ?? [] };
  const [first] = rows;
  if (first === undefined || (way === undefined && !record.isInbound))
    return { events: [], superseded };
  const { call, at } = first;
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
