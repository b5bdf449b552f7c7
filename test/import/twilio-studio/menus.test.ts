import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/walk/action.ts';
import {
  count,
  gather,
  importWidgets,
  say,
  set,
  split,
  type Match,
} from '../../support/studio-flow.ts';

const press = (key: string): Action => ({ do: 'press', key });
const silence: Action = { do: 'silence' };
const digits = '{{widgets.menu.Digits}}';
const speech = '{{widgets.menu.SpeechResult}}';

const ends = [say('sales', 'Sales.'), say('support', 'Support.'), say('sorry', 'Sorry.')];
const menu = (
  matches: readonly Match[],
  { noMatch = 'sorry', timeout = 'sorry', properties = {} } = {},
) => [
  gather('menu', { keypress: 'choice', speech: '', timeout }, properties),
  split('choice', digits, matches, noMatch),
  ...ends,
];

describe('a gather with a split on its digits', () => {
  test('is one menu, and says so at its places', async () => {
    const { node, textAt, script } = await importWidgets(
      menu([
        ['equal_to', '1', 'sales', 'Sales desk'],
        ['equal_to', ' 2', 'support'],
      ]),
    );
    expect(node('menu')).toEqual({
      kind: 'menu',
      say: { text: 'Text of menu.' },
      options: [
        { key: '1', title: 'Sales desk', to: 'sales' },
        { key: '2', to: 'support' },
      ],
      noInput: { wait: 5, attempts: 1, to: 'sorry' },
      noMatch: { attempts: 1, to: 'sorry' },
      origin: ['menu', 'choice'],
    });
    expect(Object.keys(script.nodes)).toEqual(['menu', 'sales', 'support', 'sorry', 'call-ends']);
    expect(textAt('nodes', 'menu')).toBe('"menu"');
    expect(textAt('nodes', 'menu', 'options', 1)).toBe('" 2"');
    expect(textAt('nodes', 'menu', 'options', 1, 'to')).toBe('"support"');
    expect(textAt('nodes', 'menu', 'noInput', 'to')).toBe('"sorry"');
    expect(textAt('nodes', 'menu', 'say')).toBe('"Text of menu."');
  });

  test.each<readonly [string, string, object, readonly string[] | undefined]>([
    ['equal_to', '12', {}, ['12']],
    ['matches_any_of', '1, 2 ,#', {}, ['1', '2', '#']],
    ['contains', '3', { number_of_digits: 1 }, ['3']],
    ['contains', '3', {}, ['3']],
    ['contains', '3', { number_of_digits: 4 }, undefined],
    ['starts_with', '4', { number_of_digits: '1' }, ['4']],
    ['starts_with', '4', { number_of_digits: 3 }, undefined],
    ['regex', '^[1-3]$', {}, ['1', '2', '3']],
    ['regex', '^(4|5)$', { number_of_digits: 2 }, ['4', '5']],
    ['regex', '^(?:[12]|0|\\*)$', {}, ['1', '2', '0', '*']],
    ['regex', '6|7', { number_of_digits: 1 }, ['6', '7']],
    ['regex', '6', { number_of_digits: 2 }, undefined],
    ['regex', '^\\d{4}$', {}, undefined],
    ['regex', '^1*$', {}, undefined],
    ['regex', '^[^1]$', {}, undefined],
    ['less_than', '5', {}, undefined],
    ['is_blank', '', {}, undefined],
    ['equal_to', 'one', {}, undefined],
    ['equal_to', '', {}, undefined],
  ])('%s "%s" with %j says the keys %j', async (type, value, properties, keys) => {
    const { node, walk } = await importWidgets(menu([[type, value, 'sales']], { properties }));
    if (keys === undefined) {
      expect(node('menu')).toMatchObject({ kind: 'collect', to: 'choice' });
      expect(node('choice')).toMatchObject({ kind: 'branch' });
      return;
    }
    expect(node('menu')).toMatchObject({ options: keys.map((key) => ({ key, to: 'sales' })) });
    for (const key of keys) expect(walk([press(key)])).toContain('sales');
    expect(walk([press('9')])).toContain('sorry');
  });

  test('that something else leads to as well keeps its split as a node too', async () => {
    const { node, walk } = await importWidgets([
      ...menu([['equal_to', '1', 'sales']], { timeout: 'again' }),
      set('again', 'choice', { x: '1' }),
    ]);
    expect(node('menu')).toMatchObject({ kind: 'menu' });
    expect(node('choice')).toMatchObject({ kind: 'branch', on: { result: 'menu' } });
    expect(walk([silence, { do: 'succeed' }])).toEqual([
      'menu',
      'again',
      'choice',
      'sorry',
      'call-ends',
      'disconnect',
    ]);
  });

  test('of another gather is no menu', async () => {
    const { node } = await importWidgets([
      gather('menu', { keypress: 'choice', speech: '', timeout: '' }),
      split('choice', '{{widgets.other.Digits}}', [['equal_to', '1', 'sales']]),
      ...ends,
    ]);
    expect(node('menu')).toMatchObject({ kind: 'collect', to: 'choice' });
  });
});

