import { describe, expect, test } from '@jest/globals';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const arn = 'arn:aws:connect:eu:1:instance/i/contact-flow/f1';
const at = (second: number): number => Date.UTC(2026, 2, 2, 8, 0, second);
const iso = (second: number): string => new Date(at(second)).toISOString();
/** As Athena writes a timestamp with its zone, and one without. */
const sql = (second: number): string => iso(second).replace('T', ' ').replace('Z', ' UTC');
const bare = (second: number): string => sql(second).replace(' UTC', '');

const entry = (second: number, block: string, type: string): string =>
  JSON.stringify({
    ...{ ContactId: 'c1', ContactFlowId: arn, ContactFlowName: 'Main line' },
    ...{ ContactFlowModuleType: type, Identifier: block, Timestamp: iso(second), Parameters: {} },
  });
const flowLog = [entry(0, 'greeting', 'PlayPrompt'), entry(3, 'menu', 'GetUserInput')].join('\n');

type Row = Readonly<Record<string, string>>;

function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => `"${row[column] ?? ''}"`).join(','));
  return [columns.map((column) => `"${column}"`).join(','), ...lines, ''].join('\n');
}
const objects = (rows: readonly Row[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

const contact = (said: Row = {}): Row => ({
  ...{ instance_id: 'i', contact_id: 'c1', channel: 'VOICE', initiation_method: 'INBOUND' },
  ...{ initiation_timestamp: sql(0), disconnect_timestamp: sql(90) },
  ...{ disconnect_reason: 'CUSTOMER_DISCONNECT', system_endpoint_address: '+15550100' },
  ...{ customer_endpoint_address: '+15550142', queue_name: '', queue_enqueue_timestamp: '' },
  ...{ agent_connected_to_agent_timestamp: '' },
  ...said,
});
const queued: Row = {
  ...{ queue_name: 'Sales', queue_enqueue_timestamp: sql(5) },
  agent_connected_to_agent_timestamp: sql(40),
};
const run = (said: Row = {}): Row => ({
  ...{ event_id: 'e1', contact_id: 'c1', channel: 'VOICE', flow_resource_id: 'f1' },
  ...{ resource_type: 'flow', resource_version: '7', start_timestamp: String(at(0)) },
  ...said,
});

describe('the data lake of Amazon Connect', () => {
  test.each([
    ['a table', table],
    ['rows of JSON', objects],
  ])('tells queue, person and end by its contact records, as %s', async (_, write) => {
    const log = await condensedFor(undefined, [flowLog, write([contact(queued)])]);
    expect(pathsOf(log)).toEqual([
      'start other, enter greeting, enter menu, enter Sales, queue Sales Sales, answer Sales, hangup Sales',
    ]);
    expect(log.sources).toMatchObject([{}, { layout: 'amazon-connect-lake-contacts' }]);
    expect(log.window).toEqual({ from: at(0), to: at(90) });
    expect(JSON.stringify(log)).not.toContain('15550142');
  });

  test.each([
    ['a table', table],
    ['rows of JSON', objects],
  ])('tells the version of the flow by its flow events, as %s', async (_, write) => {
    const other = run({ event_id: 'e0', flow_resource_id: 'other', resource_version: '2' });
    const module = run({ resource_type: 'module', resource_version: '3' });
    const log = await condensedFor(undefined, [flowLog, write([other, module, run()])]);
    expect(log.versions).toEqual([{ script: '7', calls: 1 }]);
    expect(log.rows).toMatchObject({ read: 5, used: 5 });
    expect(log.calls).toBe(1);
  });

  test('makes no calls of flow events, nor of contacts that nobody called for', async () => {
    const records = [
      contact({ contact_id: 'c2', initiation_method: 'OUTBOUND' }),
      contact({ contact_id: 'c3', channel: 'CHAT' }),
      contact({ contact_id: 'c4' }),
    ];
    const log = await condensedFor(undefined, [table(records), table([run({ contact_id: 'c9' })])]);
    expect(pathsOf(log)).toEqual(['start other, hangup']);
    expect(log.rows).toMatchObject({ read: 4, used: 4 });
  });

  test('has moments without an offset only on the clock that is named', async () => {
    const record = table([contact({ initiation_timestamp: bare(0) })]);
    const refused = await condensedFor(undefined, [record]);
    expect(refused.rejectedBy).toEqual({ 'time without offset': 1 });
    const read = await condensedFor(undefined, [record], 'UTC');
    expect(read.window).toEqual({ from: at(0), to: at(90) });
  });

  test('rejects what is no contact, with its column', async () => {
    const rows = [contact({ contact_id: '' }), contact({ initiation_timestamp: '02/03/2026' })];
    const log = await condensedFor(undefined, [table(rows)]);
    expect(log.firstRejects).toMatchObject([
      { line: 2, column: 'contact_id', reason: 'no call id' },
      { line: 3, column: 'initiation_timestamp', reason: 'time not readable' },
    ]);
  });

  test('counts the newest of the records of a contact', async () => {
    const records = [
      contact({ disconnect_reason: 'AGENT_DISCONNECT', last_update_timestamp: sql(500) }),
      contact({ last_update_timestamp: sql(100) }),
    ];
    const log = await condensedFor(undefined, [table(records)]);
    expect(pathsOf(log)).toEqual(['start other, disconnect']);
    expect(log.rows).toMatchObject({ used: 2, duplicate: 1 });
  });
});
