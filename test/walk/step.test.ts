import { describe, expect, test } from '@jest/globals';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import type { Directory } from '../../src/routing/directory.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import type { Action } from '../../src/walk/action.ts';
import type { CallState, WalkEvent } from '../../src/walk/call-state.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import { flowOf } from '../support/script-of.ts';

const say = (seconds: number) => `say: {recording: a.wav, length: ${seconds}}`;

/** Walks a call by its actions; events as `event node value @seconds`. */
function walk(flow: CallFlow, actions: readonly Action[], world: World = alwaysOpen) {
  const begun = startCall(flow);
  let state: CallState = begun.state;
  const events: WalkEvent[] = [...begun.events];
  for (const action of actions) {
    const made = step(flow, state, action, world);
    state = made.state;
    events.push(...made.events);
  }
  const told = events
    .slice(1)
    .map(
      ({ event, node, value, seconds }) =>
        `${event} ${node}${value === '' ? '' : ` ${value}`} @${seconds}`,
    );
  return { state, told };
}

const directory = (hours: string): Directory => {
  const text = `directory: 1\nid: d\ntimeZone: UTC\ncalendars: {office: {hours: "${hours}"}}\nqueues: {desk: {calendar: office}}\n`;
  const { document } = parseDirectory({ path: 'd.yaml', text });
  if (document === undefined) throw new Error('no directory');
  return document.directory;
};
const closedWorld: World = {
  ...alwaysOpen,
  calendarState: () => 'closed',
  directory: directory('off'),
};

describe('the start of a call', () => {
  test('it comes to the entry that was dialled, in the language of that entry', () => {
    const flow = flowOf(
      '  a: {kind: hangup}\n  b: {kind: hangup}',
      'language: en\nentries: [{start: a}, {start: b, language: el}]',
    );
    expect(startCall(flow).events.map(({ event, node }) => `${event} ${node}`)).toEqual([
      'start ',
      'enter a',
    ]);
    expect(startCall(flow, 1).state).toMatchObject({ node: 'b', language: 'el' });
  });

  test('an entry that leads to no node is cut off at once', () => {
    const flow = flowOf('  a: {kind: hangup}', 'entries: [{start: nowhere}]');
    const { state, events } = startCall(flow);
    expect(state.ended).toEqual({ event: 'disconnect', why: 'nowhere' });
    expect(events.map(({ event }) => event)).toEqual(['start', 'disconnect']);
  });
});

describe('an announcement', () => {
  test('goes on when it has been said, and never before', () => {
    const flow = flowOf(
      `  a: {kind: announcement, ${say(3)}, to: b}\n  b: {kind: hangup, ${say(2)}}`,
    );
    expect(walk(flow, [{ do: 'next' }, { do: 'next' }]).told).toEqual([
      'enter a @0',
      'enter b @3',
      'disconnect b @5',
    ]);
    expect(walk(flow, [{ do: 'next', after: 1 }]).told.at(-1)).toBe('enter b @3');
  });

  test('cuts the caller off where it leads nowhere or to a node that does not exist', () => {
    for (const to of ['', ', to: lost']) {
      const { state, told } = walk(flowOf(`  a: {kind: announcement, ${say(3)}${to}}`), [
        { do: 'next' },
      ]);
      expect(told.at(-1)).toBe('disconnect a @3');
      expect(state.ended?.why).toBe('nowhere');
    }
  });

  test('takes its way for errors when the system fails', () => {
    const flow = flowOf(
      '  a: {kind: announcement, to: b, error: c}\n  b: {kind: hangup}\n  c: {kind: hangup}',
    );
    expect(walk(flow, [{ do: 'error' }]).state.node).toBe('c');
    expect(
      walk(flowOf('  a: {kind: announcement, to: a}'), [{ do: 'error' }]).state.ended?.why,
    ).toBe('system-error');
  });
});

