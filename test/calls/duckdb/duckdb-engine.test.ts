import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { symlinkSync, writeFileSync } from 'node:fs';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { canonicalLines } from '../../../src/calls/digest-of.ts';
import { duckdbEngine } from '../../../src/calls/duckdb/duckdb-engine.ts';
import { noNames } from '../../../src/calls/formats/node-names.ts';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';
import { pseudonymsBy } from '../../../src/calls/read-callers.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';
import {
  describeDuckDb,
  fileLog,
  runInDuckDb,
  temporaryFolder,
  writeParquetRows,
} from '../../support/duckdb.ts';
import { csvLog, logHeader, logOf } from '../../support/log-of.ts';
import { untidyLogs } from '../../support/untidy-log.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const names = ['call', 'at', 'event', 'node', 'value', 'seq', 'script'] as const;
const columnsOf = (event: CallEvent): readonly string[] => [
  ...[event.call, new Date(event.at).toISOString(), event.event, event.node, event.value],
  ...[event.seq === undefined ? '' : String(event.seq), event.script ?? ''],
];
const csvOf = (rows: readonly (readonly string[])[], header: readonly string[] = names) =>
  csvLog(
    rows.map((row) => row.join(',')),
    header.join(','),
  );

const inDuckDb = (...files: readonly string[]) =>
  duckdbEngine.condense(
    files.map((file, index) => fileLog(file, `log ${index}`)),
    nothingKnown,
  );
const inStream = (...texts: readonly string[]) =>
  condenseLogs(texts.map((text, index) => logOf(text, `log ${index}`)));

/** Everything that engines must agree on, as lines. */
const linesOf = (log: CondensedLog): readonly string[] => [...canonicalLines(log)];
/** The rejected rows; a row of Parquet stands a line higher than in a CSV, which has a header. */
const rejectsOf = (log: CondensedLog, headers = 0) =>
  log.firstRejects.map((row) => ({ ...row, line: row.line - headers }));

const id = fc.constantFrom('a', 'b', ' a', 'a\t', '', 'é7', 'a b', '1741000123.10', 'call');
const moment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 0, max: 900_000 })
      .map((ms) => new Date(Date.UTC(2026, 2, 2, 8) + ms).toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2026-03-02T08:00:00+01:00',
      '2026-03-02T08:00:00.5Z',
      '2026-02-30T08:00:00.000Z',
      '2026-03-02T24:00:00.000Z',
      '2026-03-02T08:00:60.000Z',
      '2026-03-02 08:00:01.000Z',
      ' 2026-03-02T08:00:01.000Z',
      '2026-03-02T08:00:01.000',
      '02/03/2026',
      '',
    ),
  },
);
const dirtyRow = fc
  .tuple(
    id,
    moment,
    fc.constantFrom(
      'start',
      'enter',
      'input',
      'queue',
      'transfer',
      'hangup',
      ' enter',
      'ENTER',
      'event',
    ),
    fc.constantFrom('main', 'cards', '', ' main', 'ma\u0007in', 'Menü'),
    fc.constantFrom('', '1', '12', '123', ' 1', '4155550100', 'general', 'a b', '\u0007'),
    fc.constantFrom('', '1', '2', '-3', '1.5', 'x'),
    fc.constantFrom('', '', 'v1', ' v2'),
  )
  .map((row) => [...row]);

