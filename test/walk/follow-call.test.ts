import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { judgeCall } from '../../src/replay/judge-call.ts';
import { outcomes } from '../../src/replay/outcome.ts';
import { callToJson } from '../../src/report/call-json.ts';
import { callToText } from '../../src/report/call-text.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { eachDrill } from '../../src/routing/parse-drill.ts';
import { followCall, goOnWithCall, type PlannedAction } from '../../src/walk/follow-call.ts';
import type { FollowedCall } from '../../src/walk/followed-call.ts';
import { alwaysOpen } from '../../src/walk/world.ts';
import { loadRouting, worldAt } from '../../src/walk/world-at.ts';
import { anyScript } from '../support/any-script.ts';
import { flowOf } from '../support/script-of.ts';

const line = flowOf(`
  welcome: {kind: announcement, say: {recording: a.wav, length: 4}, to: main}
  main:
    kind: menu
    options:
      - {key: "1", say: {recording: one.wav, length: 2}, to: account}
      - {key: "2", say: {recording: two.wav, length: 2}, to: desk}
    noInput: {wait: 5s, attempts: 2, to: bye}
    noMatch: {attempts: 2}
  account: {kind: collect, say: {recording: c.wav, length: 3}, digits: {min: 6}, to: balance}
  balance: {kind: task, task: balance, duration: 2s, success: bye}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}`);

const wayOf = ({ steps, end }: FollowedCall): readonly string[] => [
  ...steps.map(({ node, action, seconds }) => `${node} ${action.do} @${seconds}`),
  `${end.why} ${end.node ?? ''} @${end.seconds}`,
];
const follow = (...actions: readonly PlannedAction[]) => followCall(line, alwaysOpen, actions);
const press = (key: string): PlannedAction => ({ do: 'press', key });