describe('a menu', () => {
  const menu = flowOf(`
  a:
    kind: menu
    ${say(1)}
    options:
      - {key: "1", ${say(2)}, to: b}
      - {key: "2", ${say(2)}, language: el, set: {colour: red}, to: c}
      - {key: "9", ${say(2)}, do: repeat}
    noInput: {wait: 5s, attempts: 2, ${say(1)}, to: d}
    noMatch: {attempts: 3}
  b: {kind: hangup}
  c: {kind: hangup}
  d: {kind: hangup}`);

  test('takes a key as soon as its option has been said, unless told when', () => {
    expect(walk(menu, [{ do: 'press', key: '1' }]).told).toEqual([
      'enter a @0',
      'input a 1 @3.5',
      'enter b @3.5',
    ]);
    expect(walk(menu, [{ do: 'press', key: '1', after: 0.8 }]).told.at(-1)).toBe('enter b @0.8');
  });

  test('without barge-in it takes a key when everything has been said', () => {
    const flow = flowOf(
      `  a: {kind: menu, bargeIn: false, options: [{key: "1", ${say(2)}, to: a}, {key: "2", ${say(2)}, to: a}]}`,
    );
    expect(walk(flow, [{ do: 'press', key: '1', after: 0.8 }]).told.at(-1)).toBe('enter a @4.5');
    expect(walk(flow, [{ do: 'press', key: '1', after: 7 }]).told.at(-1)).toBe('enter a @7');
  });

  test('an option can change the language and set attributes', () => {
    expect(walk(menu, [{ do: 'press', key: '2' }]).state).toMatchObject({
      node: 'c',
      language: 'el',
      attributes: { colour: 'red' },
    });
  });

  test('repeating is a new enter and gives all attempts back', () => {
    const { state, told } = walk(menu, [{ do: 'silence' }, { do: 'press', key: '9', after: 1 }]);
    expect(told).toEqual(['enter a @0', 'noinput a @12.5', 'input a 9 @13.5', 'enter a @13.5']);
    expect(state).toMatchObject({ silences: 0, retry: undefined });
  });

  test('silence asks again without a new enter, then takes the way for no input', () => {
    const { told } = walk(menu, [{ do: 'silence' }, { do: 'silence' }]);
    expect(told).toEqual(['enter a @0', 'noinput a @12.5', 'noinput a @26', 'enter d @26']);
  });

  test('a key that it does not know is no match, and without a way for that the call is cut off', () => {
    const wrong: Action = { do: 'press', key: '7', after: 1 };
    const { state, told } = walk(menu, [wrong, wrong, wrong]);
    expect(told).toEqual([
      'enter a @0',
      'nomatch a @1',
      'nomatch a @2',
      'nomatch a @3',
      'disconnect a @3',
    ]);
    expect(state.ended?.why).toBe('no-match');
  });

  test('silence and wrong keys are counted apart', () => {
    const wrong: Action = { do: 'press', key: '7', after: 1 };
    expect(walk(menu, [wrong, { do: 'silence' }, wrong]).state.ended).toBeUndefined();
  });

  test('the script says how often to ask where the menu does not, and three times is the default', () => {
    const nodes = '  a: {kind: menu, options: []}';
    const silences = (flow: CallFlow) =>
      walk(
        flow,
        Array.from({ length: 9 }, () => ({ do: 'silence' as const })),
      ).told.filter((line) => line.startsWith('noinput')).length;
    expect(silences(flowOf(nodes))).toBe(3);
    expect(silences(flowOf(nodes, 'defaults: {noInput: {attempts: 5}}'))).toBe(5);
  });

  test('an intent is spoken, a key that was entered with others is no match', () => {
    const flow = flowOf('  a: {kind: menu, options: [{intent: bill, to: b}]}\n  b: {kind: hangup}');
    expect(walk(flow, [{ do: 'speak', intent: 'bill' }]).told.slice(1)).toEqual([
      'input a bill @0.5',
      'enter b @0.5',
    ]);
    expect(walk(flow, [{ do: 'speak', intent: 'else' }]).told.at(-1)).toMatch(/^nomatch a/);
    expect(walk(flow, [{ do: 'enter', digits: 4 }]).told.at(-1)).toMatch(/^nomatch a/);
  });

  test('the first of two options with one key wins', () => {
    const flow = flowOf(
      '  a: {kind: menu, options: [{key: "1", to: b}, {key: "1", to: c}]}\n  b: {kind: hangup}\n  c: {kind: hangup}',
    );
    expect(walk(flow, [{ do: 'press', key: '1' }]).state.node).toBe('b');
  });
});