describeDuckDb('DuckDB gives what the stream gives', () => {
  test('for Parquet of any rows: late, twice, with and without seq and version', async () => {
    await fc.assert(
      fc.asyncProperty(untidyLogs({ most: 2 }), async (logs) => {
        const rows = logs.map((events) => events.map(columnsOf));
        const files = rows.map((_, index) => folder.in(`untidy-${index}.parquet`));
        for (const [index, file] of files.entries())
          await writeParquetRows(file, names, rows[index] ?? []);
        const expected = await inStream(...rows.map((own) => csvOf(own)));
        expect(linesOf(await inDuckDb(...files))).toEqual(linesOf(expected));
      }),
      { numRuns: 8 },
    );
  });

  test('for Parquet of broken rows, with the same rejects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dirtyRow, { maxLength: 60 }), async (rows) => {
        const file = folder.in('dirty.parquet');
        await writeParquetRows(file, names, rows);
        const expected = await inStream(csvOf(rows));
        const found = await inDuckDb(file);
        expect(linesOf(found)).toEqual(linesOf(expected));
        expect(rejectsOf(found)).toEqual(rejectsOf(expected, 1));
      }),
      { numRuns: 10 },
    );
  });

  test('for Parquet with NULL in a column, which says as little as an empty field', async () => {
    const full = ['c1', '2026-03-02T08:00:00.000Z', 'start', 'main', '1', '1', 'v1'];
    const rows = full.map((_, empty) => full.map((text, column) => (column === empty ? '' : text)));
    const file = folder.in('nulls.parquet');
    const withNulls = rows.map((row) => row.map((text) => (text === '' ? null : text)));
    await writeParquetRows(file, names, withNulls);
    const [found, expected] = [await inDuckDb(file), await inStream(csvOf(rows))];
    expect(linesOf(found)).toEqual(linesOf(expected));
    expect(rejectsOf(found)).toEqual(rejectsOf(expected, 1));
  });

  test('for text, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(dirtyRow, fc.constantFrom([''], ['"a', 'b'], ['a,"b"'])), {
          maxLength: 60,
        }),
        async (rows) => {
          const text = csvOf(rows);
          const file = folder.in('dirty.csv');
          writeFileSync(file, text);
          const [found, expected] = [await inDuckDb(file), await inStream(text)];
          expect(linesOf(found)).toEqual(linesOf(expected));
          expect(rejectsOf(found)).toEqual(rejectsOf(expected));
        },
      ),
      { numRuns: 8 },
    );
  });

  test('for text as spreadsheets write it, and in any encoding that is told by itself', async () => {
    const text = csvOf([
      ['a', '2026-03-02T08:00:00.000Z', 'enter', 'menü', '', '', ''],
      ['a', '2026-03-02T08:00:01.000Z', 'hangup', 'menü', '', '', ''],
      ['a', '2026-03-02T08:00:01', 'hangup', 'menü', '', '', ''],
    ]);
    const spread = `sep=;\n${text.replaceAll(',', ';')}`;
    const units = Buffer.from(`\uFEFF${spread}`, 'utf16le');
    const utf32 = Buffer.alloc(units.length * 2);
    for (let at = 0; at < units.length; at += 2) units.copy(utf32, at * 2, at, at + 2);
    const expected = linesOf(await inStream(text));
    const file = folder.in('spread.csv');
    for (const content of [spread, units, utf32]) {
      writeFileSync(file, content);
      const found = await inDuckDb(file);
      expect(linesOf(found)).toEqual(expected);
      expect(rejectsOf(found)).toMatchObject([{ line: 5, reason: 'time without offset' }]);
      const [streamed] = [await condenseLogs([fileLog(file, 'log 0')])];
      expect(linesOf(streamed)).toEqual(expected);
    }
  });

  test('for Parquet and text together, from files and pipes', async () => {
    const rows = [
      ['a', '2026-03-02T08:00:00.000Z', 'enter', 'main', '', '', ''],
      ['a', '2026-03-02T08:00:01.000Z', 'input', 'main', '1', '', ''],
    ];
    const more = [['a', '2026-03-02T08:00:02.000Z', 'hangup', 'main', '', '', '']];
    const file = folder.in('half.parquet');
    await writeParquetRows(file, names, rows);
    const together = await duckdbEngine.condense(
      [fileLog(file, 'log 0'), logOf(csvOf(more), 'log 1')],
      nothingKnown,
    );
    expect(linesOf(together)).toEqual(linesOf(await inStream(csvOf(rows), csvOf(more))));
    expect(together.sources.map(({ path }) => path)).toEqual(['log 0', 'log 1']);
  });

  test('with what the script of the calls explains', async () => {
    const known = {
      choices: new Map([['main', new Set(['1', 'billing please', "o'clock"])]]),
      numbers: new Set(['+18005550142']),
    };
    const rows = ['1', 'billing please', "o'clock", '77', '', '415'].flatMap((value, index) => {
      const at = `2026-03-02T08:00:0${index}.000Z`;
      return [
        [`c${index}`, at, 'start', '', index % 2 === 0 ? '+18005550142' : '+18005550199', '', ''],
        [`c${index}`, at, 'input', 'main', value, '', ''],
        [`c${index}`, at, 'input', 'elsewhere', value, '', ''],
      ];
    });
    const file = folder.in('known.parquet');
    await writeParquetRows(file, names, rows);
    const found = await duckdbEngine.condense([fileLog(file)], known);
    expect(linesOf(found)).toEqual(linesOf(await condenseLogs([logOf(csvOf(rows))], known)));
  });
});

