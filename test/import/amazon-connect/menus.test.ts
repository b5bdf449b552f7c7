import { describe, expect, test } from '@jest/globals';
import { action, importActions } from '../../support/contact-flow.ts';

const bye = action('bye', 'DisconnectParticipant');
const errors = {
  InputTimeLimitExceeded: 'again',
  NoMatchingCondition: 'wrong',
  NoMatchingError: 'bye',
};

describe('a menu in one action', () => {
  const { node, textAt } = importActions([
    action(
      'main',
      'GetParticipantInput',
      {
        Text: 'Press 1 for sales.',
        StoreInput: 'False',
        InputTimeLimitSeconds: '5',
        DTMFConfiguration: { InterdigitTimeLimitSeconds: '2' },
      },
      {
        next: 'bye',
        errors,
        conditions: [
          ['1', 'sales'],
          ['#', 'bye'],
          ['agent', 'sales'],
        ],
      },
    ),
    action('sales', 'DisconnectParticipant'),
    action('again', 'DisconnectParticipant'),
    action('wrong', 'DisconnectParticipant'),
    bye,
  ]);

  test('its conditions are options in their order, a word that is no key is an intent', () => {
    expect(node('main')).toEqual({
      kind: 'menu',
      say: { text: 'Press 1 for sales.' },
      options: [
        { key: '1', to: 'sales' },
        { key: '#', to: 'bye' },
        { intent: 'agent', to: 'sales' },
      ],
      noInput: { wait: 5, attempts: 1, to: 'again' },
      noMatch: { attempts: 1, to: 'wrong' },
      interDigit: 2,
      error: 'bye',
      origin: ['main'],
    });
  });

  test('everything in it points at what says so', () => {
    expect(textAt('nodes', 'main')).toBe('"main"');
    expect(textAt('nodes', 'main', 'say')).toBe('"Press 1 for sales."');
    expect(textAt('nodes', 'main', 'options', 0, 'key')).toBe('"1"');
    expect(textAt('nodes', 'main', 'options', 1, 'to')).toBe('"bye"');
    expect(textAt('nodes', 'main', 'options', 2)).toBe('"agent"');
    expect(textAt('nodes', 'main', 'noInput')).toBe('"InputTimeLimitExceeded"');
    expect(textAt('nodes', 'main', 'noInput', 'to')).toBe('"again"');
    expect(textAt('nodes', 'main', 'noMatch', 'to')).toBe('"wrong"');
    expect(textAt('nodes', 'main', 'error')).toBe('"bye"');
  });

  test('silence that no error names goes where all other errors go', () => {
    const { node: nodeOf } = importActions([
      action(
        'main',
        'GetParticipantInput',
        { StoreInput: 'False' },
        {
          errors: { NoMatchingError: 'bye' },
          conditions: [['1', 'bye']],
        },
      ),
      bye,
    ]);
    expect(nodeOf('main')).toMatchObject({
      noInput: { attempts: 1, to: 'bye' },
      noMatch: { attempts: 1, to: 'bye' },
      error: 'bye',
    });
  });

  test('two conditions for one key both stay, so that the linter sees them', () => {
    const { node: nodeOf } = importActions([
      action(
        'main',
        'GetParticipantInput',
        { StoreInput: 'False' },
        {
          errors: { NoMatchingError: 'bye' },
          conditions: [
            ['1', 'bye'],
            ['1', 'main'],
          ],
        },
      ),
      bye,
    ]);
    expect(nodeOf('main')).toMatchObject({ options: [{ key: '1' }, { key: '1' }] });
  });
});

const stored = (parameters: object = {}) =>
  action(
    'ask',
    'GetParticipantInput',
    {
      Text: 'Press 1 or 2.',
      StoreInput: 'True',
      InputTimeLimitSeconds: '8',
      InputValidation: { CustomValidation: { MaximumLength: '1' } },
      ...parameters,
    },
    { next: 'compare', errors: { NoMatchingError: 'bye' } },
  );