describe('going back', () => {
  const flow = flowOf(`
  a: {kind: menu, options: [{key: "1", to: x}, {key: "2", to: c}]}
  x: {kind: announcement, to: b}
  b: {kind: menu, options: [{key: "1", to: c}, {key: "9", do: back}]}
  c: {kind: menu, options: [{key: "1", to: a}, {key: "9", do: back}]}`);
  const press = (key: string): Action => ({ do: 'press', key });

  test('returns to the menu that the caller came from', () => {
    const back = [press('1'), { do: 'next' }, press('1'), press('9')] as const;
    expect(walk(flow, back).state.node).toBe('b');
    expect(walk(flow, [...back, press('9')]).state.node).toBe('a');
    expect(walk(flow, [press('2'), press('9')]).state.node).toBe('a');
  });

  test('coming to a menu again forgets the way that led back to it', () => {
    expect(walk(flow, [press('2'), press('1')]).state.menus).toEqual(['a']);
  });

  test('is no match where nothing came before on this call', () => {
    const main = flowOf(
      '  a: {kind: menu, options: [{key: "1", to: b}, {key: "9", do: back}]}\n  b: {kind: menu, options: [{key: "1", to: a}]}',
    );
    expect(walk(main, [press('9')]).told.at(-1)).toMatch(/^nomatch a/);
  });

  test('is cut off where nothing can ever come before', () => {
    const first = flowOf('  a: {kind: menu, options: [{key: "9", do: back}]}');
    expect(walk(first, [press('9')]).state.ended?.why).toBe('nowhere');
  });
});

describe('collecting digits', () => {
  const flow = flowOf(
    '  a: {kind: collect, digits: {min: 4, max: 6, end: "#"}, noMatch: {attempts: 1, to: c}, to: b}\n  b: {kind: hangup}\n  c: {kind: hangup}',
  );

  test('enough digits lead on, and none of them is kept', () => {
    const { told } = walk(flow, [{ do: 'enter', digits: 5, after: 4 }]);
    expect(told).toEqual(['enter a @0', 'input a @4', 'enter b @4']);
  });

  test('too few, the end key alone, and speech are no match', () => {
    for (const action of [
      { do: 'enter', digits: 3 },
      { do: 'press', key: '#' },
      { do: 'speak', intent: 'x' },
      { do: 'enter', digits: Number.NaN },
    ] as const)
      expect(walk(flow, [action]).state.node).toBe('c');
  });

  test('where nothing is said one digit is enough', () => {
    const any = flowOf('  a: {kind: collect, to: b}\n  b: {kind: hangup}');
    expect(walk(any, [{ do: 'press', key: '5' }]).state.node).toBe('b');
    expect(walk(any, [{ do: 'enter', digits: 0 }]).told.at(-1)).toMatch(/^nomatch/);
  });
});

