import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { drillFlow } from '../../src/prove/drill-flow.ts';
import { directorySchema } from '../../src/routing/schema.ts';
import type { Drill } from '../../src/routing/drill.ts';
import { queueId } from '../../src/script/names.ts';
import { documentOf } from '../support/script-of.ts';

/** Monday to Sunday, in a week without changes of the clocks. */
const week = { from: '2026-11-30', to: '2026-12-07' };

const loansFull: Drill = { kind: 'queue', queue: queueId('loans'), state: 'full' };

const directory = directorySchema.parse({
  directory: 1,
  id: 'd',
  timeZone: 'Europe/Athens',
  calendars: { office: { hours: 'Mo-Fr 09:00-17:00' } },
  queues: {
    cards: { calendar: 'office' },
    loans: { capacity: 9, overflow: [{ to: 'cards', after: '1m' }] },
  },
  staffing: [
    { queue: 'cards', site: 'north', hours: 'Mo-Fr 09:00-15:00', heads: 2 },
    { queue: 'loans', hours: '24/7', heads: 2 },
  ],
  sites: { north: {} },
});

const drill = async (queue: string, ...drills: readonly Drill[]) => {
  const nodes = `
  hours: {kind: branch, on: {calendar: office}, cases: [{when: open, to: q}], otherwise: bye}
  q: {kind: queue, queue: ${queue}${queue === 'loans' ? ', overflow: {after: 5m, to: bye}' : ''}}
  bye: {kind: hangup, say: Goodbye.}`;
  return drillFlow(buildCallFlow(documentOf(nodes).script), directory, drills, week);
};

describe('a failure', () => {
  test('that cuts callers off at more hours is a single point of failure', async () => {
    const [result] = await drill('cards', { kind: 'site', site: 'north' });
    expect(result?.counterExamples.map(({ reason, at, hours }) => [reason, at, hours])).toEqual([
      ['dead-wait', '2026-11-30T09:00:00+02:00', 30],
    ]);
  });

  test('that changes nothing makes no bad end of those that there are', async () => {
    const [result] = await drill('cards', loansFull);
    expect(result?.counterExamples).toEqual([]);
  });

  test('of a full queue leaves callers to the next of its chain at once', async () => {
    const [result] = await drill('loans', loansFull);
    const ways = result?.ways.filter(({ destination }) => destination.queue === 'loans');
    expect(
      ways?.map(({ through, elsewhere }) => [
        through,
        elsewhere.map(({ by, hours }) => [by, hours]),
      ]),
    ).toEqual([[30, [['hangup', 10]]]]);
  });
});