const compare = (
  conditions: readonly (readonly [string, string, string?])[],
  rest: Readonly<Record<string, string>> = { NoMatchingCondition: 'wrong' },
) =>
  action(
    'compare',
    'Compare',
    { ComparisonValue: '$.StoredCustomerInput' },
    {
      next: 'wrong',
      errors: rest,
      conditions,
    },
  );
const ends = ['one', 'two', 'late', 'wrong', 'bye'].map((id) =>
  action(id, 'DisconnectParticipant'),
);

describe('a menu in two actions', () => {
  const pair = [
    stored(),
    compare([
      ['1', 'one'],
      ['2', 'two'],
      ['Timeout', 'late'],
    ]),
  ];

  test('the stored input and the comparison become one menu, and the time-out its silence', () => {
    const { node, report, textAt } = importActions([...pair, ...ends]);
    expect(node('ask')).toEqual({
      kind: 'menu',
      say: { text: 'Press 1 or 2.' },
      options: [
        { key: '1', to: 'one' },
        { key: '2', to: 'two' },
      ],
      noInput: { wait: 8, attempts: 1, to: 'late' },
      noMatch: { attempts: 1, to: 'wrong' },
      error: 'bye',
      origin: ['ask', 'compare'],
    });
    expect(node('compare')).toBeUndefined();
    expect(report).toMatchObject({ blocks: 7, nodes: 6, unresolved: [] });
    expect(textAt('nodes', 'ask', 'options', 1, 'key')).toBe('"2"');
    expect(textAt('nodes', 'ask', 'noInput')).toBe('"Timeout"');
    expect(textAt('nodes', 'ask', 'noMatch')).toBe('"NoMatchingCondition"');
  });

  test('without a time-out the silent go where the wrong go', () => {
    const { node } = importActions([stored(), compare([['1', 'one']]), ...ends]);
    expect(node('ask')).toMatchObject({ noInput: { to: 'wrong' }, noMatch: { to: 'wrong' } });
  });

  test('a comparison that something else leads to as well stays a node too', () => {
    const { node } = importActions([
      action('hello', 'MessageParticipant', { Text: 'Hello.' }, { next: 'compare' }),
      ...pair,
      ...ends,
    ]);
    expect(node('ask')).toMatchObject({ kind: 'menu' });
    expect(node('compare')).toMatchObject({
      kind: 'branch',
      on: { result: 'StoredCustomerInput' },
      cases: [{ when: '1' }, { when: '2' }, { when: 'Timeout', to: 'late' }],
      otherwise: 'wrong',
    });
    expect(node('hello')).toMatchObject({ to: 'compare' });
  });

  test('several inputs share one comparison: each is a menu of its own', () => {
    const other = { ...stored(), Identifier: 'ask-again' };
    const { node, report } = importActions([other, ...pair, ...ends]);
    expect(node('ask')).toMatchObject({ kind: 'menu', origin: ['ask', 'compare'] });
    expect(node('ask-again')).toMatchObject({ kind: 'menu', origin: ['ask-again', 'compare'] });
    expect(report.nodes).toBe(7);
  });

  test.each([
    [
      'compared with more than keys',
      {},
      [
        ['1', 'one'],
        ['4711', 'two'],
      ],
    ],
    ['compared by its beginning', {}, [['1', 'one', 'TextStartsWith']]],
    ['encrypted', { InputEncryption: { EncryptionKeyId: 'k' } }, [['1', 'one']]],
    ['a phone number', { InputValidation: { PhoneNumberValidation: {} } }, [['1', 'one']]],
  ] as const)(
    'an input that is %s is collected, and a branch stays behind it',
    (_, extra, cases) => {
      const { node } = importActions([stored(extra), compare(cases), ...ends]);
      expect(node('ask')).toMatchObject({ kind: 'collect', to: 'compare' });
      expect(node('compare')).toMatchObject({ kind: 'branch' });
    },
  );

  test('a time-out that the comparison names is where the silent go', () => {
    const cases = [
      ['4711', 'one'],
      ['Timeout', 'late'],
    ] as const;
    const { node } = importActions([stored(), compare(cases), ...ends]);
    expect(node('ask')).toMatchObject({ kind: 'collect', noInput: { wait: 8, to: 'late' } });
  });
});