describe('a task', () => {
  const flow = flowOf(
    `  a: {kind: task, task: look-up, ${say(2)}, duration: 3s, success: b, failure: c}\n  b: {kind: branch, on: {result: look-up}, cases: [{when: late, to: d}], otherwise: c}\n  c: {kind: hangup}\n  d: {kind: hangup}`,
  );

  test('success and failure are told and take their ways, after the time it needs', () => {
    expect(walk(flow, [{ do: 'succeed' }]).told.slice(1)).toEqual(['success a @5', 'enter b @5']);
    expect(walk(flow, [{ do: 'fail', after: 9 }]).told.slice(1)).toEqual([
      'failure a @9',
      'enter c @9',
    ]);
  });

  test('what it found can be asked by a branch', () => {
    expect(walk(flow, [{ do: 'succeed', result: 'late' }, { do: 'next' }]).state.node).toBe('d');
    expect(walk(flow, [{ do: 'succeed' }, { do: 'next' }]).state.node).toBe('c');
  });

  test('a failure that nothing handles takes the way for errors, else the call is cut off', () => {
    expect(
      walk(flowOf('  a: {kind: task, task: t, success: b, error: b}\n  b: {kind: hangup}'), [
        { do: 'fail' },
      ]).state.node,
    ).toBe('b');
    const { told, state } = walk(flowOf('  a: {kind: task, task: t, success: a}'), [
      { do: 'fail' },
    ]);
    expect(told.slice(1)).toEqual(['failure a @0', 'disconnect a @0']);
    expect(state.ended?.why).toBe('nowhere');
  });
});

describe('a queue', () => {
  const flow = flowOf(
    `  a: {kind: queue, queue: desk, ${say(2)}, overflow: {after: 60s, to: b}, closed: {to: c}}\n  b: {kind: hangup}\n  c: {kind: hangup}`,
  );

  test('the caller waits from the end of what is said until somebody answers', () => {
    const { told, state } = walk(flow, [{ do: 'answer', after: 30 }]);
    expect(told.slice(1)).toEqual(['queue a desk @2', 'answer a @30']);
    expect(state.ended?.why).toBe('answered');
  });

  test('overflow leads on when its time has come', () => {
    expect(walk(flow, [{ do: 'overflow' }]).told.slice(1)).toEqual([
      'queue a desk @2',
      'enter b @62',
    ]);
  });

  test('a caller who finds it closed never waits', () => {
    expect(walk(flow, [{ do: 'closed' }], closedWorld).told.slice(1)).toEqual(['enter c @0']);
  });

  test('closed without a way for that waits for overflow, and is cut off without either', () => {
    const overflow = flowOf(
      '  a: {kind: queue, queue: desk, overflow: {after: 60s, to: b}}\n  b: {kind: hangup}',
    );
    expect(walk(overflow, [{ do: 'closed' }]).told.slice(1)).toEqual([
      'queue a desk @0',
      'enter b @60',
    ]);
    expect(
      walk(flowOf('  a: {kind: queue, queue: desk}'), [{ do: 'closed' }]).state.ended?.why,
    ).toBe('nowhere');
  });

  test('hanging up is leaving the queue once the wait has begun', () => {
    expect(walk(flow, [{ do: 'hangup', after: 1 }]).told.slice(1)).toEqual(['hangup a @1']);
    expect(walk(flow, [{ do: 'hangup', after: 9 }]).told.slice(1)).toEqual([
      'queue a desk @2',
      'abandon a @9',
    ]);
    expect(walk(flow, [{ do: 'abandon', after: 9 }]).told.slice(1)).toEqual([
      'queue a desk @2',
      'abandon a @9',
    ]);
  });

  test('does not overflow where it has no overflow', () => {
    expect(walk(flowOf('  a: {kind: queue, queue: desk}'), [{ do: 'overflow' }]).told).toEqual([
      'enter a @0',
    ]);
  });
});

