import { describe, expect, test } from '@jest/globals';
import { lintScript } from '../../../src/lint/run-rules.ts';
import type { Action } from '../../../src/walk/action.ts';
import { importWidgets, say, set, split, widget, type Ways } from '../../support/studio-flow.ts';

const succeed: Action = { do: 'succeed' };
const fail: Action = { do: 'fail' };
const error: Action = { do: 'error' };
const next: Action = { do: 'next' };

const ends = ['good', 'bad', 'worse', 'other'].map((name) => say(name, `Text of ${name}.`));

/** Imports one widget, and tells where calls go that leave it so. */
async function leaving(type: string, ways: Ways, properties: object, ...actions: Action[]) {
  const imported = await importWidgets([widget('it', type, ways, properties), ...ends]);
  return { ...imported, path: imported.walk(actions).filter((name) => name !== 'it') };
}

describe('what a widget does and where its events lead', () => {
  test.each<readonly [string, Ways, object, Action, string]>([
    ['run-function', { success: 'good', fail: 'bad' }, {}, succeed, 'good'],
    ['run-function', { success: 'good', fail: 'bad' }, {}, fail, 'bad'],
    ['run-function', { success: 'good', fail: '' }, {}, fail, 'call-ends'],
    ['make-http-request', { success: 'good', failed: 'bad' }, {}, succeed, 'good'],
    ['make-http-request', { success: 'good', failed: 'bad' }, {}, fail, 'bad'],
    ['send-message', { sent: 'good', failed: 'bad' }, {}, succeed, 'good'],
    ['send-message', { sent: 'good', failed: 'bad' }, {}, fail, 'bad'],
    ['set-variables', { next: 'good' }, {}, succeed, 'good'],
    ['record-call', { success: 'good', failed: 'bad' }, {}, succeed, 'good'],
    ['record-call', { success: 'good', failed: 'bad' }, {}, fail, 'bad'],
    ['fork-stream', { next: 'good' }, {}, succeed, 'good'],
    ['connect-call-to', { callCompleted: 'good', hangup: '' }, {}, succeed, 'good'],
    ['connect-call-to', { callCompleted: 'good', hangup: '' }, {}, fail, 'good'],
    ['connect-call-to', { callCompleted: '', hangup: '' }, {}, succeed, 'transfer'],
    ['connect-call-to', { callCompleted: '', hangup: '' }, {}, fail, 'call-ends'],
    ['enqueue-call', { callComplete: '', failedToEnqueue: 'bad' }, {}, { do: 'answer' }, 'answer'],
    [
      'enqueue-call',
      { callComplete: '', failedToEnqueue: 'bad', callFailure: 'bad' },
      {},
      error,
      'bad',
    ],
    [
      'send-to-flex',
      { callComplete: '', failedToEnqueue: '', callFailure: '' },
      {},
      error,
      'call-ends',
    ],
    ['record-voicemail', { recordingComplete: 'good', noAudio: '', hangup: '' }, {}, next, 'good'],
    [
      'record-voicemail',
      { recordingComplete: '', noAudio: '', hangup: '' },
      {},
      next,
      'disconnect',
    ],
    ['run-subflow', { completed: 'good', failed: 'bad' }, {}, next, 'good'],
    ['run-subflow', { completed: 'good', failed: 'bad' }, {}, error, 'bad'],
    ['run-subflow', { completed: '', failed: '' }, {}, next, 'end'],
    ['add-twiml-redirect', { return: 'good', timeout: 'bad', fail: 'bad' }, {}, next, 'good'],
    ['add-twiml-redirect', { return: 'good', timeout: 'bad', fail: 'bad' }, {}, error, 'bad'],
    ['connect-virtual-agent', { return: 'good', hangup: '' }, {}, next, 'good'],
    ['capture-payments', { success: 'good' }, {}, { do: 'enter', digits: 16 }, 'good'],
    [
      'capture-payments',
      { success: 'good', maxFailedAttempts: 'bad' },
      {},
      { do: 'silence' },
      'bad',
    ],
    [
      'make-outgoing-call-v2',
      { answered: 'good', busy: 'bad', failed: 'bad', noAnswer: 'bad' },
      {},
      succeed,
      'good',
    ],
    [
      'make-outgoing-call-v2',
      { answered: 'good', busy: 'bad', failed: 'bad', noAnswer: 'bad' },
      {},
      fail,
      'bad',
    ],
    ['say-play', { audioComplete: 'good' }, { say: 'Hello.' }, next, 'good'],
  ])('%s with %j and %j: %j leads to %s', async (type, ways, properties, action, to) => {
    const { path, report } = await leaving(type, ways, properties, action);
    expect(path).toContain(to);
    expect(report.opaque).toEqual({});
  });

  test('errors that lead apart are told apart by a branch behind one exit', async () => {
    const { node } = await leaving(
      'capture-payments',
      { success: 'good', payInterrupted: 'bad', providerError: 'worse', validationError: 'worse' },
      { max_attempts: 2, timeout: '6' },
    );
    expect(node('it')).toMatchObject({
      kind: 'collect',
      sensitive: true,
      data: 'card-number',
      noInput: { wait: 6, attempts: 2, to: 'call-ends' },
      error: 'it-error',
    });
    expect(node('it-error')).toMatchObject({
      cases: [
        { when: 'payInterrupted', to: 'bad' },
        { when: 'providerError', to: 'worse' },
        { when: 'validationError', to: 'worse' },
      ],
    });
  });

  test('a caller who leaves no message goes where the flow says so', async () => {
    const { node } = await leaving(
      'record-voicemail',
      { recordingComplete: 'good', noAudio: 'bad', hangup: '' },
      { max_length: 120 },
    );
    expect(node('it')).toMatchObject({ kind: 'voicemail', maxLength: 120, to: 'it-to' });
    expect(node('it-to')).toMatchObject({
      cases: [
        { when: 'recordingComplete', to: 'good' },
        { when: 'noAudio', to: 'bad' },
      ],
    });
  });

  test.each([
    [{ noun: 'number', to: '+442079460000', timeout: 30 }, '+442079460000'],
    [{ to: '{{flow.variables.desk}}' }, { unknown: '{{flow.variables.desk}}' }],
    [{ noun: 'client', to: 'desk-one' }, { unknown: 'client desk-one' }],
    [{ noun: 'sip', sip_endpoint: 'sip:desk@pbx.example.com' }, 'sip:desk@pbx.example.com'],
    [{ noun: 'number-multi', to: '+1,+2' }, { unknown: 'number-multi +1,+2' }],
    [{}, { unknown: 'no number is set' }],
  ])('a call is put through by %j', async (properties, number) => {
    const { node, script } = await leaving('connect-call-to', { callCompleted: '' }, properties);
    expect(node('it')).toMatchObject({ kind: 'transfer', number });
    const told = lintScript({
      script,
      source: { path: '', text: '' },
      format: 'twilio-studio',
      places: (await leaving('connect-call-to', {}, properties)).document.places,
    });
    expect(told.filter(({ ruleId }) => ruleId === 'transfer-number')).toEqual([]);
  });

  test.each([
    [{ queue_name: 'Billing Desk' }, 'billing-desk'],
    [{ workflow_sid: `WW0a1b2c3d${'e'.repeat(24)}`, priority: 3 }, 'workflow-0a1b2c3d'],
    [{ workflow: '${SALES_WORKFLOW}' }, 'sales-workflow'],
    [{ workflow: '{{flow.variables.workflow}}' }, { unknown: '{{flow.variables.workflow}}' }],
    [{}, { unknown: 'no queue or workflow is chosen' }],
  ])('callers wait in the queue of %j', async (properties, queue) => {
    const { node } = await leaving('send-to-flex', {}, properties);
    expect(node('it')).toMatchObject({ kind: 'queue', queue });
  });

  test('recorded calls are recorded, and what is taken from a card is known', async () => {
    const { script } = await importWidgets([
      widget('record', 'record-call', { success: 'pay', failed: 'pay' }, { record_call: true }),
      widget('pay', 'capture-payments', { success: '' }),
    ]);
    expect(script.defaults).toEqual({ bargeIn: true, recording: true });
  });
});

