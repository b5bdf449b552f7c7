import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync } from 'node:fs';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import { canonicalLines } from '../../src/calls/digest-of.ts';
import { noNames } from '../../src/calls/formats/node-names.ts';
import { nothingKnown } from '../../src/calls/kept-value.ts';
import type { CondenseOptions } from '../../src/calls/log-engine.ts';
import { fileLog, temporaryFolder } from '../support/duckdb.ts';
import { csvLog, logOf } from '../support/log-of.ts';
import { vendorLog, vendorSampleNames } from '../support/vendor-logs.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const linesOf = (log: CondensedLog): readonly string[] => [...canonicalLines(log)];
const condensed = (files: readonly string[], options: CondenseOptions = {}) =>
  condenseLogs(
    files.map((file) => fileLog(file)),
    nothingKnown,
    options,
  );
/** So much memory that the longest of these calls fits, and few others with it. */
const little = 11 * 1400;

test.each(vendorSampleNames)(
  'logs of %s give the same where memory holds few of their calls at a time',
  async (name) => {
    const file = folder.write(`${name}.log`, vendorLog(name, 'mixed'));
    const notes: string[] = [];
    const rejects: unknown[] = [];
    const found = await condensed([file], {
      memory: little,
      onNote: (note) => notes.push(note),
      onReject: (...reject) => rejects.push(reject),
    });
    const expected = await condensed([file]);
    expect(linesOf(found)).toEqual(linesOf(expected));
    expect(found.firstRejects).toEqual(expected.firstRejects);
    expect(rejects).toHaveLength(expected.rows.rejected);
    expect(notes).toEqual([
      "The calls of log that are open at once don't fit into memory: everything is read again, and put in order first.",
    ]);
  },
);

test('logs that tell one call together are joined in parts, too, and native rows beside them count once', async () => {
  const files = [
    folder.write('flow.log', vendorLog('connect', 'mixed')),
    folder.write(
      'beside.csv',
      csvLog(['c1,2026-03-02T08:00:00Z,enter,main,', 'c9,noon,enter,main,']),
    ),
    folder.write('records.log', vendorLog('connectRecords', 'newest first')),
  ];
  const expected = await condensed(files);
  expect(linesOf(await condensed(files, { memory: 2 * little }))).toEqual(linesOf(expected));
});

test('rows that were put aside are gone afterwards', async () => {
  const file = folder.write('aside.log', vendorLog('twilio', 'mixed'));
  const temporary = folder.in('temporary');
  mkdirSync(temporary);
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = temporary;
  try {
    await condensed([file], { memory: little });
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  expect(readdirSync(temporary)).toEqual([]);
});

test('calls are chosen though memory holds few of them', async () => {
  const file = folder.write('chosen.log', vendorLog('twilio', 'mixed'));
  const details = {
    ...{ zone: 'UTC', cuts: [], selection: { from: Date.UTC(2026, 2, 3) } },
    spanAt: () => ({ from: 0, to: Date.UTC(2030, 0, 1), offset: 0 }),
  };
  const found = await condensed([file], { memory: little, details });
  expect(found.calls).toBe(1);
  expect(linesOf(found)).toEqual(linesOf(await condensed([file], { details })));
});

const header =
  'appServerAddress,applicationID,level,reason,sessionID,timestamp,type,userLog,moduleIdNodeId';
const began = Date.UTC(2026, 2, 2, 8);
const hour = 3_600_000;
const visit = (session: string, at: number, node: string): string =>
  `10.0.0.5,Northwind,Info,-,${session},${at},Node Entry,,Main:${node}`;
/** Days of calls, of which the first comes back at the end of the log, late. */
const torn = [
  header,
  visit('s0', began, 'Welcome'),
  ...Array.from({ length: 6000 }, (_, call) =>
    visit(
      `s${call + 1}`,
      began + call * 60_000,
      'A node with a name that is long enough for several chunks',
    ),
  ),
  visit('s0', began + 5000, 'Sales'),
  '',
].join('\n');

test('a row that comes after its call was counted has a file read again, and the user is told', async () => {
  const notes: string[] = [];
  const onNote = (note: string) => notes.push(note);
  const log = await condensed([folder.write('torn.log', torn)], { onNote });
  expect(log.calls).toBe(6001);
  expect(notes).toEqual([
    'Rows stand more than five minutes late in log: everything is read again, and put in order first.',
  ]);
});

test('a pipe holds so many rows that such a log counts right', async () => {
  expect((await condenseLogs([logOf(torn)])).calls).toBe(6001);
});

test('a silence of a day ends a call, however short the log is', async () => {
  const log = [header, visit('s1', began, 'Sales'), visit('s1', began + 25 * hour, 'Sales'), ''];
  expect((await condenseLogs([logOf(log.join('\n'))])).calls).toBe(2);
});

test.each(vendorSampleNames)('records of %s that are delivered again count once', async (name) => {
  const text = vendorLog(name);
  const twice = `${text}\n${text}`;
  const [one, two] = [folder.write(`${name}-1.log`, text), folder.write(`${name}-2.log`, twice)];
  const [once, again] = [await condensed([one]), await condensed([two])];
  expect(again.variants).toEqual(once.variants);
  expect(again.dwell).toEqual(once.dwell);
  expect(again.rows.used).toBe(2 * once.rows.used);
  expect(again.rows.duplicate).toBeGreaterThan(once.rows.duplicate);
  expect(again.rows.duplicate).toBeLessThanOrEqual(once.rows.used + once.rows.duplicate);
});

test.each(vendorSampleNames)(
  'moments of %s that have lost their offset are read on the clock that is named',
  async (name) => {
    const text = vendorLog(name);
    const bare = text.replace(/(\d\d:\d\d:\d\d\.\d{3})Z/g, '$1');
    const [whole, local] = [
      folder.write(`${name}-z.log`, text),
      folder.write(`${name}-bare.log`, bare),
    ];
    const reading = { names: noNames, zone: 'UTC' };
    const found = await condensed([local], { reading });
    expect(linesOf(found)).toEqual(linesOf(await condensed([whole])));
  },
);
