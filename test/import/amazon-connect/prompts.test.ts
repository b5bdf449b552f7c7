import { describe, expect, jest, test } from '@jest/globals';
import { stripSsml } from '../../../src/import/strip-ssml.ts';
import { action, importActions } from '../../support/contact-flow.ts';

jest.setTimeout(120_000);

const bye = action('bye', 'DisconnectParticipant');
const arn = 'arn:aws:connect:us-east-1:1:instance/i/prompt/deadbeef-5555-6666-7777-888888888888';

function saidBy(parameters: Readonly<Record<string, unknown>>, metadata: object = {}) {
  const { node } = importActions(
    [action('play', 'MessageParticipant', parameters, { next: 'bye' }), bye],
    { ActionMetadata: { play: metadata } },
  );
  const played = node('play');
  return played?.kind === 'announcement' ? played.say : undefined;
}

describe('what a message says', () => {
  test.each([
    ['text', { Text: ' Welcome. ' }, {}, { text: 'Welcome.' }],
    ['speech mark-up', { SSML: '<speak>Hi <b>you</b></speak>' }, {}, { text: 'Hi you' }],
    ['mark-up in a text', { Text: '<speak>Hi</speak>' }, {}, { text: 'Hi' }],
    ['mark-up without words', { SSML: '<speak></speak>' }, {}, undefined],
    ['nothing', {}, {}, undefined],
    [
      'a recording by its name',
      { PromptId: arn },
      { promptName: 'Beep.wav' },
      { recording: 'Beep.wav' },
    ],
    [
      'a recording by its shown name',
      { PromptId: arn },
      { parameters: { PromptId: { displayName: 'Hold.wav' } } },
      { recording: 'Hold.wav' },
    ],
    ['a recording without a name', { PromptId: arn }, {}, { unknown: arn }],
    ['a placeholder for a recording', { PromptId: '${P:welcome:P}' }, {}, { recording: 'welcome' }],
    [
      'a recording of the running flow',
      { PromptId: '$.External.p' },
      {},
      { unknown: '$.External.p' },
    ],
    [
      'a text of the running flow',
      { Text: '$.External.message' },
      {},
      { unknown: '$.External.message' },
    ],
    ['a text filled in on install', { Text: '{{message}}' }, {}, { unknown: '{{message}}' }],
    [
      'a text that is known in part',
      { Text: 'Hello $.Attributes.name. Press 1 for ${Thing}.' },
      {},
      {
        unknown: 'Hello $.Attributes.name. Press 1 for ${Thing}.',
        text: 'Hello …. Press 1 for ….',
      },
    ],
    ['a price', { Text: 'It costs $5.' }, {}, { text: 'It costs $5.' }],
  ])('%s', (_, parameters, metadata, say) => {
    expect(saidBy(parameters, metadata)).toEqual(say);
  });

  test('a message can’t be interrupted, and keeps its error branch', () => {
    const { node, script, textAt } = importActions([
      action(
        'play',
        'MessageParticipant',
        { SSML: '<speak>Hi</speak>' },
        {
          next: 'bye',
          errors: { NoMatchingError: 'failed' },
        },
      ),
      action('failed', 'DisconnectParticipant'),
      bye,
    ]);
    expect(script.defaults).toEqual({ bargeIn: true });
    expect(node('play')).toMatchObject({ bargeIn: false, to: 'bye', error: 'failed' });
    expect(textAt('nodes', 'play', 'say')).toBe('"<speak>Hi</speak>"');
    expect(textAt('nodes', 'play', 'error')).toBe('"failed"');
  });

  test('a message before an input stays a node that leads straight into the menu', () => {
    const { node } = importActions([
      action('play', 'MessageParticipant', { Text: 'Press 1.' }, { next: 'main' }),
      action(
        'main',
        'GetParticipantInput',
        { StoreInput: 'False' },
        { conditions: [['1', 'bye']] },
      ),
      bye,
    ]);
    expect(node('play')).toMatchObject({ kind: 'announcement', to: 'main' });
    expect(node('main')).toMatchObject({ kind: 'menu' });
  });

  test('the report counts prompts, and those whose words stand elsewhere', () => {
    const { report } = importActions([
      action('a', 'MessageParticipant', { Text: 'Hi.' }, { next: 'b' }),
      action('b', 'MessageParticipant', { Text: '$.External.x' }, { next: 'bye' }),
      bye,
    ]);
    expect(report).toMatchObject({ prompts: 2, promptsUnknown: 1 });
  });
});

describe('messages that play again and again', () => {
  const loop = (parameters: object, ways: object, metadata: object = {}) =>
    importActions([action('loop', 'MessageParticipantIteratively', { ...parameters }, ways), bye], {
      ActionMetadata: { loop: metadata },
    }).node('loop');

  test('are a queue to wait in, where nothing interrupts them', () => {
    expect(
      loop({ Messages: [{ Text: 'Please wait.' }, { SSML: '<speak>Soon.</speak>' }] }, {}),
    ).toMatchObject({
      kind: 'queue',
      queue: { unknown: 'the queue that the call waits in' },
      announce: { say: { text: 'Please wait. Soon.' } },
    });
  });

  test('are an announcement that leads on, where the flow interrupts them', () => {
    expect(
      loop(
        { Messages: [{ PromptId: '{{prompts.Hold_wav.arn}}' }], InterruptFrequencySeconds: '20' },
        {
          next: 'bye',
          errors: { NoMatchingError: 'bye' },
          conditions: [['MessagesInterrupted', 'loop']],
        },
        { audio: [{ text: 'Hold.wav' }] },
      ),
    ).toMatchObject({
      kind: 'announcement',
      say: { recording: 'Hold.wav' },
      to: 'loop',
      error: 'bye',
      note: 'The messages are interrupted every 20 s.',
    });
  });

  test('of which some are recordings keep the words that are known', () => {
    expect(loop({ Messages: [{ Text: 'Wait.' }, { PromptId: arn }] }, {})).toMatchObject({
      announce: { say: { unknown: arn, text: 'Wait.' } },
    });
  });
});

describe('speech mark-up', () => {
  test.each([
    ['<speak>One<break time="1s"/>two</speak>', 'One two'],
    [
      'a &amp; b &lt;c&gt; &#233; &#x20AC; &unknown; &#99999999;',
      'a & b <c> é € &unknown; &#99999999;',
    ],
    ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['never <closed', 'never <closed'],
    ['<!-- no -->yes', 'yes'],
  ])('%s', (ssml, words) => {
    expect(stripSsml(ssml)).toBe(words);
  });

  test('a megabyte of broken tags takes no longer than its length', () => {
    for (const piece of ['<', '<a', '< ', '<a>', '&#', '> <']) {
      expect(stripSsml(piece.repeat(300_000)).length).toBeGreaterThan(-1);
    }
  });
});