describe('what a split behind a widget says of it', () => {
  const status = '{{widgets.it.DialCallStatus}}';
  const connect = widget('it', 'connect-call-to', { callCompleted: 'status', hangup: '' });

  test.each<readonly [string, Parameters<typeof split>[2], string]>([
    ['put through, else not', [['equal_to', 'completed', 'good']], 'bad'],
    ['not put through, else so', [['matches_any_of', 'busy, no-answer,failed', 'bad']], 'good'],
    [
      'both',
      [
        ['equal_to', 'answered', 'good'],
        ['equal_to', 'busy', 'bad'],
      ],
      'bad',
    ],
  ])('%s, is a part of the transfer', async (_, matches, rest) => {
    const { node, walk } = await importWidgets([
      connect,
      split('status', status, matches, rest),
      ...ends,
    ]);
    expect(node('it')).toMatchObject({ to: 'good', failure: 'bad', origin: ['it', 'status'] });
    expect(node('status')).toBeUndefined();
    expect(walk([fail])).toContain('bad');
  });

  test('busy apart from no answer, is a branch', async () => {
    const { node } = await importWidgets([
      connect,
      split(
        'status',
        status,
        [
          ['equal_to', 'busy', 'bad'],
          ['equal_to', 'no-answer', 'worse'],
        ],
        'good',
      ),
      ...ends,
    ]);
    expect(node('it')).toMatchObject({ to: 'status', failure: 'status' });
  });

  test.each<readonly [string, string, string, string, number]>([
    ['less_than', '4', 'bad', 'good', 4],
    ['greater_than', '3', 'good', 'bad', 4],
  ])('how long an answer is (%s %s)', async (type, value, match, rest, min) => {
    const { node, walk } = await importWidgets([
      widget('it', 'gather-input-on-call', { keypress: 'length', speech: 'bad', timeout: '' }),
      split('length', '{{ widgets.it.Digits | size }}', [[type, value, match]], rest),
      ...ends,
    ]);
    expect(node('it')).toMatchObject({
      kind: 'collect',
      digits: { min },
      to: 'good',
      noMatch: { to: 'bad' },
    });
    expect(walk([{ do: 'enter', digits: min }])).toContain('good');
    expect(walk([{ do: 'enter', digits: min - 1 }])).toContain('bad');
  });
});

