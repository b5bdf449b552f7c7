import { describe, expect, test } from '@jest/globals';
import { importSource, sourceOf, type Imported } from '../../support/contact-flow.ts';

interface Branch {
  readonly condition: string;
  readonly transition?: string;
  readonly conditionType?: string;
  readonly conditionValue?: string | number;
}

interface Parameter {
  readonly name: string;
  readonly value: unknown;
  readonly namespace?: string | null;
  readonly key?: string;
  readonly resourceName?: string;
}

/** A module as the console exported it before 2019. */
const module = (
  id: string,
  type: string,
  branches: readonly Branch[],
  parameters: readonly Parameter[] = [],
  more: object = {},
) => ({ id, type, branches, parameters, metadata: { position: { x: 1, y: 1 } }, ...more });

const on = (condition: string, transition: string): Branch => ({ condition, transition });
const is = (conditionValue: string | number, transition: string, conditionType = 'Equals') => ({
  condition: 'Evaluate',
  conditionType,
  conditionValue,
  transition,
});
const text = (value: string): Parameter => ({ name: 'Text', value, namespace: null });

const bye = module('bye', 'Disconnect', []);
const failed = module('failed', 'Disconnect', []);

function importModules(modules: readonly object[], metadata: object = {}): Imported {
  const [first] = modules as readonly { readonly id: string }[];
  return importSource(
    sourceOf({
      modules: [...modules, bye, failed],
      version: '1',
      type: 'contactFlow',
      start: first?.id,
      metadata: { name: 'Old Line', ...metadata },
    }),
  );
}