describe('a gather with splits on keys and on speech', () => {
  const spoken = (noMatch: string) => [
    gather('menu', { keypress: 'choice', speech: 'words', timeout: '' }),
    split(
      'choice',
      digits,
      [
        ['equal_to', '1', 'sales'],
        ['equal_to', '2', 'support'],
      ],
      'sorry',
    ),
    split(
      'words',
      speech,
      [
        ['contains', 'sales', 'sales'],
        ['matches_any_of', 'help, support', 'support'],
        ['equal_to', 'bye', 'sorry'],
      ],
      noMatch,
    ),
    ...ends,
  ];

  test('is one menu, whose options have a key and a word', async () => {
    const { node, walk } = await importWidgets(spoken('sorry'));
    expect(node('menu')).toMatchObject({
      options: [
        { key: '1', intent: 'sales', to: 'sales' },
        { key: '2', intent: 'help', to: 'support' },
        { intent: 'support', to: 'support' },
        { intent: 'bye', to: 'sorry' },
      ],
      noMatch: { to: 'sorry' },
      origin: ['menu', 'choice', 'words'],
    });
    expect(walk([{ do: 'speak', intent: 'support' }])).toContain('support');
  });

  test('tells apart where they lead who are not understood', async () => {
    const { node } = await importWidgets(spoken('menu'));
    expect(node('menu')).toMatchObject({ noMatch: { to: 'menu-no-match' } });
    expect(node('menu-no-match')).toEqual({
      kind: 'branch',
      on: { result: 'how they answered' },
      cases: [
        { when: 'pressed', to: 'sorry' },
        { when: 'spoken', to: 'menu' },
      ],
      origin: ['menu'],
    });
  });

  test('may split both in one widget', async () => {
    const one = split('choice', digits, [], 'sorry') as { transitions: object[] };
    one.transitions.push(
      ...[digits, speech].map((input, index) => ({
        event: 'match',
        next: 'sales',
        conditions: [{ type: 'equal_to', value: index === 0 ? '1' : 'sales', arguments: [input] }],
      })),
    );
    const { node } = await importWidgets([
      gather('menu', { keypress: 'choice', speech: 'choice', timeout: '' }),
      one,
      ...ends,
    ]);
    expect(node('menu')).toMatchObject({
      options: [{ key: '1', intent: 'sales', to: 'sales' }],
      noMatch: { to: 'sorry' },
    });
  });

  test('that lead nowhere for speech are told, since any word ends the call', async () => {
    const { report } = await importWidgets(menu([['equal_to', '1', 'sales']]));
    expect(report.unresolved.map(({ message }) => message)).toEqual([
      'Callers who speak at "menu" are cut off: its "speech" leads nowhere. The script takes speech for no match.',
    ]);
  });
});

describe('a way without a next widget', () => {
  test('ends the call: a hang-up that nobody announced', async () => {
    const { node, walk, textAt } = await importWidgets(
      menu([['equal_to', '1', '']], { noMatch: '', timeout: '' }),
    );
    expect(node('menu')).toMatchObject({
      options: [{ key: '1', to: 'call-ends' }],
      noInput: { to: 'call-ends' },
      noMatch: { to: 'call-ends' },
    });
    expect(node('call-ends')).toMatchObject({ kind: 'hangup' });
    expect(walk([silence])).toEqual(['menu', 'call-ends', 'disconnect']);
    expect(textAt('nodes', 'menu', 'noInput', 'to')).toBe('"timeout"');
  });

  test('that leads to no widget keeps a readable name, for rules to find', async () => {
    const { node } = await importWidgets([say('hello', 'Hello.', 'No such Widget')]);
    expect(node('hello')).toMatchObject({ to: 'no-such-widget' });
    expect(node('no-such-widget')).toBeUndefined();
  });
});