describe('prompts', () => {
  test.each<readonly [object, object | undefined]>([
    [{ say: 'Hello.' }, { text: 'Hello.' }],
    [{ say: '<speak>Hello <break/>there.</speak>' }, { text: 'Hello there.' }],
    [{ play: 'https://example.com/a.mp3' }, { recording: 'https://example.com/a.mp3' }],
    [{ play: '{{flow.variables.file}}' }, { unknown: '{{flow.variables.file}}' }],
    [
      { say: 'Hello {{ contact.name }}, welcome.' },
      { unknown: 'Hello {{ contact.name }}, welcome.', text: 'Hello …, welcome.' },
    ],
    [{ say: '{{x}}' }, { unknown: '{{x}}' }],
    [{ say: '', play: null }, undefined],
    [
      { say: '{% if a %}One.{% else %}Two.{% endif %} Three.' },
      { unknown: '{% if a %}One.{% else %}Two.{% endif %} Three.', text: 'One. Three.' },
    ],
    [
      {
        say: '{% case a %}x{% when 1 %}One.{% when 2 %}Two.{% endcase %}{% comment %}No.{% endcomment %}',
      },
      {
        unknown:
          '{% case a %}x{% when 1 %}One.{% when 2 %}Two.{% endcase %}{% comment %}No.{% endcomment %}',
        text: 'One.',
      },
    ],
    [{ say: 'Never {{ closed' }, { text: 'Never {{ closed' }],
  ])('of %j are %j', async (properties, expected) => {
    const { node } = await importWidgets([widget('it', 'say-play', {}, properties)]);
    const it = node('it');
    expect(it?.kind === 'announcement' ? it.say : 'no announcement').toEqual(expected);
  });

  test('of key tones are told by their number alone', async () => {
    const { node } = await importWidgets([widget('it', 'say-play', {}, { digits: '1234' })]);
    expect(node('it')).toMatchObject({ note: 'Plays 4 key tones to the caller.' });
    expect(JSON.stringify(node('it'))).not.toContain('1234');
  });

  test('are in the language that the flow names first', async () => {
    const { script } = await importWidgets([
      say('hello', 'Hello.', 'hallo'),
      widget('hallo', 'say-play', {}, { say: 'Hallo.', language: 'de-DE' }),
    ]);
    expect(script.language).toBe('de-DE');
  });
});

