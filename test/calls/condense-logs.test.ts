import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { knownValuesOf } from '../../src/calls/kept-value.ts';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import { draws } from '../support/draws.ts';
import { csvLog, logHeader, logOf } from '../support/log-of.ts';
import { randomLog } from '../support/random-log.ts';
import { flowOf } from '../support/script-of.ts';

const rowOf = ({ call, at, event, node, value }: CallEvent): string =>
  [call, new Date(at).toISOString(), event, node, value].join(',');

describe('condensing logs', () => {
  test('a log split into files, in any order, gives what the whole gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomLog({ ties: 'none' }),
        draws(3),
        fc.boolean(),
        async (events, draw, byTime) => {
          const rows = events.map(rowOf);
          const files: string[][] = [[], [], [], []];
          rows.forEach((row, index) => {
            const file = byTime ? Math.floor((index * 4) / rows.length) : draw();
            files[file]?.push(row);
          });
          const whole = await condenseLogs([logOf(csvLog(rows))]);
          const parts = await condenseLogs(
            files.reverse().map((part, index) => logOf(csvLog(part), `log-${index}.csv`)),
          );
          const { firstRejects, sources, ...rest } = parts;
          expect(sources).toHaveLength(4);
          const { firstRejects: rejects, sources: source, ...expected } = whole;
          expect(source).toHaveLength(1);
          expect(rest).toEqual(expected);
          expect(firstRejects).toHaveLength(rejects.length);
        },
      ),
    );
  });

  test('a log that is cut between two rows of one moment gives what the whole gives', async () => {
    const rows = ['enter,a,', 'input,a,1', 'enter,b,', 'hangup,b,'].map(
      (rest) => `1,2026-03-02T08:00:00Z,${rest}`,
    );
    const whole = await condenseLogs([logOf(csvLog(rows))]);
    for (const cut of [1, 2, 3]) {
      const files = [rows.slice(0, cut), rows.slice(cut)].map((part) => logOf(csvLog(part)));
      expect(await condenseLogs(files)).toEqual({ ...whole, sources: expect.any(Array) });
    }
  });

  test('rejects of several files are told file by file', async () => {
    const log = await condenseLogs([
      logOf(csvLog(['x', 'y']), 'b.csv'),
      logOf(csvLog(['1,now,enter,a,', 'z']), 'a.csv'),
    ]);
    expect(log.rows).toEqual({ read: 4, used: 0, rejected: 4, duplicate: 0 });
    expect(log.rejectedBy).toEqual({ 'too few fields': 3, 'time not readable': 1 });
    expect(log.firstRejects.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'b.csv:2',
      'b.csv:3',
      'a.csv:2',
      'a.csv:3',
    ]);
    expect(log.window).toBeUndefined();
  });

  test('no logs at all condense to an empty one', async () => {
    expect((await condenseLogs([])).calls).toBe(0);
  });

  test('a file is read from where it lies and reported under the name it was given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ivr-log-'));
    try {
      const file = join(folder, 'day.csv');
      writeFileSync(file, csvLog(['1,2026-03-02T08:00:00Z,enter,a,', 'x']));
      const log = await condenseLogs([readLogFile('day.csv', file)]);
      expect(log.calls).toBe(1);
      expect(log.firstRejects[0]?.path).toBe('day.csv');
      const missing = condenseLogs([readLogFile('night.csv', join(folder, 'night.csv'))]);
      await expect(missing).rejects.toMatchObject({ code: 'file-not-found' });
      await expect(condenseLogs([readLogFile(folder)])).rejects.toMatchObject({
        code: 'file-unreadable',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what a log keeps of its callers', () => {
  const flow = flowOf(
    `  main: {kind: menu, options: [{key: "1", to: pin}, {key: "*9", to: bye}, {intent: card, to: bye}]}
  pin: {kind: collect, to: bye}
  bye: {kind: hangup}`,
    'entries: [{number: "+18005550142", start: main}]',
  );
  const condensed = (rows: readonly string[], header = logHeader) =>
    condenseLogs([logOf(csvLog(rows, header))], knownValuesOf(flow));

  test('keys and intents of the menu are kept, everything else that callers enter is not', async () => {
    const inputs = [
      ['main', '1', '1'],
      ['main', '*9', '*9'],
      ['main', 'card', 'card'],
      ['main', '7', '7'],
      ['main', '4155550123', ''],
      ['main', 'my name is Ann', ''],
      ['pin', '1234', ''],
      ['pin', '1', ''],
      ['bye', '1', ''],
      ['elsewhere', '1', '1'],
      ['elsewhere', '1234', ''],
    ];
    for (const [node, value, kept] of inputs) {
      const log = await condensed([`1,2026-03-02T08:00:00Z,input,${node},${value}`]);
      expect([node, log.variants[0]?.steps[0]?.value]).toEqual([node, kept]);
    }
  });

  test('no number of a caller, of an agent or of an outside line is kept', async () => {
    const log = await condensed(
      [
        '1,2026-03-02T08:00:00Z,start,,,+306912345678,+18005550142',
        '2,2026-03-02T08:00:00Z,start,,+306912345678,+306912345678,',
        '1,2026-03-02T08:00:01Z,nomatch,main,6912345678,,',
        '1,2026-03-02T08:00:02Z,queue,main,6912345678,,',
        '1,2026-03-02T08:00:03Z,transfer,main,+306912345678,,',
        '2,2026-03-02T08:00:03Z,answer,main,agent 6912345678,,',
      ],
      `${logHeader},caller,number`,
    );
    expect(JSON.stringify(log)).not.toContain('69123');
    const starts = log.variants.map(({ steps }) => steps[0]?.value).sort();
    expect(starts).toEqual(['+18005550142', 'other']);
  });
});
