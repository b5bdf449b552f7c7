import { describe, expect, test } from '@jest/globals';
import { walk } from '../../support/asterisk-dialplan.ts';
import { action, importActions } from '../../support/contact-flow.ts';

const ends = ['bye', 'desk', 'sorry'].map((id) => action(id, 'DisconnectParticipant'));
const loop = (id: string, count: number, again: string, done: string) =>
  action(
    id,
    'Loop',
    { LoopCount: String(count) },
    {
      next: done,
      conditions: [
        ['ContinueLooping', again],
        ['DoneLooping', done],
      ],
      errors: { NoMatchingError: done },
    },
  );
const menu = (silent: string, wrong: string, chosen = 'desk') =>
  action(
    'main',
    'GetParticipantInput',
    { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      next: wrong,
      conditions: [['1', chosen]],
      errors: {
        InputTimeLimitExceeded: silent,
        NoMatchingCondition: wrong,
        NoMatchingError: 'bye',
      },
    },
  );
const say = (id: string, next: string) =>
  action(
    id,
    'MessageParticipant',
    { Text: 'Again.' },
    { next, errors: { NoMatchingError: 'bye' } },
  );

const silence = { do: 'silence' } as const;
const wrong = { do: 'press', key: '9' } as const;

describe('a loop behind a question', () => {
  const { node, script, report, textAt } = importActions([
    menu('silences', 'mistakes'),
    loop('silences', 2, 'again', 'sorry'),
    say('again', 'main'),
    loop('mistakes', 1, 'main', 'bye'),
    ...ends,
  ]);

  test('is the number of its attempts, with what is said in between', () => {
    expect(node('main')).toMatchObject({
      noInput: { wait: 5, attempts: 3, say: { text: 'Again.' }, to: 'sorry' },
      noMatch: { attempts: 2, to: 'bye' },
      origin: ['main', 'silences', 'again', 'mistakes'],
    });
    expect(Object.keys(script.nodes)).toEqual(['main', 'bye', 'desk', 'sorry']);
    expect(textAt('nodes', 'main', 'noInput', 'attempts')).toBe('"silences"');
    expect(textAt('nodes', 'main', 'noInput', 'say')).toBe('"again"');
    expect(report).toMatchObject({ blocks: 7, blocksAsNodes: 4 });
    expect(report.folded?.map(({ block, node: into }) => `${block} ${into}`)).toEqual([
      'silences main',
      'again main',
      'mistakes main',
    ]);
  });

  test('asks as often as the flow does', () => {
    expect(walk(script, [silence, silence]).at(-1)).toBe('main');
    expect(walk(script, [silence, wrong, silence, silence])).toContain('sorry');
    expect(walk(script, [wrong, silence, wrong])).toContain('bye');
  });
});

test('a loop in front of a question is the number of its attempts, too', () => {
  const { node, script } = importActions([
    loop('tries', 3, 'main', 'sorry'),
    menu('tries', 'bye'),
    ...ends,
  ]);
  expect(script.entries[0]?.start).toBe('main');
  expect(node('main')).toMatchObject({ noInput: { attempts: 3, to: 'sorry' } });
  expect(walk(script, [silence, silence]).at(-1)).toBe('main');
  expect(walk(script, [silence, silence, silence])).toContain('sorry');
});

test('an input that stores what is entered has its attempts in the same way', () => {
  const { node, script } = importActions([
    action(
      'number',
      'GetParticipantInput',
      { Text: 'Your number.', StoreInput: 'True', InputTimeLimitSeconds: '5' },
      { next: 'check', errors: { NoMatchingError: 'bye' } },
    ),
    action(
      'check',
      'Compare',
      { ComparisonValue: '$.StoredCustomerInput' },
      { conditions: [['Timeout', 'tries']], errors: { NoMatchingCondition: 'desk' } },
    ),
    loop('tries', 2, 'number', 'sorry'),
    ...ends,
  ]);
  expect(node('number')).toMatchObject({
    kind: 'collect',
    to: 'desk',
    noInput: { attempts: 3, to: 'sorry' },
    origin: ['number', 'check', 'tries'],
  });
  expect(Object.keys(script.nodes)).toEqual(['number', 'bye', 'desk', 'sorry']);
});

describe('a loop stays a branch', () => {
  test.each<readonly [string, readonly object[]]>([
    [
      'where silence and wrong keys are counted together',
      [menu('tries', 'tries'), loop('tries', 2, 'main', 'sorry')],
    ],
    [
      'where callers can come back to the question with a part of it used up',
      [menu('tries', 'bye', 'hello'), loop('tries', 2, 'main', 'sorry'), say('hello', 'main')],
    ],
    [
      'where something else leads to it',
      [menu('tries', 'hello'), loop('tries', 2, 'main', 'sorry'), say('hello', 'tries')],
    ],
    [
      'where it counts further than a script does',
      [menu('tries', 'bye'), loop('tries', 20, 'main', 'sorry')],
    ],
    [
      'where its end leads to a question that comes back',
      [
        menu('tries', 'other', 'desk'),
        loop('tries', 2, 'main', 'main'),
        loop('other', 1, 'main', 'bye'),
      ],
    ],
  ])('%s', (_, actions) => {
    const { node } = importActions([...actions, ...ends]);
    expect(node('tries')).toMatchObject({ kind: 'branch' });
  });
});
