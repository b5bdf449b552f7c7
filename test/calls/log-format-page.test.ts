import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { callEventNames } from '../../src/calls/call-event.ts';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { logOf } from '../support/log-of.ts';

const page = readFileSync(new URL('../../docs/log-format.md', import.meta.url), 'utf8');

describe('the page on the log format', () => {
  test('shows a log that is read without a reject', async () => {
    const example = /```csv\n([^`]+)```/.exec(page)?.[1] ?? '';
    const log = await condenseLogs([logOf(example)]);
    expect(log.rows).toEqual({ read: 7, used: 7, rejected: 0, duplicate: 0 });
    expect(log.irregular.unterminatedCalls).toBe(0);
  });

  test('explains every event', () => {
    for (const name of callEventNames) expect(page).toContain(`\`${name}\``);
  });

  test('lists every reason for which a row is rejected', () => {
    const sources = ['row-event', 'csv-rows', 'parse-time'].map((name) =>
      readFileSync(new URL(`../../src/calls/${name}.ts`, import.meta.url), 'utf8'),
    );
    const written = sources.flatMap((text) => [
      ...text.matchAll(/reason: '([^']+)'|(?:return|[=|?:]) '([a-z]+(?: [a-z]+)+)'/g),
    ]);
    const reasons = new Set(written.map((match) => match[1] ?? match[2] ?? ''));
    expect(reasons.size).toBeGreaterThanOrEqual(13);
    for (const reason of reasons) expect(page).toContain(`\`${reason}\``);
  });
});
