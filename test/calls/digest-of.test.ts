import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { canonicalLines, digestOf } from '../../src/calls/digest-of.ts';
import { csvLog, logOf } from '../support/log-of.ts';

const rows = [
  'a,2026-03-02T08:00:00.000Z,enter,main,',
  'b,2026-03-02T08:00:01.000Z,enter,cards,',
  'a,2026-03-02T08:00:02.000Z,hangup,main,',
];
const condensed = (lines: readonly string[]) => condenseLogs([logOf(csvLog(lines))]);

describe('the digest of a condensed log', () => {
  test('is the same whatever the order of its tables', async () => {
    const log = await condensed(rows);
    const turned = { ...log, variants: log.variants.toReversed(), dwell: log.dwell.toReversed() };
    expect(await digestOf(turned)).toBe(await digestOf(log));
  });

  test('says nothing of where the rows stood', async () => {
    const [first = '', second = '', third = ''] = rows;
    const moved = await condensed([second, first, third]);
    expect(await digestOf(moved)).toBe(await digestOf(await condensed(rows)));
  });

  test.each([
    ['a path', 'a,2026-03-02T08:00:02.000Z,hangup,cards,'],
    ['a time', 'a,2026-03-02T08:00:02.001Z,hangup,main,'],
    ['a rejected row', 'a,2026-03-02T08:00:02.001,hangup,main,'],
  ])('changes with %s', async (_, last) => {
    const changed = await condensed([...rows.slice(0, 2), last]);
    expect(await digestOf(changed)).not.toBe(await digestOf(await condensed(rows)));
  });

  test('is made of lines of which each can be read', async () => {
    const lines = [...canonicalLines(await condensed(rows))].map(
      (line) => JSON.parse(line) as unknown,
    );
    expect(lines).toContainEqual(['rows', 3, 3, 0, 0]);
    expect(lines).toContainEqual(['dwell', 'main', 'enter', 'hangup', '', 2000, 1]);
    expect(lines).toContainEqual(['variant', [['enter', 'cards', '']], 1, 0, 0, 0]);
  });
});