describeDuckDb('a Parquet log', () => {
  const one = ['c1', '2026-03-02T08:00:00.250Z', 'input', 'main', '1'];
  const header = logHeader.split(',');
  const asText = () => inStream(csvOf([one], header));
  const typed = async (columns: string, row: readonly (string | null)[] = one) => {
    const file = folder.in('typed.parquet');
    await writeParquetRows(file, header, [row], columns);
    return inDuckDb(file);
  };

  test.each([
    ['moments with a zone', 'call, "at"::TIMESTAMPTZ AS "at", event, node, value'],
    ['keys that are whole numbers', 'call, "at", event, node, value::INTEGER AS value'],
    ['keys in floating point', 'call, "at", event, node, value::DOUBLE AS value'],
    ['texts in bytes', 'call::BLOB AS call, "at", event::BLOB AS event, node, value'],
    ['columns in another order and writing', 'value AS "Value", node, event, "at" AS "AT ", call'],
  ])('may have %s', async (_, columns) => {
    expect(linesOf(await typed(columns.replaceAll(/\bcall\b/g, '"call"')))).toEqual(
      linesOf(await asText()),
    );
  });

  test('may have a list that nothing reads', async () => {
    const columns = '"call", "at", event, node, value, [1, 2] AS remark, 7 AS caller';
    expect(linesOf(await typed(columns))).toEqual(linesOf(await asText()));
  });

  test('with moments that have no zone is rejected row by row: two readers would differ', async () => {
    const { rejectedBy } = await typed('"call", "at"::TIMESTAMP AS "at", event, node, value');
    expect(rejectedBy).toEqual({ 'time without offset': 1 });
  });

  test('with ids that have lost digits is rejected row by row', async () => {
    const columns = '12345678901234567890::DOUBLE AS "call", "at", event, node, value';
    expect((await typed(columns)).rejectedBy).toEqual({ 'field not text': 1 });
  });

  test('with no value is an empty one', async () => {
    const row = ['c1', '2026-03-02T08:00:00.250Z', 'hangup', null, null];
    const log = await typed('"call", "at", event, node, value', row);
    expect(log.variants[0]?.steps).toEqual([{ event: 'hangup', node: '', value: '' }]);
  });

  test('that lacks a column says which one', async () => {
    const log = typed('"call", "at", event, node');
    await expect(log).rejects.toMatchObject({ code: 'log-layout' });
    await expect(log).rejects.toThrow('The log has no column "value".');
  });

  test('with a column that DuckDB itself would name so is refused', async () => {
    const log = typed('"call", "at", event, node, value, 1 AS "File_Row_Number"');
    await expect(log).rejects.toMatchObject({ code: 'log-layout' });
    await expect(log).rejects.toThrow('log 0 has a column "file_row_number"');
  });

  test('without rows has no calls', async () => {
    const file = folder.in('empty.parquet');
    await writeParquetRows(file, header, []);
    expect(await inDuckDb(file)).toMatchObject({ calls: 0, window: undefined });
  });

  test('that is damaged stops the work, and says so', async () => {
    const file = folder.in('damaged.parquet');
    writeFileSync(file, 'PAR1 and nothing more PAR1');
    await expect(inDuckDb(file)).rejects.toMatchObject({ code: 'log-unreadable' });
  });
});