describe('a split on anything else is a branch', () => {
  const found = '{{widgets.look_up.parsed.status}}';
  const flow = (...matches: Parameters<typeof split>[2]) => [
    widget('look_up', 'run-function', { success: 'status', fail: 'bad' }),
    split('status', found, matches, 'other'),
    ...ends,
  ];
  const result = (word: string): Action => ({ do: 'succeed', result: word });

  test.each<readonly [string, string, string, string]>([
    ['equal_to', 'gold', 'gold', 'silver'],
    ['equal_to', ' gold ', 'gold', 'silver'],
    ['matches_any_of', 'gold, silver', 'silver', 'bronze'],
    ['contains', 'ol', 'gold', 'silver'],
    ['starts_with', 'go', 'gold', 'silver'],
    ['less_than', '5', '4', '5'],
    ['greater_than', '5', '6', '5'],
    ['regex', '^(gold|tin)$', 'tin', 'bronze'],
    ['regex', '^g.*', 'gold', 'silver'],
    ['is_not_blank', '', 'gold', ''],
    ['is_blank', '', '', 'gold'],
    ['not_equal_to', 'gold', 'silver', 'gold'],
    ['does_not_contain', 'ol', 'silver', 'gold'],
    ['does_not_start_with', 'go', 'silver', 'gold'],
    ['does_not_match_any_of', 'gold,silver', 'bronze', 'silver'],
  ])('%s "%s" is met by "%s" and not by "%s"', async (type, value, met, unmet) => {
    const { walk, report } = await importWidgets(flow([type, value, 'good']));
    expect(report.unresolved.filter(({ message }) => message.includes('only Studio'))).toEqual([]);
    expect(walk([result(met)])).toContain('good');
    expect(walk([result(unmet)])).toContain('other');
  });

  test.each<readonly [string, Parameters<typeof split>[2], Readonly<Record<string, string>>]>([
    [
      'not_equal_to',
      [
        ['not_equal_to', 'gold', 'good'],
        ['starts_with', 'go', 'bad'],
      ],
      { silver: 'good', gold: 'bad' },
    ],
    [
      'does_not_match_any_of',
      [
        ['equal_to', 'bronze', 'bad'],
        ['does_not_match_any_of', 'gold, silver', 'good'],
        ['equal_to', 'silver', 'bad'],
      ],
      { tin: 'good', bronze: 'bad', silver: 'bad', gold: 'other' },
    ],
    [
      'does_not_contain',
      [
        ['does_not_contain', 'o', 'good'],
        ['does_not_contain', 'ol', 'bad'],
      ],
      { tin: 'good', bronze: 'bad', gold: 'other' },
    ],
    [
      'does_not_start_with',
      [
        ['does_not_start_with', 'g', 'good'],
        ['is_not_blank', '', 'bad'],
      ],
      { tin: 'good', gold: 'bad' },
    ],
  ])('%s is asked in its turn, before what stands behind it', async (_, matches, ways) => {
    const { walk } = await importWidgets(flow(...matches));
    const ends = Object.keys(ways).map((value) => [value, walk([result(value)]).at(-3)]);
    expect(Object.fromEntries(ends)).toEqual(ways);
  });

  test('conditions that stand together must all be true, each of its own value', async () => {
    const condition = (type: string, value: string, argument: string) => ({
      type,
      value,
      arguments: [argument],
    });
    const tier = '{{flow.variables.tier}}';
    const both = {
      event: 'match',
      next: 'good',
      conditions: [
        condition('equal_to', 'gold', tier),
        condition('not_equal_to', 'en', '{{flow.variables.language}}'),
      ],
    };
    const old = {
      event: 'match',
      next: 'bad',
      conditions: [condition('greater_than', '65', '{{flow.variables.age}}')],
    };
    const { walk, node } = await importWidgets([
      {
        name: 'status',
        type: 'split-based-on',
        transitions: [{ event: 'noMatch', next: 'other' }, both, old],
        properties: { input: tier },
      },
      ...ends,
    ]);
    expect(node('status')).toMatchObject({ kind: 'branch', on: { attribute: 'tier' } });
    const comesTo = (attributes: Readonly<Record<string, string>>) =>
      walk([], { attributes }).at(-3);
    expect(comesTo({ tier: 'gold', language: 'el' })).toBe('good');
    expect(comesTo({ tier: 'gold', language: 'en' })).toBe('other');
    expect(comesTo({ tier: 'gold', language: 'en', age: '70' })).toBe('bad');
    expect(comesTo({ tier: 'tin', age: '70' })).toBe('bad');
    expect(comesTo({ tier: 'tin', age: '65' })).toBe('other');
  });

  test.each([
    ['regex', '^\\d{4}$', 'matches ^\\d{4}$'],
    ['regex', 'gold', 'matches gold'],
    ['is_before_time', '17:00', 'before 17:00'],
    ['something_new', 'x', 'something_new x'],
  ])('%s "%s" stays in words, which nobody can check', async (type, value, when) => {
    const { node, report, walk } = await importWidgets(flow([type, value, 'good']));
    expect(node('status')).toMatchObject({ cases: [{ when, to: 'good' }], otherwise: 'other' });
    expect(report.unresolved).toHaveLength(1);
    expect(report.unresolved[0]?.message).toContain(`Whether "${when}" is true at "status"`);
    expect(walk([result(when)])).toContain('good');
  });

  test('on what options of the flow set is on that attribute', async () => {
    const { node, walk } = await importWidgets([
      set('mark', 'check', { colour: 'red', shape: '{{widgets.x.Digits}}' }),
      split('check', '{{ flow.variables.colour }}', [['equal_to', 'red', 'good']], 'bad'),
      ...ends,
    ]);
    expect(node('mark')).toMatchObject({
      task: 'set variables: colour, shape',
      set: { colour: 'red' },
    });
    expect(node('check')).toMatchObject({ on: { attribute: 'colour' } });
    expect(walk([succeed])).toContain('good');
  });

  test('is called by its widget, and by its value too where several are asked for', async () => {
    const { node } = await importWidgets([
      ...flow(['equal_to', 'gold', 'more']),
      split('more', '{{widgets.look_up.parsed.age}}', [['less_than', '18', 'bad']], 'good'),
    ]);
    expect(node('status')).toMatchObject({ on: { result: 'look_up.status' } });
    expect(node('more')).toMatchObject({ on: { result: 'look_up.age' } });
  });
});

