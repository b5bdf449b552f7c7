import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { canonicalLines } from '../../../src/calls/digest-of.ts';
import { duckdbEngine } from '../../../src/calls/duckdb/duckdb-engine.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';
import { describeDuckDb, fileLog, temporaryFolder } from '../../support/duckdb.ts';
import { csvLog } from '../../support/log-of.ts';
import { vendorLog, vendorSampleNames, type RecordOrder } from '../../support/vendor-logs.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const linesOf = (log: CondensedLog): readonly string[] => [...canonicalLines(log)];
const both = async (files: readonly string[]) => {
  const inputs = () => files.map((file, index) => fileLog(file, `log ${index}`));
  const stream = await condenseLogs(inputs(), nothingKnown);
  const duckdb = await duckdbEngine.condense(inputs(), nothingKnown);
  return { stream, duckdb };
};
const orders: readonly RecordOrder[] = ['newest first', 'mixed'];

describeDuckDb('logs of other systems in DuckDB', () => {
  test.each(vendorSampleNames)('of %s give what they give in the stream', async (name) => {
    for (const order of orders) {
      const { stream, duckdb } = await both([folder.write(`${name}.log`, vendorLog(name, order))]);
      expect(stream.calls).toBeGreaterThan(5);
      expect(stream.rows.rejected).toBeGreaterThan(0);
      expect(linesOf(duckdb)).toEqual(linesOf(stream));
      expect(duckdb.sources).toEqual(stream.sources);
      expect(duckdb.firstRejects).toEqual(stream.firstRejects);
    }
  });

  test('that tell one call together are joined, beside native logs', async () => {
    const files = [
      folder.write('flow.log', vendorLog('connect', 'mixed')),
      folder.write('beside.csv', csvLog(['c1,2026-03-02T08:00:00Z,enter,main,', ',,,,'])),
      folder.write('records.log', vendorLog('connectRecords')),
    ];
    const { stream, duckdb } = await both(files);
    expect(linesOf(duckdb)).toEqual(linesOf(stream));
    expect(duckdb.sources.map(({ layout }) => layout)).toEqual([
      ...['amazon-connect-flow-log', 'native', 'amazon-connect-contact-record'],
    ]);
  });

  test('that are packed and broken off give their whole lines, and are told', async () => {
    const file = folder.in('broken.gz');
    const packed = gzipSync(Array.from({ length: 50 }, () => vendorLog('twilio')).join(''));
    writeFileSync(file, packed.subarray(0, packed.length - 10));
    const notes: string[] = [];
    const onNote = (note: string) => notes.push(note);
    const stream = await condenseLogs([fileLog(file)], nothingKnown, { onNote });
    const duckdb = await duckdbEngine.condense([fileLog(file)], nothingKnown, { onNote });
    expect(linesOf(duckdb)).toEqual(linesOf(stream));
    expect(notes).toHaveLength(2);
    expect(notes[1]).toBe(notes[0]);
  });

  test('of any format give what they give in the stream, whatever is broken in them', async () => {
    const lines = fc.constantFrom(...vendorSampleNames).chain((name) => {
      const [first = '', ...others] = vendorLog(name, 'mixed').split('\n');
      const broken = fc.constantFrom('{', '"', '', ',,,', '[1]', '{"ContactId": 7}', '\u0000|a');
      const line = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...others) }, broken);
      return fc.array(line, { maxLength: 80 }).map((some) => [first, ...some]);
    });
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const { stream, duckdb } = await both([folder.write('any.log', all.join('\n'))]);
        expect(linesOf(duckdb)).toEqual(linesOf(stream));
        expect(duckdb.firstRejects).toEqual(stream.firstRejects);
      }),
      { numRuns: 12 },
    );
  });
});