describeDuckDb('a log that is packed with Zstandard', () => {
  const text = [
    'call,at,event,node,value',
    '',
    'c1,2026-03-02T08:00:00.000Z,enter,main,',
    '"c1",2026-03-02T08:00:01.000Z,input,main,1',
    'c1,2026-03-02T08:00:02.000,hangup,main,',
    '\ufeffcall,at,event,node,value',
    '"c2,2026-03-02T08:00:02.000Z,hangup,main,',
    '',
  ];
  const packed = async (lines: readonly string[], end: string) => {
    const values = lines.map((line) => `('${line}')`).join(', ');
    const file = folder.in('log.csv.zst');
    await runInDuckDb(
      `COPY (SELECT col0 || '${end === '\n' ? '' : '\r'}' FROM (VALUES ${values})) TO '${file}' (FORMAT csv, HEADER false, QUOTE '', DELIM e'\\x01', COMPRESSION zstd)`,
    );
    return inDuckDb(file);
  };

  test.each(['\n', '\r\n'])('is read to the line, its lines ending in %j', async (end) => {
    const [found, expected] = [
      await packed(text.slice(0, -1), end),
      await inStream(text.join(end)),
    ];
    expect(linesOf(found)).toEqual(linesOf(expected));
    expect(rejectsOf(found)).toEqual(rejectsOf(expected));
  });

  test('is told to be unpacked where its lines end in several ways', async () => {
    const log = packed(['call,at,event,node,value', 'a\rb', 'c\r'], '\n');
    await expect(log).rejects.toMatchObject({ code: 'log-unreadable' });
  });
});

describeDuckDb('the names of files', () => {
  const rows = [['c1', '2026-03-02T08:00:00.000Z', 'enter', 'main', '']];
  const others = [['wrong', '2026-03-02T08:00:00.000Z', 'enter', 'wrong', '']];

  test.each([
    ["we[1]ird*'?.parquet", "we1irdX'Y.parquet"],
    ['a;b"c.parquet', 'a.parquet'],
    ['**.parquet', 'b.parquet'],
    ['{a,b}.parquet', 'a.parquet'],
  ])('%s names itself alone', async (name, other) => {
    const hidden = folder.in('plain.parquet');
    await writeParquetRows(hidden, logHeader.split(','), rows);
    await writeParquetRows(folder.in(other), logHeader.split(','), others);
    symlinkSync(hidden, folder.in(name));
    const { variants } = await inDuckDb(folder.in(name));
    expect(variants.map(({ steps }) => steps[0]?.node)).toEqual(['main']);
  });
});

describeDuckDb('details of calls', () => {
  const details = {
    zone: 'UTC',
    cuts: [],
    spanAt: () => ({ from: 0, to: Date.UTC(2030, 0, 1), offset: 0 }),
    selection: { from: Date.UTC(2026, 2, 2) },
  };

  test('are counted, and calls selected, as in the stream', async () => {
    const rows = ['a', 'b', 'c'].flatMap((call, index) => [
      [call, `2026-03-0${index + 1}T08:00:00.000Z`, 'enter', 'main', '', '', ''],
      [call, `2026-03-0${index + 1}T08:00:05.000Z`, 'queue', 'main', 'q', '', ''],
    ]);
    const file = folder.in('details.parquet');
    await writeParquetRows(file, names, rows);
    const found = await duckdbEngine.condense([fileLog(file)], nothingKnown, { details });
    const expected = await condenseLogs([logOf(csvOf(rows))], nothingKnown, { details });
    expect(found.calls).toBe(2);
    expect(linesOf(found)).toEqual(linesOf(expected));
    expect(found.details).toEqual(expected.details);
  });

  const callers = ['+1 555-0142', '15550142', '', 'anonymous', ' +15550143\t', '15550143'];
  const called = callers.flatMap((caller, index) => [
    [`c${index}`, `2026-03-02T08:00:0${index}.000Z`, 'start', '', '', '', 'v1', ''],
    [`c${index}`, `2026-03-02T08:00:1${index}.000Z`, 'enter', 'main', '', '', '', caller],
    [` c${index}`, `2026-03-02T08:00:2${index}.5Z`, 'hangup', 'main', '', '', '', '15550199'],
  ]);
  const withCallers = [...names, 'caller'] as const;
  const pseudonym = pseudonymsBy(new TextEncoder().encode('a key of sixteen'));
  const told = { details: { ...details, pseudonym } };
  const expectCallers = async (file: string) => {
    const text = csvOf(called, withCallers);
    const found = await duckdbEngine.condense([fileLog(file)], nothingKnown, told);
    const expected = await condenseLogs([logOf(text)], nothingKnown, told);
    expect(expected.details?.callers).toMatchObject({ withheld: 0, oneOf: 1 });
    const inOrder = ({ details: of }: CondensedLog) =>
      [...(of?.callers?.at ?? [])]
        .map((at, place) => [at, of?.callers?.caller[place], of?.callers?.variant[place]])
        .sort(([a = 0], [b = 0]) => a - b);
    expect(inOrder(found)).toEqual(inOrder(expected));
    expect(linesOf(found)).toEqual(linesOf(expected));
  };

  test('tell who called by a keyed hash, in Parquet and in text', async () => {
    const file = folder.in('callers.parquet');
    await writeParquetRows(file, withCallers, called);
    await expectCallers(file);
    writeFileSync(folder.in('callers.csv'), csvOf(called, withCallers));
    await expectCallers(folder.in('callers.csv'));
  });

  test('tell who called where that is a number', async () => {
    const file = folder.in('numbers.parquet');
    const rows = [['c1', '2026-03-02T08:00:00.000Z', 'enter', 'main', '', '', '', '15550142']];
    const columns = [...names.map((name) => `"${name}"`), 'caller::DOUBLE AS caller'].join(', ');
    await writeParquetRows(file, withCallers, rows, columns);
    const { details: found } = await duckdbEngine.condense([fileLog(file)], nothingKnown, told);
    expect([...(found?.callers?.caller ?? [])]).toEqual([pseudonym('15550142')]);
  });
});

