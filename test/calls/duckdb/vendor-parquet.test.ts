import { afterAll, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { canonicalLines } from '../../../src/calls/digest-of.ts';
import { duckdbEngine } from '../../../src/calls/duckdb/duckdb-engine.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';
import { plainReading, type LogReading } from '../../../src/calls/log-reading.ts';
import { convertLogs, type ConvertedLogs } from '../../../src/files/convert-logs.ts';
import { describeDuckDb, fileLog, runInDuckDb, temporaryFolder } from '../../support/duckdb.ts';
import { csvLog } from '../../support/log-of.ts';
import {
  vendorLog,
  vendorSampleNames,
  type RecordOrder,
  type VendorSampleName,
} from '../../support/vendor-logs.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const linesOf = (log: CondensedLog): readonly string[] => [...canonicalLines(log)];
async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new Uint8Array();
}
const context = { cwd: folder.in(''), stdin: nothing() };
const utc: LogReading = { ...plainReading, zone: 'UTC' };

/** Logs of lines, and documents, are no rows. */
const ofRows = vendorSampleNames.filter((name) => name !== 'queueLog' && name !== 'cvp');
const isTable = (name: VendorSampleName): boolean => !vendorLog(name).startsWith('{');

/** Ways in which a warehouse may keep the same rows. */
const kept: Readonly<Record<string, (file: string, isCsv: boolean) => string>> = {
  'as texts': (file, isCsv) =>
    isCsv
      ? `FROM read_csv('${file}', all_varchar = true)`
      : `FROM read_json('${file}', maximum_depth = 1, format = 'newline_delimited')`,
  'as the types they seem to have': (file, isCsv) =>
    isCsv
      ? `FROM read_csv('${file}')`
      : `FROM read_json('${file}', maximum_depth = -1, format = 'newline_delimited')`,
};

/** What of a log is a text where it goes on, so that its zone matters: DuckDB leaves that out where it guesses. */
const withZone: Partial<Record<VendorSampleName, string>> = {
  connectDelivered: 'ResourcePublishTimestamp',
};

/** A log and the same rows in Parquet. */
async function pair(name: VendorSampleName, way: string, order: RecordOrder) {
  const text = folder.write(`${name}.log`, vendorLog(name, order));
  const file = folder.in(`${name}.parquet`);
  const rows = kept[way]?.(text, isTable(name)) ?? '';
  const moment = withZone[name];
  const zoned = `* REPLACE (${moment}::TIMESTAMP AT TIME ZONE 'UTC' AS ${moment})`;
  const columns = moment === undefined || way === 'as texts' ? '*' : zoned;
  await runInDuckDb(`COPY (SELECT ${columns} ${rows}) TO '${file}' (FORMAT parquet)`);
  return { text, file };
}