describe('a flow that was exported before 2019', () => {
  test('has its name, its type, and its first node', () => {
    const { script, report } = importModules([
      module('hello', 'PlayPrompt', [on('Success', 'bye')], [text('Hello.')]),
    ]);
    expect(script).toMatchObject({
      id: 'old-line',
      title: 'Old Line',
      entries: [{ start: 'hello' }],
    });
    expect(script.note).toContain('CONTACT_FLOW');
    expect(report).toMatchObject({ blocks: 3, nodes: 3, opaque: {} });
  });

  test('says texts, speech mark-up, recordings by name, and what only the call knows', () => {
    const { node, textAt } = importModules([
      module('a', 'PlayPrompt', [on('Success', 'b')], [text('Hello.')]),
      module(
        'b',
        'PlayPrompt',
        [on('Success', 'c')],
        [text('<speak>Good <b>day</b></speak>'), { name: 'TextToSpeechType', value: 'ssml' }],
      ),
      module(
        'c',
        'PlayPrompt',
        [on('Success', 'd')],
        [{ name: 'AudioPrompt', value: 'arn:x:prompt/1', resourceName: 'Welcome.wav' }],
      ),
      module(
        'd',
        'PlayPrompt',
        [on('Success', 'bye')],
        [{ name: 'Text', value: 'GREETING', namespace: 'External' }],
      ),
    ]);
    expect(node('a')).toMatchObject({ say: { text: 'Hello.' }, to: 'b' });
    expect(node('b')).toMatchObject({ say: { text: 'Good day' } });
    expect(node('c')).toMatchObject({ say: { recording: 'Welcome.wav' } });
    expect(node('d')).toMatchObject({ say: { unknown: '$.External.GREETING' } });
    expect(textAt('nodes', 'a', 'say')).toBe('"Hello."');
    expect(textAt('nodes', 'a', 'to')).toBe('"b"');
  });

  test('asks for a key, waits, and knows silence from a wrong key', () => {
    const { node } = importModules([
      module(
        'main',
        'GetUserInput',
        [
          is('1', 'bye'),
          is('2', 'main'),
          on('Timeout', 'failed'),
          on('NoMatch', 'bye'),
          on('Error', 'failed'),
        ],
        [text('Press 1.'), { name: 'Timeout', value: '5' }, { name: 'MaxDigits', value: 1 }],
        { target: 'Digits' },
      ),
    ]);
    expect(node('main')).toMatchObject({
      kind: 'menu',
      options: [
        { key: '1', to: 'bye' },
        { key: '2', to: 'main' },
      ],
      noInput: { wait: 5, attempts: 1, to: 'failed' },
      noMatch: { attempts: 1, to: 'bye' },
      error: 'failed',
    });
  });

  test('makes one menu of a stored key and the check behind it', () => {
    const { node, report } = importModules([
      module(
        'ask',
        'StoreUserInput',
        [on('Success', 'check'), on('Error', 'failed')],
        [
          text('Press 1.'),
          { name: 'MaxDigits', value: '1' },
          { name: 'EncryptEntry', value: false },
        ],
      ),
      module(
        'check',
        'CheckAttribute',
        [is('1', 'bye'), is('Timeout', 'failed'), on('NoMatch', 'ask')],
        [
          { name: 'Attribute', value: 'Stored customer input' },
          { name: 'Namespace', value: 'System' },
        ],
      ),
    ]);
    expect(node('ask')).toMatchObject({
      kind: 'menu',
      options: [{ key: '1', to: 'bye' }],
      noInput: { to: 'failed' },
      noMatch: { to: 'ask' },
      origin: ['ask', 'check'],
    });
    expect(report).toMatchObject({ blocks: 4, nodes: 3 });
  });

  test('collects digits up to an end key, in secret where it is encrypted', () => {
    const { node } = importModules([
      module(
        'pin',
        'StoreUserInput',
        [on('Success', 'bye'), on('Error', 'failed')],
        [
          text('Your PIN, then star.'),
          { name: 'CustomerInputType', value: 'Custom' },
          { name: 'MaxDigits', value: 4 },
          { name: 'TerminatorDigits', value: '*' },
          { name: 'EncryptEntry', value: 'true' },
        ],
      ),
    ]);
    expect(node('pin')).toMatchObject({
      kind: 'collect',
      digits: { max: 4, end: '*' },
      sensitive: true,
      to: 'bye',
    });
  });

  test.each([
    ['User Defined', { attribute: 'colour' }],
    ['External', { result: 'colour' }],
  ])('branches on attributes by where they come from: %s', (namespace, what) => {
    const { node } = importModules([
      module(
        'check',
        'CheckAttribute',
        [is('red', 'bye'), is(5, 'bye', 'GreaterThan'), on('NoMatch', 'failed')],
        [
          { name: 'Attribute', value: 'colour' },
          { name: 'Namespace', value: namespace },
        ],
      ),
    ]);
    expect(node('check')).toMatchObject({
      on: what,
      cases: [{ when: 'red' }, { when: '> 5' }],
      otherwise: 'failed',
    });
  });

  test('puts callers into the queue that was set, and somewhere else when it is full', () => {
    const { node } = importModules([
      module(
        'set',
        'SetQueue',
        [on('Success', 'queue'), on('Error', 'failed')],
        [{ name: 'Queue', value: 'arn:x:queue/1', namespace: null, resourceName: 'Basic Queue' }],
      ),
      module('queue', 'Transfer', [on('AtCapacity', 'bye'), on('Error', 'failed')], [], {
        target: 'Queue',
      }),
    ]);
    expect(node('set')).toMatchObject({ kind: 'task', task: 'set queue: Basic Queue' });
    expect(node('queue')).toMatchObject({
      kind: 'queue',
      queue: 'basic-queue',
      overflow: { to: 'bye' },
      error: 'failed',
    });
  });

  test('transfers to a number or another flow by its target, and keeps a target it doesn’t know', () => {
    const { node } = importModules([
      module(
        'number',
        'Transfer',
        [on('Error', 'flow')],
        [
          { name: 'PhoneNumber', value: '+12025550100', namespace: null },
          { name: 'TimeLimit', value: '30' },
          { name: 'BlindTransfer', value: true },
        ],
        { target: 'PhoneNumber' },
      ),
      module(
        'flow',
        'Transfer',
        [on('Error', 'other')],
        [{ name: 'ContactFlowId', value: 'arn:x:contact-flow/1', resourceName: 'Main Line' }],
        { target: 'Flow' },
      ),
      module('other', 'Transfer', [on('Error', 'bye')], [{ name: 'X', value: 1 }], {
        target: 'Moon',
      }),
    ]);
    expect(node('number')).toMatchObject({
      kind: 'transfer',
      number: '+12025550100',
      wait: 30,
      error: 'flow',
    });
    expect(node('number')).not.toHaveProperty('to');
    expect(node('flow')).toMatchObject({ kind: 'subflow', script: 'main-line' });
    expect(node('other')).toMatchObject({
      kind: 'opaque',
      type: 'Transfer',
      raw: [{ name: 'X', value: 1 }],
      exits: [{ trigger: 'error', to: 'bye' }],
    });
  });

  test('counts rounds, asks for people, for hours and for waiting times', () => {
    const { node } = importModules([
      module(
        'again',
        'Loop',
        [on('Looping', 'staff'), on('Complete', 'bye')],
        [{ name: 'LoopCount', value: '3' }],
      ),
      module(
        'staff',
        'CheckStaffing',
        [on('True', 'wait'), on('False', 'bye'), on('Error', 'failed')],
        [{ name: 'Status', value: 'Staffed' }],
      ),
      module(
        'wait',
        'CheckQueueStatus',
        [
          {
            condition: 'CheckQueueTime',
            conditionType: 'LessThan',
            conditionValue: 300000,
            transition: 'hours',
          },
          on('NoMatch', 'bye'),
          on('Error', 'failed'),
        ],
        [],
      ),
      module('hours', 'CheckHoursOfOperation', [
        on('True', 'bye'),
        on('False', 'failed'),
        on('Error', 'failed'),
      ]),
    ]);
    expect(node('again')).toMatchObject({
      on: { loop: 3 },
      cases: [
        { when: 'again', to: 'staff' },
        { when: 'done', to: 'bye' },
      ],
    });
    expect(node('staff')).toMatchObject({
      cases: [{ when: 'agents staffed > 0', to: 'wait' }],
      otherwise: 'bye',
      error: 'failed',
    });
    expect(node('wait')).toMatchObject({ cases: [{ when: 'longest wait < 300', to: 'hours' }] });
    expect(node('hours')).toMatchObject({
      cases: [
        { when: 'open', to: 'bye' },
        { when: 'closed', to: 'failed' },
      ],
    });
  });

  test('sets attributes, a voice, and flows for events', () => {
    const { node, script, report } = importModules([
      module(
        'set',
        'SetAttributes',
        [on('Success', 'voice'), on('Error', 'failed')],
        [
          { name: 'Attribute', key: 'colour', value: 'red', namespace: null },
          { name: 'Attribute', key: 'name', value: 'name', namespace: 'External' },
        ],
      ),
      module(
        'voice',
        'SetVoice',
        [on('Success', 'hook')],
        [{ name: 'GlobalVoice', value: 'Celine' }],
      ),
      module(
        'hook',
        'SetEventHook',
        [on('Success', 'bye'), on('Error', 'bye')],
        [
          { name: 'Type', value: 'CustomerQueue' },
          { name: 'ContactFlowId', value: 'arn:x:contact-flow/2', resourceName: 'While waiting' },
        ],
      ),
    ]);
    expect(node('set')).toMatchObject({ set: { colour: 'red' } });
    expect(script.language).toBe('fr-FR');
    expect(report.eventHooks).toEqual([
      { node: 'hook', event: 'CustomerQueue', flow: 'While waiting' },
    ]);
  });

  test('keeps types that nobody knows, with their ways', () => {
    const { node, report } = importModules([
      module('x', 'SetScreenPop', [on('Success', 'bye'), on('Strange', 'failed')]),
    ]);
    expect(node('x')).toMatchObject({
      kind: 'opaque',
      type: 'SetScreenPop',
      exits: [
        { trigger: 'next', to: 'bye' },
        { trigger: 'error', when: 'Strange', to: 'failed' },
      ],
    });
    expect(report.opaque).toEqual({ SetScreenPop: 1 });
  });

  test('bears modules that are none, twice the same name, and branches to nowhere', () => {
    const { report, node } = importModules([
      module('x', 'PlayPrompt', [on('Success', 'gone')], [text('Hello.')]),
      module('x', 'PlayPrompt', [{ condition: 'Success' }], [text('Hello.')]),
      7 as unknown as object,
      { id: '__proto__' },
    ]);
    expect(node('x')).toMatchObject({ to: 'gone' });
    expect(report.blocks).toBe(6);
    expect(report.unresolved.map(({ message }) => message)).toEqual([
      'Item 3 of "modules" is not an action.',
      'A second action is called "x"; every way to that name leads to the first.',
    ]);
  });
});
