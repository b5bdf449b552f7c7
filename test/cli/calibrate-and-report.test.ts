import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const clinic = 'menus/harbour-clinic.ivr.yaml';
const log = 'sample-logs/harbour-clinic.csv';

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('ivr calibrate', () => {
  test('writes figures that ivr suggest reckons with and prints', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'calibration.json');
      const { stdout, code } = await runIvr(['calibrate', clinic, '--log', log, '-o', file]);
      expect(code).toBe(0);
      expect(stdout).toContain('to decide and press');
      const advised = await runIvr([
        ...['suggest', clinic, '--log', log, '--calibration', file, '-f', 'json'],
      ]);
      const { calibration, model } = JSON.parse(advised.stdout) as {
        calibration: { figures: { press: { value: number } } };
        model: { press: number };
      };
      expect(calibration).toEqual(JSON.parse(readFileSync(file, 'utf8')));
      expect(model.press).toBe(calibration.figures.press.value);
    });
  });

  test('concludes nothing from the log of another menu', async () => {
    const other = 'sample-logs/northwind-bank.csv';
    const { stderr, code } = await runIvr(['calibrate', clinic, '--log', other]);
    expect(code).toBe(2);
    expect(stderr).toContain('does not fit the menu');
  });

  test('a file that is none is told with its place', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'calibration.json');
      writeFileSync(file, '{"calibration": 2}');
      const args = ['suggest', clinic, '--log', log, '--calibration', file];
      const { stderr, code } = await runIvr(args);
      expect(code).toBe(2);
      expect(stderr).toContain('calibration.json:1:');
    });
  });
});

describe('ivr analyze --report', () => {
  const report = 'node,exit,count\nmain,1,60\nmain,hangup,40\n';

  test('writes a folder of tables', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'report.csv');
      const out = join(folder, 'out');
      writeFileSync(file, report);
      const args = ['analyze', clinic, '--report', file, '-f', 'csv', '-o', out];
      expect((await runIvr(args)).code).toBe(0);
      expect(readdirSync(out)).toEqual(
        expect.arrayContaining(['conservation-nodes.csv', 'exits.csv', 'log.csv']),
      );
      expect(readFileSync(join(out, 'hang-ups-nodes.csv'), 'utf8')).toContain('main,40,100');
    });
  });

  test.each([
    [['--log', log], 'With --report, name one menu'],
    [['--only', 'exit'], 'Did you mean "exits"'],
  ])('with %j is told what is wrong', async (more, words) => {
    await inFolder(async (folder) => {
      const file = join(folder, 'report.csv');
      writeFileSync(file, report);
      const { stderr, code } = await runIvr(['analyze', clinic, '--report', file, ...more]);
      expect(code).toBe(2);
      expect(stderr).toContain(words);
    });
  });

  test('a table that is no report stops with its reason', async () => {
    const { stderr, code } = await runIvr([
      ...['analyze', join(projectFolder, clinic), '--report', join(projectFolder, log)],
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('is a log, and not an IVR report of counts.');
  });
});
