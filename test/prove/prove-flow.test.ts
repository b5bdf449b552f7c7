import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { Directory } from '../../src/routing/directory.ts';
import { directorySchema } from '../../src/routing/schema.ts';
import { proveFlow } from '../../src/prove/prove-flow.ts';
import type { ProveOptions } from '../../src/prove/prepare-proof.ts';
import { reasons, type Reason } from '../../src/prove/reason.ts';
import { documentOf } from '../support/script-of.ts';

/** Monday to Sunday, in a week without changes of the clocks. */
const week = { from: '2026-11-30', to: '2026-12-07' };

const directoryOf = (text: object): Directory =>
  directorySchema.parse({
    directory: 1,
    id: 'd',
    timeZone: 'Europe/Athens',
    calendars: {
      office: { hours: 'Mo-Fr 08:00-18:00' },
      always: { hours: '24/7' },
      switched: { hours: '24/7', emergency: false },
    },
    queues: {
      cards: { calendar: 'office' },
      general: { calendar: 'always' },
      greek: { languages: ['el'] },
      full: { capacity: 0 },
      ring: { overflow: [{ to: 'ring-two', after: '1m' }], languages: ['el'] },
      'ring-two': { overflow: [{ to: 'ring' }], languages: ['el'] },
      chain: { overflow: [{ to: 'greek' }], languages: ['el'] },
      helped: { overflow: [{ to: 'greek' }, { to: 'general', after: '2m' }], languages: ['el'] },
    },
    numbers: { repairs: { number: '+302101234567', calendar: 'office' } },
    ...text,
  });

const prove = (nodes: string, text: object = {}, options: ProveOptions = week, head = '') =>
  proveFlow(buildCallFlow(documentOf(nodes, head).script), directoryOf(text), options);

const menuTo = (...targets: readonly string[]): string => `
  main:
    kind: menu
    say: Hello.
    options: [${targets.map((to, index) => `{key: "${index + 1}", to: ${to}}`).join(', ')}]
    noInput: {to: bye}
    noMatch: {to: bye}
  bye: {kind: hangup, say: Goodbye.}`;

/** Menus that lose callers for one reason each, and the keys of the callers that they lose. */
const losing: Readonly<Record<Exclude<Reason, 'queue-full'>, readonly [string, string, object?]>> =
  {
    'queue-missing': [`${menuTo('q')}\n  q: {kind: queue, queue: ghosts}`, '1'],
    'queue-closed': [`${menuTo('q')}\n  q: {kind: queue, queue: cards}`, '1'],
    'queue-unstaffed': [
      `${menuTo('q')}\n  q: {kind: queue, queue: general}`,
      '1',
      { staffing: [{ queue: 'cards', hours: '24/7', heads: 2 }] },
    ],
    'dead-wait': [
      `${menuTo('q')}\n  q: {kind: queue, queue: general}`,
      '1',
      { staffing: [{ hours: 'Mo-Fr 08:00-20:00', heads: 2 }] },
    ],
    'wrong-language': [`${menuTo('q')}\n  q: {kind: queue, queue: greek}`, '1'],
    'wrong-skill': [
      `${menuTo('q')}\n  q: {kind: queue, queue: two}`,
      '1',
      {
        queues: { two: { skills: ['a', 'b'] } },
        staffing: [
          { skill: 'a', language: 'el', hours: '24/7', heads: 1 },
          { skill: 'b', language: 'en', hours: '24/7', heads: 1 },
        ],
      },
    ],
    'no-capacity': [`${menuTo('q')}\n  q: {kind: queue, queue: full}`, '1'],
    'overflow-loop': [`${menuTo('q')}\n  q: {kind: queue, queue: ring}`, '1'],
    'overflow-nowhere': [`${menuTo('q')}\n  q: {kind: queue, queue: chain}`, '1'],
    'no-input-cut-off': [
      `
  main: {kind: menu, options: [{key: "1", to: q}], noMatch: {to: q}}
  q: {kind: queue, queue: general}`,
      'silence,silence,silence',
    ],
    'no-match-cut-off': [
      `
  main: {kind: collect, digits: {min: 4}, to: q, noInput: {to: q}, noMatch: {attempts: 2}}
  q: {kind: queue, queue: general}`,
      'digits:3,digits:3',
    ],
    'task-failure-cut-off': [`${menuTo('t')}\n  t: {kind: task, task: look-up, success: bye}`, '1'],
    'transfer-failure-cut-off': [
      `${menuTo('t')}\n  t: {kind: transfer, number: "+302101111111"}`,
      '1',
    ],
    'callback-failure-cut-off': [`${menuTo('t')}\n  t: {kind: callback, to: bye}`, '1'],
    'number-closed': [
      `${menuTo('t')}\n  t: {kind: transfer, number: "+302101234567"}`,
      '1',
      {
        calendars: { never: { hours: 'off' } },
        queues: {},
        numbers: { repairs: { number: '+302101234567', calendar: 'never' } },
      },
    ],
    nowhere: [
      `${menuTo('b')}\n  b: {kind: branch, on: {calendar: office}, cases: [{when: open, to: bye}]}`,
      '1',
    ],
    'silent-end': [
      `
  main: {kind: menu, options: [{key: "1", to: q}], noInput: {attempts: 1, to: off}, noMatch: {to: q}}
  q: {kind: queue, queue: general}
  off: {kind: hangup}`,
      'silence',
    ],
    'endless-loop': [
      `${menuTo('a')}
  a: {kind: announcement, say: Music., to: b}
  b: {kind: branch, on: {calendar: always}, cases: [{when: open, to: a}], otherwise: bye}`,
      '1',
    ],
    'no-way-out': [
      `
  main:
    kind: menu
    options: [{key: "1", to: trap}]
    noInput: {to: bye}
    noMatch: {to: bye}
  trap: {kind: menu, options: [{key: "1", do: repeat}], noInput: {to: trap}, noMatch: {to: trap}}
  bye: {kind: hangup, say: Goodbye.}`,
      '1',
    ],
  };

