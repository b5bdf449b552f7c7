import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readLog } from '../support/read-log.ts';
import type { LogInput } from '../../src/calls/read-log-text.ts';
import { createRowTally, type RowCounts } from '../../src/calls/row-tally.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { collect, csvLog, logHeader, logOf } from '../support/log-of.ts';

async function read(
  input: LogInput,
): Promise<RowCounts & { readonly events: readonly CallEvent[] }> {
  const tally = createRowTally(input.path);
  const events = (await collect(readLog(input, tally))).flat();
  return { events, ...tally.counts() };
}

async function errorOf(input: LogInput): Promise<IvrError> {
  const error: unknown = await read(input).catch((thrown: unknown) => thrown);
  if (error instanceof IvrError) return error;
  throw new Error('this log should not be readable', { cause: error });
}

const good = '1,2026-03-02T08:00:00Z,enter,main,';

describe('reading a native log', () => {
  test('a row becomes an event', async () => {
    const { events } = await read(logOf(csvLog(['1,2026-03-02T08:00:05.250Z,input,main,3'])));
    const at = Date.UTC(2026, 2, 2, 8, 0, 5, 250);
    expect(events).toEqual([{ call: '1', at, event: 'input', node: 'main', value: '3' }]);
  });

  test('columns may stand in any order, with others between, capitals and spaces around names', async () => {
    const header = 'Node, seq ,remark,CALL,value,event,at';
    const row = ' main ,7,"so, so",c1,,enter,2026-03-02T08:00:00Z';
    const { events } = await read(logOf(csvLog([row], header)));
    expect(events).toEqual([
      { call: 'c1', at: Date.UTC(2026, 2, 2, 8), event: 'enter', node: 'main', value: '', seq: 7 },
    ]);
  });

  test('the number that was dialled may stand in its own column', async () => {
    const log = csvLog(
      ['1,2026-03-02T08:00:00Z,start,,,+18005550142,+306900000000'],
      `${logHeader},number,caller`,
    );
    const { events } = await read(logOf(log));
    expect(events.map(({ value }) => value)).toEqual(['+18005550142']);
    expect(JSON.stringify(events)).not.toContain('306900000000');
  });

  test.each([
    ['1,2026-03-02T08:00:00Z,enter,main', undefined, 'too few fields'],
    ['1,2026-03-02T08:00:00Z,enter,main,,', undefined, 'too many fields'],
    [',2026-03-02T08:00:00Z,enter,main,', 'call', 'no call id'],
    ['1,2026-03-02T08:00:00,enter,main,', 'at', 'time without offset'],
    ['1,2026-02-30T08:00:00Z,enter,main,', 'at', 'no such day or time'],
    ['1,03/02/2026,enter,main,', 'at', 'time not readable'],
    ['1,2026-03-02T08:00:00Z,entered,main,', 'event', 'unknown event'],
    ['1,2026-03-02T08:00:00Z,toString,main,', 'event', 'unknown event'],
    ['1,2026-03-02T08:00:00Z,enter,,', 'node', 'no node entered'],
    ['1\u0000,2026-03-02T08:00:00Z,enter,main,', 'call', 'damaged text'],
    ['1,2026-03-02T08:00:00Z,enter,\u001b[31mmain,', 'node', 'damaged text'],
    ['1,2026-03-02T08:00:00Z,enter,\u009b31mmain,', 'node', 'damaged text'],
    ['1,2026-03-02T08:00:00Z,enter,ma\uFFFDin,', 'node', 'damaged text'],
    ['1,2026-03-02T08:00:00Z,enter,"ma\nin",', 'node', 'damaged text'],
    ['1,2026-03-02T08:00:00Z,enter,"main"x,', undefined, 'stray quote'],
    [logHeader, undefined, 'repeated header'],
  ])('%j is rejected with its line and reason', async (row, column, reason) => {
    const { events, rows, rejectedBy, firstRejects } = await read(logOf(csvLog([good, row, good])));
    expect(events).toHaveLength(2);
    expect(rows).toEqual({ read: 3, used: 2, rejected: 1, duplicate: 0 });
    expect(rejectedBy).toEqual({ [reason]: 1 });
    expect(firstRejects).toEqual([{ path: 'log.csv', line: 3, column, reason }]);
  });

  test('a seq that is no whole number is rejected', async () => {
    const log = csvLog([`${good},1.5`, `${good},-3`, `${good},`], `${logHeader},seq`);
    const { events, rejectedBy } = await read(logOf(log));
    expect(events.map(({ seq }) => seq)).toEqual([-3, undefined]);
    expect(rejectedBy).toEqual({ 'seq not a number': 1 });
  });

  test('of many rejects all are counted and the first are kept', async () => {
    const { rows, rejectedBy, firstRejects } = await read(
      logOf(csvLog(Array.from({ length: 5000 }, () => 'x'))),
    );
    expect(rows).toEqual({ read: 5000, used: 0, rejected: 5000, duplicate: 0 });
    expect(rejectedBy).toEqual({ 'too few fields': 5000 });
    expect(firstRejects).toHaveLength(20);
    expect(firstRejects.at(-1)?.line).toBe(21);
  });

  test('the reasons for rejects never repeat what the row says', async () => {
    const { firstRejects } = await read(
      logOf(csvLog(['4155550123,x,y,z,4155550123', '1,4155550123,enter,main,', good])),
    );
    expect(JSON.stringify(firstRejects)).not.toContain('415');
  });
});

