import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { plainReading } from '../../../../src/calls/log-reading.ts';
import { parseMapping } from '../../../../src/calls/mapping/parse-mapping.ts';
import { readLogProposal } from '../../../../src/calls/read-log-proposal.ts';
import { logOf } from '../../../support/log-of.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const page = readFileSync(
  new URL('../../../../docs/log-formats/genesys.md', import.meta.url),
  'utf8',
);
const [, onPage = ''] = /```yaml mapping\n([\s\S]*?)```/.exec(page) ?? [];

const columns = [
  ...['Full Export Completed', 'Partial Result Timestamp', 'Filters', 'Media Type', 'Users'],
  ...['Remote', 'Date', 'End Date', 'Duration', 'Direction', 'ANI', 'DNIS', 'Queue', 'Wrap-up'],
  ...['Flow', 'Disconnect Type', 'Conversation ID'],
];
type Row = Readonly<Partial<Record<string, string>>>;

function interaction(id: string, date: string, endDate: string, said: Row = {}): string {
  const row: Row = {
    ...{ 'Full Export Completed': 'YES', Filters: 'Media Type: voice', 'Media Type': 'voice' },
    ...{ Users: 'Ann Lee; Bo Chen', Remote: 'New York, NY', Date: date, 'End Date': endDate },
    ...{ Duration: '241000', Direction: 'Inbound', ANI: 'tel:+12125550142' },
    ...{ DNIS: 'tel:+18005550142', Queue: 'Sales; Support', Flow: 'Main line' },
    ...{ 'Disconnect Type': 'External', 'Conversation ID': id },
    ...said,
  };
  return columns.map((column) => `"${row[column] ?? ''}"`).join(',');
}
const exported = [
  columns.map((column) => `"${column}"`).join(','),
  interaction('a', '6/23/25 07:00 AM', '6/23/25 07:04 AM'),
  interaction('b', '6/23/25 11:58 PM', '6/24/25 12:01 AM', { 'Disconnect Type': 'System' }),
  interaction('c', '6/7/25 07:12 AM', '6/7/25 07:12 AM', { 'Disconnect Type': 'Agent' }),
  interaction('d', '6/7/25 07:12 AM', '', { 'Disconnect Type': '' }),
  '',
].join('\r\n');

async function condensed(mapping: string): Promise<CondensedLog> {
  const { mapping: parsed, findings } = parseMapping({ path: 'm.yaml', text: mapping });
  expect(findings).toEqual([]);
  const mappings = parsed === undefined ? [] : [parsed];
  return condenseLogs([logOf(exported)], undefined, { reading: { ...plainReading, mappings } });
}

describe('the exported view of interactions of Genesys Cloud', () => {
  test('is read by the mapping of its page: when calls began, how long they were, who ended them', async () => {
    const log = await condensed(onPage);
    expect([...pathsOf(log)].sort()).toEqual([
      'start other',
      'start other, disconnect',
      'start other, hangup',
    ]);
    expect(log.calls).toBe(4);
    expect(log.rows).toMatchObject({ read: 4, used: 4, rejected: 0 });
    // Half past eleven in New York is of the next day in UTC.
    expect(log.window).toEqual({
      from: Date.UTC(2025, 5, 7, 11, 12),
      to: Date.UTC(2025, 5, 24, 4, 1),
    });
    expect(JSON.stringify(log)).not.toContain('5550142');
  });

  test('has that mapping proposed, but for the zone that the file does not say', async () => {
    const { text, notes, known } = await readLogProposal(logOf(exported));
    expect(known).toBeUndefined();
    expect(notes.join('\n')).toContain('"Date" names no offset');
    expect(notes.join('\n')).toContain('Each row counts as a call');
    const zoned = text.replace('hh:mm A"', 'hh:mm A", zone: America/New_York');
    expect(zoned).not.toBe(text);
    expect(pathsOf(await condensed(zoned))).toEqual(pathsOf(await condensed(onPage)));
  });

  test('has day and month left open where its rows do', async () => {
    const june = exported.replaceAll('6/23/', '6/2/').replaceAll('6/24/', '6/3/');
    const { notes } = await readLogProposal(logOf(june));
    expect(notes.join('\n')).toMatch(/may be written as .*"D\/M\/YY hh:mm A"/);
  });
});