describe('calls that end badly', () => {
  test.each(Object.entries(losing))('%s', async (reason, [nodes, keys, directory]) => {
    const { holds, counterExamples } = await prove(nodes, directory);
    expect(counterExamples.map((one) => [one.reason, one.keys.join(',')])).toEqual([
      [reason, keys],
    ]);
    expect(holds).toBe(false);
    expect(counterExamples[0]?.replays).toBe(true);
  });

  test('every reason but a drill is shown by a menu here', () => {
    expect(Object.keys(losing).sort()).toEqual(
      reasons.filter((one) => one !== 'queue-full').sort(),
    );
  });

  test('the message tells when, what the caller does, and what becomes of the call', async () => {
    const menu = `${menuTo('bye', 'more')}
  more: {kind: menu, options: [{key: "1", to: q}], noInput: {to: bye}, noMatch: {to: bye}}
  q: {kind: queue, queue: cards, say: Please hold.}`;
    const { counterExamples } = await prove(
      menu,
      {},
      { from: '2026-12-05T12:10:00Z', to: '2026-12-07' },
    );
    expect(
      counterExamples.map(({ message, at, zone, hours }) => [message, at, zone, hours]),
    ).toEqual([
      [
        'Saturday 5 December 14:10, pressing 2 then 1: queue cards is closed until Monday 08:00 and nothing tells the caller.',
        '2026-12-05T14:10:00+02:00',
        'Europe/Athens',
        33 + 50 / 60,
      ],
    ]);
  });

  test('blames no open queue for an overflow that leads to no node', async () => {
    const nodes = `${menuTo('q')}\n  q: {kind: queue, queue: general, overflow: {after: 1m, to: ghost}}`;
    const { counterExamples } = await prove(nodes);
    expect(counterExamples).toMatchObject([
      { reason: 'overflow-nowhere', queue: undefined, replays: true },
    ]);
    expect(counterExamples[0]?.message).toContain('the overflow of "q" leads nowhere');
  });
});

test('an end whose text is empty in a language is silent for its callers', async () => {
  const nodes = (bye: string) => `
  main: {kind: menu, options: [{key: "1", language: el, to: t}], noInput: {to: t}, noMatch: {to: t}}
  t: {kind: task, task: look-up, success: bye, failure: bye}
  bye: {kind: hangup, say: ${bye}}`;
  const causes = async (bye: string) =>
    (await prove(nodes(bye))).counterExamples.map(({ reason, replays }) => [reason, replays]);
  expect(await causes('""')).toEqual([['silent-end', true]]);
  expect(await causes('{en: Goodbye., el: ""}')).toEqual([['silent-end', true]]);
  expect(await causes('Goodbye.')).toEqual([]);
});

describe('what is known of callers', () => {
  test('a number that is more than five is more than three at the next branch, too', async () => {
    const { holds, counterExamples } = await prove(`
  first: {kind: branch, on: {attribute: x}, cases: [{when: "> 5", to: second}], otherwise: third}
  second: {kind: branch, on: {attribute: x}, cases: [{when: "> 3", to: bye}]}
  third: {kind: branch, on: {attribute: x}, cases: [{when: "> 7", to: lost}], otherwise: bye}
  lost: {kind: queue, queue: ghosts}
  bye: {kind: hangup, say: Goodbye.}`);
    expect(counterExamples).toEqual([]);
    expect(holds).toBe(true);
  });

  test('numbers between two limits are tried', async () => {
    const { counterExamples } = await prove(`
  first: {kind: branch, on: {attribute: x}, cases: [{when: "> 5", to: bye}, {when: "< 3", to: bye}], otherwise: more}
  more: {kind: branch, on: {attribute: x}, cases: [{when: "<= 3", to: bye}, {when: ">= 5", to: bye}, {when: "> 3", to: lost}], otherwise: bye}
  lost: {kind: queue, queue: ghosts}
  bye: {kind: hangup, say: Goodbye.}`);
    expect(counterExamples.map(({ reason, assuming }) => [reason, assuming.known])).toEqual([
      ['queue-missing', { x: '4' }],
    ]);
  });
});