describe('a call that is followed', () => {
  test('does what is planned where the caller is asked, and goes its usual way between', () => {
    expect(wayOf(follow(press('1'), { do: 'enter', digits: 6 }))).toEqual([
      'welcome next @0',
      'main press @4',
      'account enter @6.5',
      'balance succeed @10',
      'bye next @12',
      'goodbye bye @12',
    ]);
    expect(wayOf(follow(press('2'))).slice(-2)).toEqual(['desk answer @8.5', 'answered desk @8.5']);
  });

  test('goes on where no action is left, and tells what is heard there', () => {
    const call = follow();
    expect(wayOf(call)).toEqual(['welcome next @0', 'waiting main @4']);
    expect(call.end.heard.map(({ key, recording }) => `${key ?? ''} ${recording ?? ''}`)).toEqual([
      '1 one.wav',
      '2 two.wav',
    ]);
  });

  test('tells what was heard before the caller acted, and what was cut', () => {
    const [, main] = follow({ do: 'press', key: '1', after: 3.5 }).steps;
    expect(main?.heard.map(({ key, whole, to }) => ({ key, whole, to }))).toEqual([
      { key: '1', whole: true, to: 2.5 },
      { key: '2', whole: false, to: 3.5 },
    ]);
  });

  test('takes exact actions of the system where they fit, and keeps those of the caller for later', () => {
    const call = follow({ do: 'next' }, press('1'), { do: 'enter', digits: 6 }, { do: 'fail' });
    expect(wayOf(call).at(-1)).toBe('nowhere balance @12');
    expect(call.actions).toEqual({ planned: 4, taken: 4 });
    expect(follow(press('2'), press('2')).actions).toEqual({ planned: 2, taken: 1 });
  });

  test('stops at an action that nobody can take', () => {
    expect(wayOf(follow({ do: 'answer' })).at(-1)).toBe('no-such-action main @4');
  });

  test('presses a wrong key where there is one, and says something else where there is none', () => {
    expect(wayOf(follow({ do: 'wrong' }, { do: 'wrong' })).slice(1)).toEqual([
      'main press @4',
      'main press @8.5',
      'no-match main @13',
    ]);
    expect(wayOf(follow(press('1'), { do: 'wrong' })).at(2)).toBe('account speak @6.5');
  });

  test('hangs up where the caller is asked or waits, and at a moment that is given', () => {
    expect(wayOf(follow({ do: 'hangup' }))).toEqual([
      'welcome next @0',
      'main hangup @4',
      'caller-left main @8.5',
    ]);
    expect(wayOf(follow(press('2'), { do: 'hangup' })).at(-1)).toBe('left-queue desk @8.5');
    expect(wayOf(follow({ do: 'hangup', after: 1 })).at(-1)).toBe('caller-left welcome @1');
  });

  test('can be gone on with, and is then the same call', () => {
    const actions = [press('9'), press('1'), { do: 'enter', digits: 6 }] as const;
    let call = follow();
    for (const action of actions) call = goOnWithCall(line, alwaysOpen, call, [action]);
    expect(call).toEqual(follow(...actions));
  });

  test('holds no digits that were entered, wherever they were entered', () => {
    const secret = '48151623';
    for (const actions of [
      [press('1'), press(secret)],
      [press(secret), press('1'), press(secret)],
      [press('1'), press('48'), press(secret)],
    ]) {
      const told = JSON.stringify(followCall(line, alwaysOpen, actions));
      expect(told).not.toContain(secret);
      expect(told).not.toContain('48"');
    }
  });

  test('that goes round ends after a number of steps, and one that lasts too long after a day', () => {
    const round = flowOf('  a: {kind: announcement, to: b}\n  b: {kind: announcement, to: a}');
    const call = followCall(round, alwaysOpen, []);
    expect(call.end.why).toBe('too-many-steps');
    expect(judgeCall(round, call)).toMatchObject({ outcome: 'unfinished', well: false });
    for (const length of ['1e300', '90000']) {
      const endless = flowOf(
        `  a: {kind: announcement, say: {recording: a.wav, length: ${length}}, to: b}\n  b: {kind: announcement, say: {recording: a.wav, length: ${length}}, to: a}`,
      );
      const { end, steps } = followCall(endless, alwaysOpen, []);
      expect(end).toMatchObject({ why: 'too-long', seconds: 86_400 });
      expect(steps.every(({ until }) => Number.isFinite(until))).toBe(true);
    }
  });

  test('of an entry that leads nowhere is cut off at once', () => {
    const lost = flowOf('  a: {kind: hangup}', 'entries: [{start: nowhere}]');
    const call = followCall(lost, alwaysOpen, [press('1')]);
    expect(call.end).toMatchObject({ why: 'nowhere', node: undefined });
    expect(judgeCall(lost, call)).toMatchObject({ outcome: 'failed', well: false });
  });

  test('takes the way that is drawn, by its action or by the world', () => {
    const split = flowOf(`
  a: {kind: branch, on: share, cases: [{when: 30%, to: few}], otherwise: most}
  few: {kind: hangup}
  most: {kind: hangup}`);
    const way = (...actions: readonly PlannedAction[]) => {
      const [first] = followCall(split, alwaysOpen, actions).steps;
      return `${first?.taken ?? 'otherwise'} → ${first?.to ?? ''}`;
    };
    expect(way()).toBe('30% → few');
    expect(way({ do: 'next', share: 0.31 })).toBe('otherwise → most');
    expect(way({ do: 'next', share: 0.29 })).toBe('30% → few');
  });

  test('begins in the language that is asked for', () => {
    const call = followCall(line, alwaysOpen, [], { language: 'el' });
    expect(call.end.language).toBe('el');
  });
});

describe('the end of a call', () => {
  const judged = (nodes: string, ...actions: readonly PlannedAction[]) => {
    const flow = flowOf(nodes);
    return judgeCall(flow, followCall(flow, alwaysOpen, actions));
  };

  test('is bad where the menu hangs up without a word, and good where it says why', () => {
    const branch = (rest: string) =>
      `  a: {kind: branch, on: {attribute: x}, cases: [], otherwise: b}\n${rest}`;
    expect(judged(branch('  b: {kind: hangup}'))).toEqual({
      outcome: 'failed',
      well: false,
      silent: true,
    });
    expect(judged(branch('  b: {kind: hangup, say: We are closed.}'))).toMatchObject({
      outcome: 'failed',
      well: true,
    });
  });

  test('is bad where a transfer fails and nothing tells so, whatever was said before', () => {
    const failing = (say: string) =>
      judged(
        `  a: {kind: transfer, say: One moment., number: "100", failure: b}\n  b: {kind: hangup${say}}`,
        { do: 'fail' },
      );
    expect(failing('')).toMatchObject({ outcome: 'failed', well: false, silent: true });
    expect(failing(', say: Sorry.')).toMatchObject({ outcome: 'failed', well: true });
  });

  test('is good where the queue that nobody works in offers to call back', async () => {
    const { document } = parseDirectory({
      path: 'd.yaml',
      text: `directory: 1\nid: d\ntimeZone: UTC\nqueues: {desk: {}}\nstaffing: [{queue: desk, hours: "off", heads: 1}]\n`,
    });
    if (document === undefined) throw new Error('no directory');
    const world = worldAt(await loadRouting(document.directory), { start: Date.UTC(2026, 2, 2) });
    const ends = (announce: string) => {
      const flow = flowOf(`  a: {kind: queue, queue: desk${announce}}`);
      return judgeCall(flow, followCall(flow, world, []));
    };
    expect(ends('')).toMatchObject({ outcome: 'queue-abandoned', well: false });
    expect(ends(', announce: {offer: callback}')).toMatchObject({ well: true });
    expect(ends(', announce: {offer: self-service}')).toMatchObject({ well: false });
  });

  test('is good where the caller chose to end the call', () => {
    const menu = '  a: {kind: menu, options: [{key: "1", say: End., to: b}]}\n  b: {kind: hangup}';
    expect(judged(menu, press('1'))).toMatchObject({ outcome: 'hung-up', well: true });
  });

  test('is bad where a caller is cut off', () => {
    const menu = '  a: {kind: menu, options: [{key: "1", to: lost}], noInput: {attempts: 1}}';
    expect(judged(menu, press('1'))).toMatchObject({ outcome: 'failed', well: false });
    expect(judged(menu, { do: 'silence' })).toMatchObject({ outcome: 'timed-out', well: false });
  });
});

