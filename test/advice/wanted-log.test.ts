import { describe, expect, test } from '@jest/globals';
import { wantedLog } from '../../src/advice/wanted-log.ts';
import { eventsOf, logOfEvents } from '../support/insights-of.ts';
import { pathsOf } from '../support/paths-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", reason: bills, to: desk}
      - {key: "2", reason: faults, to: desk}
      - {key: "3", reason: moves, to: desk}
    noInput: {to: desk}
  desk: {kind: queue, queue: desk}`);
const call = (key: number) => `main ${key} desk queue:desk answer`;
const log = logOfEvents(
  flow,
  eventsOf(flow, [
    `60x ${call(1)}`,
    `30x ${call(2)}`,
    '10x main ~ 2 desk queue:desk answer',
    '20x main hangup',
  ]),
);

describe('a log with the demand of a table', () => {
  test('has as many calls for each reason as the table says, on the paths of the log', () => {
    const wanted = wantedLog(
      flow,
      log,
      new Map([
        ['bills', 250],
        ['faults', 750],
      ]),
    );
    expect(wanted).toMatchObject({ unseen: [], unwanted: [] });
    expect(wanted.log.calls).toBe(120);
    // 100 calls told a reason: 75 of them are for faults now, a quarter of those silent at first.
    expect(wanted.log.variants.map(({ calls }) => calls)).toEqual([56, 25, 20, 19]);
    expect(pathsOf(wanted.log)[0]).toContain('input main 2');
  });

  test('is the same log where the table says what the log says', () => {
    const same = wantedLog(
      flow,
      log,
      new Map([
        ['bills', 6],
        ['faults', 4],
      ]),
    );
    expect(same.log.variants).toEqual(log.variants);
  });

  test('tells what no call is for, and what the table leaves out', () => {
    const wanted = wantedLog(
      flow,
      log,
      new Map([
        ['bills', 1],
        ['moves', 5],
      ]),
    );
    expect(wanted).toMatchObject({ unseen: ['moves'], unwanted: ['faults'] });
    expect(wanted.log.variants.map(({ calls }) => calls)).toEqual([100, 20]);
  });
});