describe('callers whom a queue does not take in', () => {
  const closed = {
    queues: {
      over: { capacity: 0, overflow: [{ to: 'general', after: '1m' }] },
      far: { capacity: 0, overflow: [{ to: 'never', after: '1m' }] },
      never: { capacity: 0, overflow: [{ to: 'general', after: '1m' }] },
      general: { calendar: 'always' },
    },
  };
  const menu = (queue: string) => `${menuTo('q')}
  q: {kind: queue, queue: ${queue}, overflow: {after: 5m, to: ghost}}`;

  test('they go on to the next of its chain at once, whatever wait stands there', async () => {
    const { counterExamples } = await prove(menu('over'), closed);
    expect(counterExamples.map(({ reason, node }) => [reason, node])).toEqual([
      ['overflow-nowhere', 'q'],
    ]);
    expect(counterExamples[0]?.queue).toBeUndefined();
  });

  test('they wait for none that comes later', async () => {
    const { counterExamples } = await prove(menu('far'), closed);
    expect(counterExamples.map(({ queue }) => queue)).toContain('far');
  });
});

describe('callers who come too late', () => {
  const menu = (closed: string) => `
  hours: {kind: branch, on: {calendar: office}, cases: [{when: open, to: hello}], otherwise: bye}
  hello: {kind: announcement, say: {recording: hello.wav, length: 40s}, to: q}
  q: {kind: queue, queue: cards, say: Please hold.${closed}}
  bye: {kind: hangup, say: We are closed.}`;

  test('they pass the check of the hours and find the queue closed, for as long as the way takes', async () => {
    const { holds, counterExamples } = await prove(menu(''));
    expect(holds).toBe(false);
    expect(
      counterExamples.map(({ message, lastMinute, hours, replays }) => ({
        message,
        lastMinute,
        seconds: Math.round(hours * 3600),
        replays,
      })),
    ).toEqual([
      {
        message:
          'Monday 30 November 17:59:40, without a key, on the way when the hours change: queue cards is closed until Tuesday 08:00 and nothing tells the caller.',
        lastMinute: { window: 40, boundaries: 5 },
        seconds: 200,
        replays: true,
      },
    ]);
  });

  test('a way for closed hours takes them in', async () => {
    expect((await prove(menu(', closed: bye'))).holds).toBe(true);
  });
});

describe('what can not be known', () => {
  test('without a directory no queue is blamed, and the answer is open', async () => {
    const flow = buildCallFlow(
      documentOf(`${menuTo('q')}\n  q: {kind: queue, queue: cards}`).script,
    );
    const { holds, counterExamples, assumed } = await proveFlow(flow, undefined, week);
    expect({ holds, counterExamples }).toEqual({ holds: 'unknown', counterExamples: [] });
    expect(assumed).toEqual([{ kind: 'queue', name: 'cards' }]);
  });

  test('beyond the limit of situations nothing is said to hold', async () => {
    const menu = `${menuTo('a', 'b')}
  a: {kind: queue, queue: general}
  b: {kind: queue, queue: general}`;
    expect((await prove(menu)).holds).toBe(true);
    const { holds, uncovered } = await prove(menu, {}, { ...week, mostStates: 2 });
    expect(holds).toBe('unknown');
    expect(uncovered.length).toBeGreaterThan(0);
  });
});

test('a switch that is turned on shows what goes wrong only then', async () => {
  const { counterExamples } = await prove(`${menuTo('q')}\n  q: {kind: queue, queue: general}`, {
    queues: { general: { calendar: 'switched' } },
  });
  expect(
    counterExamples.map(({ reason, assuming, hours }) => [reason, assuming.emergency, hours]),
  ).toEqual([['queue-closed', ['switched'], 168]]);
});

test('while a site is down its people are not said to come back', async () => {
  const { counterExamples } = await prove(
    `${menuTo('q')}\n  q: {kind: queue, queue: general}`,
    {
      sites: { north: {} },
      staffing: [
        { queue: 'general', hours: 'Mo-Su 08:00-20:00', heads: 2, site: 'north' },
        { queue: 'general', hours: 'Mo 12:00-13:00', heads: 1 },
      ],
    },
    { ...week, from: '2026-12-01', drills: [{ kind: 'site', site: 'north' }] },
  );
  expect(counterExamples.map(({ message }) => message)).toEqual([
    'Tuesday 1 December 00:00, with site north down, pressing 1: queue general is open, but nobody works there until Monday 12:00, so nobody answers the caller.',
  ]);
});
