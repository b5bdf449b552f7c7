import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';
import { readLogProposal } from '../../../src/calls/read-log-proposal.ts';
import { logOf } from '../../support/log-of.ts';

const propose = (text: string) => readLogProposal(logOf(text));

describe('a mapping that is proposed', () => {
  test('reads a log of events whose columns say what they are', async () => {
    const { text, notes, tried } = await propose(
      [
        'Call ID;Timestamp;Event Type;Menu Name;DTMF;ANI',
        '17.10;2026-03-02T08:00:00Z;Call Start;;;5550100',
        '17.10;2026-03-02T08:00:00Z;Menu;main;;5550100',
        '17.10;2026-03-02T08:00:04Z;DTMF;main;1;5550100',
        '17.10;2026-03-02T08:00:09Z;Hang up;main;;5550100',
      ].join('\n'),
    );
    expect(text).toBe(
      [
        'mapping: 1',
        'call: "Call ID"',
        'at: Timestamp',
        'event:',
        '  column: "Event Type"',
        '  words: {"Call Start": start, Menu: enter, DTMF: input, "Hang up": hangup}',
        'node: "Menu Name"',
        'value: DTMF',
        'caller: ANI',
        '',
      ].join('\n'),
    );
    expect(notes).toEqual([]);
    expect(tried.rows).toMatchObject({ read: 4, used: 4, rejected: 0 });
  });

  test('says what it cannot tell: day or month, the zone, words of the log', async () => {
    const { text, notes, tried } = await propose(
      [
        'session,date,time,action,step',
        's1,02/03/2026,8:00:00,ENTER,main',
        's1,02/03/2026,8:00:05,FLURB,main',
      ].join('\n'),
    );
    expect(notes.join('\n')).toContain('"DD/MM/YYYY H:mm:ss" or "MM/DD/YYYY H:mm:ss"');
    expect(notes.join('\n')).toContain('names no offset');
    expect(notes.join('\n')).toContain('"FLURB" (1)');
    expect(text).toContain('# - at: ');
    expect(tried.rejectedBy).toEqual({ 'day and month not told apart': 2 });
  });

  test('tells day from month where one row does', async () => {
    const { text } = await propose(
      'call,when,event,node\n1,13.03.2026 08:00,enter,main\n1,02.03.2026 08:01,hangup,main\n',
    );
    expect(text).toContain('pattern: "DD.MM.YYYY HH:mm"');
  });

  test('takes rows of visits, with how long they were and how they ended', async () => {
    const { text } = await propose(
      [
        'Interaction ID\tStarted\tStep Name\tDuration\tExit Reason',
        'i1\t2026-03-02T08:00:00Z\tmain\t4,5\ttimeout',
        'i1\t2026-03-02T08:00:05Z\tmain\t2\thangup',
      ].join('\n'),
    );
    const { mapping } = parseMapping({ path: 'm.yaml', text });
    expect(mapping).toMatchObject({
      event: { text: 'enter' },
      seconds: 'Duration',
      decimal: ',',
      exit: { column: 'Exit Reason', words: { timeout: 'noinput', hangup: 'hangup' } },
    });
  });

  test('takes JSON in a wrapper, and fields in fields', async () => {
    const row = (event: string) => ({ ts: 1772438405000, call: { id: 'c1' }, event, menu: 'main' });
    const { text, tried } = await propose(
      JSON.stringify({ next: 'x', rows: [row('enter'), row('hangup')] }),
    );
    expect(parseMapping({ path: 'm.yaml', text }).mapping).toMatchObject({
      records: 'json',
      lists: ['rows'],
      call: 'call.id',
      at: { column: 'ts', pattern: 'epoch-ms' },
      event: { column: 'event' },
      node: 'menu',
    });
    expect(tried.rows).toMatchObject({ used: 2, rejected: 0 });
  });

  test('never shows what may be somebody’s number', async () => {
    const { text } = await propose(
      'call,at,event,node\n1,2026-03-02T08:00:00Z,5550100199,main\n1,2026-03-02T08:00:00Z,enter,main',
    );
    expect(text).not.toContain('5550100199');
  });

  test('is a mapping, whatever the log is called and holds', async () => {
    const cell = fc.constantFrom(
      'id',
      'time',
      '2026-03-02 08:00',
      '02/03/2026',
      '1',
      'enter',
      'a b',
      ': x',
      '#',
      '',
      '"q"',
      '5,5',
      '{}',
      '\u0007',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        async (rows) => {
          const width = rows[0]?.length ?? 2;
          const log = rows
            .map((row) =>
              Array.from(
                { length: width },
                (_, index) => `"${(row[index] ?? '').replaceAll('"', '""')}"`,
              ).join(','),
            )
            .join('\n');
          const proposal = await propose(log).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'log-layout' });
            return undefined;
          });
          if (proposal === undefined) return;
          const { findings } = parseMapping({ path: 'm.yaml', text: proposal.text });
          expect(findings.map(({ message }) => message)).toEqual([]);
          expect(proposal.tried.rows.read).toBe(
            proposal.tried.rows.used + proposal.tried.rows.rejected,
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