describeDuckDb('a Parquet log of another layout', () => {
  const columns = ['contact', 'moment', 'what', 'menu', 'pressed', 'release'] as const;
  const rows = [
    ['c1', '02.03.2026 09:00:00', 'PLAY', 'Main', '', 'v1'],
    ['c1', '02.03.2026 09:00:04', 'DTMF', 'Main', '1', 'v1'],
    ['c1', '02.03.2026 09:00:05', 'BEAT', 'Main', '', 'v1'],
    ['c1', '02.03.2026 09:00:06', 'DROP', '', '', ''],
    ['c2', 'noon', 'PLAY', 'Main', '', ''],
    ['c2', '02.03.2026 09:00:07', 'SING', 'Main', '', ''],
  ];
  const text = `mapping: 1
call: contact
at: {column: moment, pattern: 'DD.MM.YYYY HH:mm:ss', zone: Europe/Berlin}
event: {column: what, words: {PLAY: enter, DTMF: input, BEAT: skip, DROP: hangup}}
node: {column: menu, names: {Main: main}}
value: pressed
script: release
`;
  const { mapping } = parseMapping({ path: 'log.mapping.yaml', text });
  const reading = { names: noNames, mappings: mapping === undefined ? [] : [mapping] };

  test('is read by its mapping, as the same rows are in a text', async () => {
    const file = folder.in('mapped.parquet');
    await writeParquetRows(file, columns, rows);
    const log = csvLog(
      rows.map((row) => row.map((field) => `"${field}"`).join(',')),
      columns.join(','),
    );
    const found = await duckdbEngine.condense([fileLog(file)], nothingKnown, { reading });
    const expected = await condenseLogs([logOf(log, 'log')], nothingKnown, { reading });
    expect(expected.rows).toMatchObject({ used: 4, rejected: 2 });
    expect(linesOf(found)).toEqual(linesOf(expected));
    expect(rejectsOf(found)).toEqual(rejectsOf(expected, 1));
    expect(found.sources[0]?.layout).toBe('mapping');
    // And the same rows as a text.
    const text = folder.in('mapped.csv');
    writeFileSync(text, log);
    const fromText = await duckdbEngine.condense([fileLog(text)], nothingKnown, { reading });
    expect(linesOf(fromText)).toEqual(linesOf(expected));
    expect(rejectsOf(fromText)).toEqual(rejectsOf(expected));
  });

  test('says what the mapping lacks, where it fits no mapping and is none of ours', async () => {
    const file = folder.in('unmapped.parquet');
    await writeParquetRows(file, ['contact', 'what'], [['c1', 'PLAY']]);
    const log = duckdbEngine.condense([fileLog(file)], nothingKnown, { reading });
    await expect(log).rejects.toMatchObject({ code: 'log-layout' });
    await expect(log).rejects.toThrow('has no column "moment"');
  });
});