const anyAction: fc.Arbitrary<PlannedAction> = fc.oneof(
  fc.constantFrom('1', '2', '3', '0', '12', '48151623').map(press),
  fc
    .constantFrom<PlannedAction['do']>(
      'silence',
      'hangup',
      'wrong',
      'next',
      'succeed',
      'fail',
      'answer',
      'overflow',
      'closed',
      'full',
      'abandon',
      'error',
    )
    .map((does) => ({ do: does }) as PlannedAction),
  fc.integer({ min: 0, max: 9 }).map((digits): PlannedAction => ({ do: 'enter', digits })),
  fc.integer({ min: 0, max: 3 }).map((index): PlannedAction => ({ do: 'exit', index })),
);

/** Directories in which the desk is open, or staffed, at different hours, and others take over or don't. */
const directories = [
  ['UTC', '24/7', 'off', 'en', ''],
  ['UTC', 'Mo-Fr 08:00-18:00', 'Mo-Fr 09:00-12:00', 'en', ', overflow: [{to: other, after: 1m}]'],
  ['Pacific/Apia', 'Mo-Su 22:00-06:00', '24/7', 'el', ', overflow: [{to: other}]'],
  ['America/New_York', 'off', '24/7', 'en', ''],
].map(([zone = '', hours = '', shift = '', language = '', overflow = '']) => {
  const text = `directory: 1
id: d
timeZone: ${zone}
calendars: {office: {hours: "${hours}"}}
queues: {desk: {calendar: office${overflow}}, other: {languages: [${language}]}}
staffing: [{queue: desk, hours: "${shift}", language: ${language}, heads: 1, site: here}]
sites: {here: {}}
`;
  const { document } = parseDirectory({ path: 'd.yaml', text });
  if (document === undefined) throw new Error('no directory');
  return loadRouting(document.directory);
});

describe('any call on any menu, in any world', () => {
  test('ends without a throw, in time, with one outcome, and prints the same each time', async () => {
    const routings = await Promise.all(directories);
    fc.assert(
      fc.property(
        anyScript,
        fc.constantFrom(...routings),
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }),
        fc.array(anyAction, { maxLength: 12 }),
        fc.nat(),
        (script, routing, start, actions, choice) => {
          const { directory } = routing;
          const flow = buildCallFlow(script);
          const drills = eachDrill(flow, directory);
          const drill = drills[choice % (drills.length + 1)];
          const world = worldAt(routing, { start, drills: drill === undefined ? [] : [drill] });
          const call = followCall(flow, world, actions);
          const judgement = judgeCall(flow, call);
          expect(outcomes.filter((word) => word === judgement.outcome)).toHaveLength(1);
          const steps = call.steps.flatMap(({ seconds, until }) => [seconds, until]);
          const clock = [...steps, call.end.seconds];
          expect(clock.every((moment, index) => moment >= (clock[index - 1] ?? 0))).toBe(true);
          const time = { zone: 'UTC', offsetAt: () => 0 };
          const report = { script, directory, call, judgement, time, drills: [], notes: [] };
          const printed = callToJson(report);
          expect(JSON.parse(printed)).toMatchObject({ schemaVersion: 1 });
          expect(printed).not.toContain('48151623');
          const again = { ...report, call: followCall(flow, world, actions) };
          expect(callToText(again)).toBe(callToText(report));
        },
      ),
      { numRuns: 100 },
    );
  });
});