describe('what calls never come to', () => {
  test('is left out and told: messages, and what runs when the call is over', async () => {
    const { script, report } = await importWidgets(
      [
        widget('queue', 'send-to-flex', {
          callComplete: 'survey',
          failedToEnqueue: 'bad',
          callFailure: 'bad',
        }),
        say('survey', 'How was it?'),
        widget('reply', 'send-message', { sent: '', failed: '' }),
        ...ends.slice(1, 2),
        say('loose', 'Nobody comes here.'),
      ],
      { incomingCall: 'queue', incomingMessage: 'reply' },
    );
    expect(Object.keys(script.nodes)).toEqual(['queue', 'bad', 'loose', 'call-ends']);
    expect(report.blocks).toBe(6);
    expect(report.unresolved.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"survey" \(say-play\) is left out/),
      expect.stringMatching(/^"reply" \(send-message\) is left out/),
    ]);
  });

  test('a request or another flow may begin a call too', async () => {
    const { script } = await importWidgets(
      [say('hello', 'Hello.'), widget('dial', 'make-outgoing-call-v2', { answered: 'hello' })],
      { incomingCall: 'hello', incomingRequest: 'dial', incomingParent: 'hello' },
    );
    expect(script.entries).toEqual([
      { start: 'hello' },
      { start: 'dial', title: 'Started by a request' },
    ]);
  });
});

describe('a type that Studio does not have', () => {
  test('stays opaque, with its properties and all its ways', async () => {
    const { node, report } = await leaving(
      'text-to-speech',
      { next: 'good', failed: 'bad', x: '' },
      { text: 'Hi' },
    );
    expect(node('it')).toEqual({
      kind: 'opaque',
      vendor: 'twilio-studio',
      type: 'text-to-speech',
      raw: { text: 'Hi' },
      exits: [
        { trigger: 'next', when: 'next', to: 'good' },
        { trigger: 'failure', when: 'failed', to: 'bad' },
        { trigger: 'next', when: 'x', to: 'call-ends' },
      ],
      origin: ['it'],
    });
    expect(report.opaque).toEqual({ 'text-to-speech': 1 });
  });

  test('so does a known one with a way that it should not have', async () => {
    const { node } = await leaving(
      'say-play',
      { audioComplete: 'good', odd: 'bad' },
      { say: 'Hi' },
    );
    expect(node('it')).toMatchObject({ kind: 'opaque', type: 'say-play' });
  });
});