describe('a counter on the way back to a menu', () => {
  const counted = (limit: Match, rest: string, properties: object = {}) => [
    ...menu([['equal_to', '1', 'sales']], { noMatch: 'count', timeout: 'count', properties }),
    count('count', 'tries', 'limit'),
    split('limit', '{{flow.variables.tries}}', [limit], rest),
  ];

  test.each<readonly [string, Match, string, number]>([
    ['less than 3 goes back', ['less_than', '3', 'menu'], 'sorry', 3],
    ['more than 2 goes on', ['greater_than', '2', 'sorry'], 'menu', 3],
    ['3 goes on', ['equal_to', '3', 'sorry'], 'menu', 3],
    ['less than 1 goes back', ['less_than', '1', 'menu'], 'sorry', 1],
  ])('is its limit of attempts: %s', async (_, limit, rest, attempts) => {
    const { node, walk, script } = await importWidgets(counted(limit, rest));
    expect(node('menu')).toMatchObject({
      noInput: { attempts, to: 'sorry' },
      noMatch: { attempts, to: 'sorry' },
      origin: ['menu', 'choice', 'count', 'limit'],
    });
    expect(Object.keys(script.nodes)).not.toContain('limit');
    const silences = Array.from({ length: attempts }, () => silence);
    expect(walk(silences.slice(1))).toEqual(['menu']);
    expect(walk(silences)).toContain('sorry');
  });

  test('says before it asks again what the flow says', async () => {
    const { node, textAt } = await importWidgets([
      ...counted(['less_than', '2', 'pardon'], 'sorry'),
      say('pardon', 'I beg your pardon?', 'menu'),
    ]);
    expect(node('menu')).toMatchObject({
      noInput: { attempts: 2, say: { text: 'I beg your pardon?' } },
      noMatch: { attempts: 2, say: { text: 'I beg your pardon?' } },
    });
    expect(node('pardon')).toBeUndefined();
    expect(textAt('nodes', 'menu', 'noInput', 'say')).toBe('"I beg your pardon?"');
  });

  test('that splits before it counts asks once more', async () => {
    const { node } = await importWidgets([
      ...menu([['equal_to', '1', 'sales']], { timeout: 'limit' }),
      split('limit', '{{flow.variables.tries}}', [['less_than', '2', 'count']], 'sorry'),
      count('count', 'tries', 'menu'),
    ]);
    expect(node('menu')).toMatchObject({ noInput: { attempts: 3, to: 'sorry' } });
  });

  test('that starts elsewhere than at nothing is counted from there', async () => {
    const { node } = await importWidgets([
      set('first', 'menu', { tries: '1' }),
      ...counted(['less_than', '3', 'menu'], 'sorry'),
    ]);
    expect(node('menu')).toMatchObject({ noInput: { attempts: 2 } });
  });

  test('is a loop where it is no part of a question', async () => {
    const { node, walk } = await importWidgets([
      ...menu([['equal_to', '1', 'sales']], { timeout: 'pardon' }),
      say('pardon', 'Pardon?', 'count'),
      count('count', 'tries', 'limit'),
      split('limit', '{{flow.variables.tries}}', [['less_than', '3', 'menu']], 'sorry'),
    ]);
    expect(node('limit')).toMatchObject({
      on: { loop: 2 },
      cases: [
        { when: 'again', to: 'menu' },
        { when: 'done', to: 'sorry' },
      ],
    });
    const round: readonly Action[] = [silence, { do: 'succeed' }];
    expect(walk([...round, ...round]).at(-1)).toBe('menu');
    expect(walk([...round, ...round, ...round])).toContain('sorry');
  });
});

describe('a gather without a split', () => {
  test('asks for a number, with its length, its end and its waits', async () => {
    const { node, textAt } = await importWidgets([
      gather(
        'account',
        { keypress: 'next', speech: 'next', timeout: 'account' },
        { number_of_digits: '8', finish_on_key: '*', timeout: '7', loop: 2 },
      ),
      say('next', 'Thank you.'),
    ]);
    expect(node('account')).toMatchObject({
      kind: 'collect',
      digits: { max: 8, end: '*', interDigit: 7 },
      to: 'next',
      noInput: { wait: 7, attempts: 2, to: 'account' },
      noMatch: { attempts: 1, to: 'next' },
    });
    expect(textAt('nodes', 'account', 'digits', 'max')).toBe('"8"');
  });

  test.each([
    [{ finish_on_key: '' }, undefined],
    [{ finish_on_key: '#' }, '#'],
    [{}, '#'],
  ])('with %j ends by %s', async (properties, end) => {
    const { node } = await importWidgets([
      gather('account', { keypress: '', speech: '', timeout: '' }, properties),
    ]);
    const account = node('account');
    expect(account?.kind === 'collect' ? account.digits?.end : 'no collect').toBe(end);
  });

  test('takes speech for no answer, and cuts off who speaks where the flow does', async () => {
    const { walk } = await importWidgets([
      gather('account', { keypress: '', speech: '', timeout: '' }),
    ]);
    expect(walk([{ do: 'speak', intent: 'hello' }])).toEqual([
      'account',
      'call-ends',
      'disconnect',
    ]);
  });
});