describe('the ways in which logs are written', () => {
  const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const swapped = (text: string): Uint8Array => Buffer.from(utf16(text)).swap16();
  const log = csvLog([good, '1,2026-03-02T08:00:05Z,hangup,μενού,']);
  const utf32 = (text: string, isLittle: boolean): Uint8Array => {
    const signs = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
    const bytes = Buffer.alloc(signs.length * 4);
    signs.forEach((sign, index) => {
      if (isLittle) bytes.writeUInt32LE(sign, index * 4);
      else bytes.writeUInt32BE(sign, index * 4);
    });
    return bytes;
  };

  test.each([
    ['UTF-8', log],
    ['UTF-8 with a byte order mark', `\uFEFF${log}`],
    ['CRLF', log.replaceAll('\n', '\r\n')],
    ['lone CR', log.replaceAll('\n', '\r')],
    ['line ends of two kinds', log.replace('\n', '\r\n')],
    ['no line end at the end', log.trimEnd()],
    ['UTF-16, little end first', utf16(log)],
    ['UTF-16, big end first', swapped(log)],
    ['UTF-16 without a mark', Buffer.from(log, 'utf16le')],
    ['UTF-16 without a mark, big end first', Buffer.from(log, 'utf16le').swap16()],
    ['UTF-32, little end first', utf32(`\uFEFF${log}`, true)],
    ['UTF-32, big end first', utf32(`\uFEFF${log}`, false)],
    ['UTF-32 without a mark', utf32(log, true)],
    ['UTF-32 without a mark, big end first', utf32(log, false)],
    ['semicolons', log.replaceAll(',', ';')],
    ['semicolons below a line that names them', `sep=;\n${log.replaceAll(',', ';')}`],
    [
      'the same behind a mark, with CRLF',
      `\uFEFFsep=;\r\n${log.replaceAll(/[,\n]/g, (sign) => (sign === ',' ? ';' : '\r\n'))}`,
    ],
    ['commas below a line that names them, in quotes', `\n"sep=,"\n\n${log}`],
    ['a tab below a line that names it', `sep=\t\n${log.replaceAll(',', '\t')}`],
    ['UTF-16 below a line that names semicolons', utf16(`sep=;\n${log.replaceAll(',', ';')}`)],
    ['tabs', log.replaceAll(',', '\t')],
    ['bars', log.replaceAll(',', '|')],
    ['gzip', gzipSync(log)],
    ['gzip in two members', Buffer.concat([gzipSync(log.slice(0, 30)), gzipSync(log.slice(30))])],
    ['gzip of UTF-16', gzipSync(utf16(log))],
    ['gzip of UTF-32', gzipSync(utf32(`\uFEFF${log}`, false))],
  ])('%s gives the same events, wherever its bytes are cut', async (_, content) => {
    for (const chunk of [1, 7, 1 << 16]) {
      const { events, rows } = await read(logOf(content, 'log.csv', chunk));
      expect(rows).toEqual({ read: 2, used: 2, rejected: 0, duplicate: 0 });
      expect(events.map(({ node }) => node)).toEqual(['main', 'μενού']);
    }
  });

  test('bytes that are no UTF-8 lose only their row', async () => {
    const broken = Buffer.from(csvLog([good, '1,2026-03-02T08:00:05Z,enter,caf?,', good]));
    broken[broken.indexOf('?')] = 0xe9;
    const { rows, firstRejects } = await read(logOf(broken));
    expect(rows).toEqual({ read: 3, used: 2, rejected: 1, duplicate: 0 });
    expect(firstRejects[0]).toMatchObject({ line: 3, column: 'node', reason: 'damaged text' });
  });

  test('a log without rows is a log', async () => {
    expect((await read(logOf(logHeader))).rows).toEqual({
      read: 0,
      used: 0,
      rejected: 0,
      duplicate: 0,
    });
  });

  test.each([
    ['an empty file', '', 'log-layout', 1, 1],
    ['blank lines', '\n\n', 'log-layout', 1, 1],
    ['a missing column', 'call,at,event,node\n', 'log-layout', 1, 1],
    ['a column that stands twice', 'call,at,event,node,value,At\n', 'log-layout', 1, 26],
    ['semicolons, and a missing column', 'call;at;event;node\n', 'log-layout', 1, 1],
    ['a header that is no CSV', 'call,at,"event\n', 'log-layout', 1, 1],
  ])('%s is told with its place', async (_, content, code, line, column) => {
    const error = await errorOf(logOf(content, 'calls.csv'));
    expect(error.code).toBe(code);
    expect(error.place).toMatchObject({ path: 'calls.csv', start: { line, column } });
    expect(error.help).not.toBe('');
  });

  test('a column with a wrong name is found again', async () => {
    const error = await errorOf(logOf('call,at,event,nodes,value\n'));
    expect(error.message).toBe('The log has no column "node". Did you mean "nodes"?');
  });

  test('a list of JSON is told how to be read', async () => {
    const error = await errorOf(logOf('[\n{"call":"1"}\n]\n'));
    expect(error.message).toMatch(/^The log has no /);
    expect(error.help).toContain('In JSON each object has its line');
  });

  test('the header of something else is told without its control characters', async () => {
    const error = await errorOf(logOf('\u001b[2J,\u0007bell,x\n'));
    expect(error.help).not.toMatch(/[\u0000-\u001f]/);
  });

  test.each([
    ['Parquet', Buffer.from('PAR1....'), 'Parquet'],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'zstd'],
    ['ZIP', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'ZIP'],
    ['zeros everywhere', Buffer.from('call,at\0\0\0\0\0\0\0\0'), 'zero bytes'],
    ['a gzip that is broken off', gzipSync(log.repeat(50)).subarray(0, 60), 'damaged'],
    [
      'a gzip that is damaged',
      Buffer.concat([gzipSync(log).subarray(0, 12), Buffer.alloc(99, 7)]),
      'damaged',
    ],
  ])('%s is told as such', async (_, content, word) => {
    const error = await errorOf(logOf(content));
    expect(error.code).toBe('log-unreadable');
    expect(error.message).toContain(word);
  });

  test('a gzip that is broken off gives its whole lines, and is told', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `${index * 7919},2026-03-02T08:00:00Z,enter,n${index},`,
    );
    const packed = gzipSync(csvLog(rows));
    const notes: string[] = [];
    const log = {
      ...logOf(packed.subarray(0, packed.length / 2)),
      onNote: (note: string) => notes.push(note),
    };
    const { events, rows: fates } = await read(log);
    expect(fates.rejected).toBe(0);
    expect(events.length).toBeGreaterThan(500);
    expect(events.map(({ node }) => node)).toEqual(events.map((_, index) => `n${index}`));
    expect(notes).toEqual([
      'log.csv is packed and incomplete: its complete lines count, the rest is missing.',
    ]);
  });

  test('whatever is done to a log, every row is used or rejected, and none is counted twice', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      index % 3 === 0
        ? `"${index}",2026-03-02T08:00:00Z,enter,"ma,in",`
        : `${index},2026-03-02T08:00:00Z,enter,main,`,
    );
    const text = csvLog(rows);
    const signs = fc.constantFrom('"', ',', '\n', '\r', '\u0000', 'x', '', 'é', '""', '\n\n');
    const edit = fc.record({ at: fc.nat(text.length), drop: fc.nat(3), put: signs });
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 6 }),
        fc.integer({ min: 1, max: 99 }),
        async (edits, chunk) => {
          let changed = text.slice(logHeader.length + 1);
          for (const { at, drop, put } of edits) {
            changed = changed.slice(0, at) + put + changed.slice(at + drop);
          }
          const whole = await read(logOf(`${logHeader}\n${changed}`));
          const pieces = await read(logOf(`${logHeader}\n${changed}`, 'log.csv', chunk));
          expect(pieces).toEqual(whole);
          expect(whole.rows.read).toBe(whole.rows.used + whole.rows.rejected);
          expect(whole.rows.used).toBe(whole.events.length);
          const byReason = Object.values(whole.rejectedBy).reduce((sum, count) => sum + count, 0);
          expect(byReason).toBe(whole.rows.rejected);
          const lines = changed.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').length;
          expect(whole.rows.read).toBeLessThanOrEqual(lines);
          // Each edit harms the lines it touches, at most three, and rows that a quote joins.
          expect(whole.rows.used).toBeGreaterThanOrEqual(12 - 5 * edits.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('what stands in place of a header is shown without the digits of callers', async () => {
  const rows = ['c1,2026-03-02T08:00:00Z,input,pin,4155550100', ''].join('\n');
  const asked = read(logOf(rows));
  await expect(asked).rejects.toMatchObject({ help: expect.stringContaining('#####') });
  await expect(asked).rejects.toMatchObject({ help: expect.not.stringContaining('4155550100') });
});