describe('an input that collects digits', () => {
  test('length, end key, pause and secrecy are kept', () => {
    const { node } = importActions([
      stored({
        InputValidation: { CustomValidation: { MaximumLength: '16' } },
        DTMFConfiguration: { InputTerminationSequence: '*', InterdigitTimeLimitSeconds: '3' },
        InputEncryption: { EncryptionKeyId: 'k' },
      }),
      action('compare', 'DisconnectParticipant'),
      bye,
    ]);
    expect(node('ask')).toEqual({
      kind: 'collect',
      say: { text: 'Press 1 or 2.' },
      digits: { max: 16, end: '*', interDigit: 3 },
      sensitive: true,
      to: 'compare',
      noInput: { wait: 8, attempts: 1, to: 'compare' },
      error: 'bye',
      origin: ['ask'],
    });
  });

  test('a phone number that is none is what doesn’t match', () => {
    const { node, textAt } = importActions([
      action(
        'ask',
        'GetParticipantInput',
        {
          StoreInput: 'True',
          InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } },
        },
        { next: 'bye', errors: { InvalidPhoneNumber: 'again', NoMatchingError: 'bye' } },
      ),
      action('again', 'DisconnectParticipant'),
      bye,
    ]);
    expect(node('ask')).toMatchObject({
      kind: 'collect',
      data: 'phone',
      digits: { end: '#' },
      noMatch: { attempts: 1, to: 'again' },
    });
    expect(textAt('nodes', 'ask', 'noMatch', 'to')).toBe('"again"');
  });

  test('a time that only the running flow knows is left out', () => {
    const { node } = importActions([
      stored({ InputTimeLimitSeconds: '$.Attributes.wait' }),
      ...ends,
    ]);
    expect(node('ask')).toMatchObject({ noInput: { attempts: 1 } });
    expect(node('ask')).not.toHaveProperty('noInput.wait');
  });
});

describe('a bot that listens', () => {
  const ways = {
    next: 'wrong',
    errors: { NoMatchingCondition: 'wrong', NoMatchingError: 'bye' },
    conditions: [
      ['Sales', 'one'],
      ['1', 'two'],
    ],
  } as const;

  test.each([
    ['on its own', 'ConnectParticipantWithLexBot', { LexV2Bot: { AliasArn: 'a' } }],
    ['in an input', 'GetParticipantInput', { LexBot: { Name: 'bot' }, StoreInput: 'False' }],
  ])(
    '%s is a menu of intents, even where an intent is called like a key',
    (_, type, parameters) => {
      const { node } = importActions([
        action('bot', type, { Text: 'How can I help?', ...parameters }, ways),
        ...ends,
      ]);
      expect(node('bot')).toEqual({
        kind: 'menu',
        say: { text: 'How can I help?' },
        options: [
          { intent: 'Sales', to: 'one' },
          { intent: '1', to: 'two' },
        ],
        noInput: { attempts: 1, to: 'wrong' },
        noMatch: { attempts: 1, to: 'wrong' },
        error: 'bye',
        origin: ['bot'],
      });
    },
  );
});

test('an action that only turns the key buffer on is no menu', () => {
  const { node } = importActions([
    action('buffer', 'GetParticipantInput', { EnableDTMFBuffer: 'True' }, { next: 'bye' }),
    bye,
  ]);
  expect(node('buffer')).toMatchObject({ kind: 'task', selfService: false, success: 'bye' });
});
