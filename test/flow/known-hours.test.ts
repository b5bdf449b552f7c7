import { describe, expect, test } from '@jest/globals';
import { edgesOf } from '../../src/flow/call-flow.ts';
import { knownHours } from '../../src/flow/known-hours.ts';
import { flowOf } from '../support/script-of.ts';

function known(nodes: string): Readonly<Record<string, string>> {
  const flow = flowOf(nodes);
  return Object.fromEntries(
    edgesOf(flow).map((edge) => [
      `${edge.from} ${edge.value ?? edge.trigger}`,
      knownHours(flow, edge) ?? 'nothing',
    ]),
  );
}

const ends =
  '\n  q: {kind: queue, queue: general, closed: x, overflow: {to: x}}\n  x: {kind: hangup}';

describe('what is known of the hours on a way', () => {
  test('is what the case says, and what it leaves over', () => {
    expect(
      known(`
  a: {kind: branch, on: {calendar: c}, cases: [{when: open, to: q}, {when: holiday, to: x}], otherwise: x}
  b: {kind: branch, on: {queue-status: c}, cases: [{when: closed, to: x}], otherwise: q}
  c: {kind: branch, on: {calendar: c}, cases: [{when: holiday, to: x}], otherwise: q}${ends}`),
    ).toEqual({
      'a open': 'open',
      'a holiday': 'shut',
      'a next': 'shut',
      'b closed': 'shut',
      'b next': 'open',
      'c holiday': 'shut',
      'c next': 'nothing',
      'q overflow': 'nothing',
      'q closed': 'shut',
    });
  });

  test('is unclear where words of a vendor, attributes or other scripts may tell it', () => {
    expect(
      known(`
  a: {kind: branch, on: {queue-status: c}, cases: [{when: "agents > 0", to: q}], otherwise: x}
  b: {kind: branch, on: {attribute: c}, cases: [{when: OPEN, to: q}], otherwise: x}
  c: {kind: branch, on: {attribute: c}, cases: [{when: gold, to: q}], otherwise: x}
  d: {kind: subflow, script: s, to: q}
  e: {kind: branch, on: {emergency: c}, cases: [{when: "on", to: x}], otherwise: q}
  f: {kind: branch, on: language, cases: [{when: en, to: q}], otherwise: q}${ends}`),
    ).toMatchObject({
      'a agents > 0': 'unclear',
      'a next': 'unclear',
      'b OPEN': 'unclear',
      'b next': 'unclear',
      'c gold': 'nothing',
      'd next': 'unclear',
      'e on': 'nothing',
      'f en': 'nothing',
    });
  });
});