describeDuckDb('logs of other systems in Parquet', () => {
  test.each(ofRows.flatMap((name) => Object.keys(kept).map((way) => [name, way] as const)))(
    'of %s, kept %s, give what the same rows give as text',
    async (name, way) => {
      for (const order of ['mixed', 'newest first'] as const) {
        const { text, file } = await pair(name, way, order);
        const stream = await condenseLogs([fileLog(text)], nothingKnown, { reading: utc });
        const duckdb = await duckdbEngine.condense([fileLog(file)], nothingKnown, { reading: utc });
        expect(stream.calls).toBeGreaterThan(5);
        expect(linesOf(duckdb)).toEqual(linesOf(stream));
        expect(duckdb.rows).toEqual(stream.rows);
        expect(duckdb.rejectedBy).toEqual(stream.rejectedBy);
        expect(duckdb.sources).toEqual([{ ...stream.sources[0], encoding: 'Parquet' }]);
      }
    },
  );

  test('number their rejects by rows, from 1', async () => {
    const { text, file } = await pair('twilio', 'as texts', 'mixed');
    const stream = await condenseLogs([fileLog(text)]);
    const duckdb = await duckdbEngine.condense([fileLog(file)], nothingKnown);
    expect(duckdb.firstRejects).toEqual(stream.firstRejects);
  });

  test('come together with texts, tell calls with them, and are converted like them', async () => {
    const flow = await pair('connect', 'as the types they seem to have', 'mixed');
    const records = folder.write('records.log', vendorLog('connectRecords'));
    const beside = folder.write('beside.csv', csvLog(['c1,2026-03-02T08:00:00Z,enter,main,']));
    const all = (flowLog: string) => [flowLog, records, beside];
    const inputs = (flowLog: string) => all(flowLog).map((file) => fileLog(file, file));
    const stream = await condenseLogs(inputs(flow.text), nothingKnown, { reading: utc });
    const reading = { reading: utc };
    const duckdb = await duckdbEngine.condense(inputs(flow.file), nothingKnown, reading);
    expect(linesOf(duckdb)).toEqual(linesOf(stream));
    const target = folder.in('converted.csv');
    const options = { ...context, values: 'all', logZone: 'UTC' } as const;
    const [ofText, ofParquet] = [
      await convertLogs(all(flow.text), target, options),
      await convertLogs(all(flow.file), target, options),
    ];
    expect(ofParquet.sources.map(({ layout, encoding }) => ({ layout, encoding }))).toContainEqual({
      layout: 'amazon-connect-flow-log',
      encoding: 'Parquet',
    });
    const named = (of: ConvertedLogs) =>
      JSON.stringify({ ...of, sources: [] }).replaceAll('connect.parquet', 'connect.log');
    expect(named(ofParquet)).toBe(named(ofText));
  });

  test('of the data lake give what Athena downloads, whatever type their moments have', async () => {
    const rows = (moment: (text: string) => string) =>
      ['08:00:00.000', '08:05:00.250'].map((time, id) => {
        const began = moment(`2026-03-02 ${time}`);
        const over = moment('2026-03-02 09:00:00.000');
        return `SELECT 'c${id}' AS contact_id, 'VOICE' AS channel, 'INBOUND' AS initiation_method, ${began} AS initiation_timestamp, ${over} AS disconnect_timestamp, 'CUSTOMER_DISCONNECT' AS disconnect_reason, 'Sales' AS queue_name, ${began} AS queue_enqueue_timestamp, NULL::VARCHAR AS system_endpoint_address, MAP {'tier': 'gold'} AS attributes`;
      });
    const read = async (name: string, moment: (text: string) => string, zone?: string) => {
      const file = folder.in(name);
      const how = name.endsWith('.csv') ? 'csv, HEADER' : 'parquet';
      const select = rows(moment).join(' UNION ALL ');
      await runInDuckDb(`COPY (${select}) TO '${file}' (FORMAT ${how})`);
      const reading = { ...plainReading, zone };
      const found = await duckdbEngine.condense([fileLog(file)], nothingKnown, { reading });
      expect(found.sources[0]?.layout).toBe('amazon-connect-lake-contacts');
      return linesOf(found);
    };
    const athena = await read('lake.csv', (text) => `'${text} UTC'`);
    expect(athena.some((line) => line.includes('Sales'))).toBe(true);
    expect(await read('tz.parquet', (text) => `TIMESTAMPTZ '${text}Z'`)).toEqual(athena);
    expect(await read('ms.parquet', (text) => `epoch_ms(TIMESTAMP '${text}')`)).toEqual(athena);
    const inZone = await read('naive.parquet', (text) => `TIMESTAMP_NS '${text}'`, 'UTC');
    expect(inZone).toEqual(athena);
  });

  test('are refused by a format of lines, and by one whose columns they lack', async () => {
    const { file } = await pair('twilio', 'as texts', 'mixed');
    const read = (format: string) =>
      duckdbEngine.condense([fileLog(file)], nothingKnown, { reading: { ...utc, format } });
    await expect(read('cisco-cvp-activity-log')).rejects.toMatchObject({
      code: 'usage',
      message: 'log is Parquet, and logs of the format "cisco-cvp-activity-log" are text files.',
    });
    await expect(read('avaya-breadcrumbs')).rejects.toMatchObject({ code: 'log-layout' });
    await expect(read('twilio-studoi')).rejects.toMatchObject({ code: 'usage' });
    expect((await read('twilio-studio')).rows.used).toBeGreaterThan(10);
  });
});