describe('other ends and ways on', () => {
  test('a transfer hands the call over, and fails to its failure', () => {
    const flow = flowOf(
      '  a: {kind: transfer, number: "+12025550100", failure: b}\n  b: {kind: hangup}',
    );
    expect(walk(flow, [{ do: 'succeed', after: 4 }]).told.slice(1)).toEqual(['transfer a @4']);
    expect(walk(flow, [{ do: 'fail' }]).told.slice(1)).toEqual(['failure a @0', 'enter b @0']);
  });

  test('a transfer that gives the call back goes on', () => {
    const flow = flowOf(
      '  a: {kind: transfer, number: "+12025550100", to: b}\n  b: {kind: hangup}',
    );
    expect(walk(flow, [{ do: 'succeed', after: 90 }]).told.slice(1)).toEqual([
      'success a @90',
      'enter b @90',
    ]);
  });

  test('a voicemail and a callback go on, or end well where nothing follows', () => {
    const on = flowOf(
      '  a: {kind: voicemail, to: b}\n  b: {kind: callback, to: c, failure: c}\n  c: {kind: hangup}',
    );
    expect(walk(on, [{ do: 'next' }, { do: 'succeed' }]).told.slice(1)).toEqual([
      'enter b @0',
      'success b @0',
      'enter c @0',
    ]);
    for (const [kind, action] of [
      ['voicemail', { do: 'next' }],
      ['callback', { do: 'succeed' }],
    ] as const)
      expect(walk(flowOf(`  a: {kind: ${kind}}`), [action]).state.ended).toEqual({
        event: 'disconnect',
        why: 'goodbye',
      });
  });

  test('another script gives the call back or keeps it out of sight', () => {
    expect(
      walk(flowOf('  a: {kind: subflow, script: s, to: b}\n  b: {kind: hangup}'), [
        { do: 'next', after: 20 },
      ]).told.at(-1),
    ).toBe('enter b @20');
    expect(walk(flowOf('  a: {kind: subflow, script: s}'), [{ do: 'next' }]).state.ended).toEqual({
      event: 'end',
      why: 'beyond-script',
    });
  });

  test('a block of a vendor is left by any of its exits, in the words of the log', () => {
    const flow = flowOf(
      '  a: {kind: opaque, vendor: v, type: T, exits: [{trigger: next, to: b}, {trigger: key, when: "3", to: b}, {trigger: failure}]}\n  b: {kind: hangup}',
    );
    expect(walk(flow, [{ do: 'exit', index: 0 }]).told.slice(1)).toEqual(['enter b @0']);
    expect(walk(flow, [{ do: 'exit', index: 1, after: 2 }]).told.slice(1)).toEqual([
      'input a 3 @2',
      'enter b @2',
    ]);
    expect(walk(flow, [{ do: 'exit', index: 2 }]).told.slice(1)).toEqual([
      'failure a @0',
      'disconnect a @0',
    ]);
    expect(walk(flow, [{ do: 'exit', index: 9 }]).told).toEqual(['enter a @0']);
  });

  test('a caller can hang up anywhere, and after the end nothing happens', () => {
    const flow = flowOf(`  a: {kind: announcement, ${say(3)}, to: a}`);
    const { told, state } = walk(flow, [
      { do: 'hangup', after: 1.5 },
      { do: 'next' },
      { do: 'error' },
    ]);
    expect(told).toEqual(['enter a @0', 'hangup a @1.5']);
    expect(state.ended?.why).toBe('caller-left');
  });
});

describe('time', () => {
  test('a calendar is asked at the second at which the call comes to it', () => {
    const asked: number[] = [];
    const world: World = {
      start: 1000,
      calendarState: (_, at) => {
        asked.push(at);
        return 'open';
      },
    };
    const flow = flowOf(
      `  a: {kind: announcement, ${say(20.5)}, to: b}\n  b: {kind: branch, on: {calendar: office}, cases: [{when: open, to: c}]}\n  c: {kind: hangup}`,
    );
    walk(flow, [{ do: 'next' }, { do: 'next' }], world);
    expect(asked).toEqual([21_500]);
  });

  test('times that cannot be are left to the menu', () => {
    const flow = flowOf(`  a: {kind: menu, options: [{key: "1", ${say(2)}, to: a}]}`);
    for (const after of [Number.NaN, -1, Infinity])
      expect(walk(flow, [{ do: 'press', key: '1', after }]).told.at(-1)).toBe('enter a @2.5');
  });
});
