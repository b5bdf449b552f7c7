import { describe, expect, test } from '@jest/globals';
import {
  action,
  flowOf,
  importActions,
  importSource,
  sourceOf,
} from '../../support/contact-flow.ts';

const bye = action('bye', 'DisconnectParticipant');
const failed = action('failed', 'DisconnectParticipant');
const ways = { next: 'bye', errors: { NoMatchingError: 'failed' } };

describe('a function', () => {
  test.each([
    ['arn:aws:lambda:us-east-1:1:function:lookup', 'lookup'],
    ['arn:aws:lambda:us-east-1:1:function:lookup:PROD', 'lookup'],
    ['{{lambdaFunctions.connectgetstatus.arn}}', 'connectgetstatus'],
    ['${LambdaSurvey.Arn}', 'LambdaSurvey'],
    ['$.FlowAttributes.fn', { unknown: '$.FlowAttributes.fn' }],
  ])('%s is a task that can fail', (LambdaFunctionARN, task) => {
    const { node } = importActions([
      action('look-up', 'InvokeLambdaFunction', { LambdaFunctionARN }, ways),
      failed,
      bye,
    ]);
    expect(node('look-up')).toEqual({
      kind: 'task',
      task,
      selfService: false,
      success: 'bye',
      failure: 'failed',
      origin: ['look-up'],
    });
  });
});

describe('what callers don’t notice', () => {
  test.each([
    ['UpdateContactRoutingBehavior', { QueuePriority: '5' }, 'set priority: 5'],
    ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, 'set flow log: Enabled'],
    ['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Amy' }, 'set voice: Amy'],
    ['UpdateContactRecordingBehavior', {}, 'set call recording'],
    ['GetMetricData', {}, 'get metrics of queue: none'],
  ])('%s is a task that serves nobody, with its error branch', (type, parameters, task) => {
    const { node } = importActions([action('x', type, { ...parameters }, ways), failed, bye]);
    expect(node('x')).toEqual({
      kind: 'task',
      task,
      selfService: false,
      success: 'bye',
      error: 'failed',
      origin: ['x'],
    });
  });

  test('attributes are set to what is written, and to nothing that only the call knows', () => {
    const { node } = importActions([
      action('x', 'UpdateContactAttributes', { Attributes: { a: '1', b: '$.External.b' } }, ways),
      failed,
      bye,
    ]);
    expect(node('x')).toMatchObject({ task: 'set attributes: a, b', set: { a: '1' } });
  });

  test('a flow that asks for the channel of a call knows that it is a voice call', () => {
    const { script } = importActions([
      action('x', 'Compare', { ComparisonValue: '$.Channel' }, { conditions: [['VOICE', 'bye']] }),
      bye,
    ]);
    expect(script.entries).toEqual([{ start: 'x', set: { Channel: 'VOICE' } }]);
  });

  test('flows for events are no exits, but the node and the report name them', () => {
    const hooks = {
      EventHooks: { CustomerQueue: 'arn:…/contact-flow/1', AgentHold: '$.Attributes.h' },
    };
    const { node, report } = importActions(
      [action('x', 'UpdateContactEventHooks', hooks, ways), failed, bye],
      {
        ActionMetadata: {
          x: { parameters: { EventHooks: { CustomerQueue: { displayName: 'Music' } } } },
        },
      },
    );
    expect(node('x')).toMatchObject({
      task: 'set flows for events: CustomerQueue = Music, AgentHold = $.Attributes.h',
    });
    expect(report.eventHooks).toEqual([
      { node: 'x', event: 'CustomerQueue', flow: 'Music' },
      { node: 'x', event: 'AgentHold', flow: '$.Attributes.h' },
    ]);
  });

  test.each([
    [['UpdateContactData', { LanguageCode: 'de-DE' }], 'de-DE'],
    [['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Amy' }], 'en-GB'],
    [['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: '$.Attributes.v' }], 'en-US'],
  ] as const)('%j tells the language of the script', ([type, parameters], language) => {
    const { script } = importActions([action('x', type, { ...parameters }, ways), failed, bye]);
    expect(script.language).toBe(language);
  });
});

describe('other flows', () => {
  test('a call that is sent on stays there', () => {
    const { node } = importActions(
      [
        action(
          'x',
          'TransferToFlow',
          { ContactFlowId: 'arn:…/1' },
          { next: 'failed', errors: { NoMatchingError: 'failed' } },
        ),
        failed,
      ],
      { ActionMetadata: { x: { ContactFlow: { text: 'Opening Hours' } } } },
    );
    expect(node('x')).toEqual({
      kind: 'subflow',
      title: 'Opening Hours',
      script: 'opening-hours',
      error: 'failed',
      origin: ['x'],
    });
  });

  test('a module comes back', () => {
    const { node } = importActions([
      action('x', 'InvokeFlowModule', { FlowModuleId: '$.Attributes.m' }, ways),
      failed,
      bye,
    ]);
    expect(node('x')).toMatchObject({
      kind: 'subflow',
      script: { unknown: '$.Attributes.m' },
      to: 'bye',
      error: 'failed',
    });
  });

  test('a module with several results leads to a branch on them', () => {
    const { node } = importActions([
      action(
        'x',
        'InvokeFlowModule',
        { FlowModuleId: 'authenticate' },
        {
          next: 'bye',
          conditions: [
            ['Verified', 'bye'],
            ['Blocked', 'failed'],
          ],
          errors: { NoMatchingCondition: 'bye', NoMatchingError: 'failed' },
        },
      ),
      failed,
      bye,
    ]);
    expect(node('x')).toMatchObject({ kind: 'subflow', script: 'authenticate', to: 'x-to' });
    expect(node('x-to')).toMatchObject({
      kind: 'branch',
      cases: [
        { when: 'Verified', to: 'bye' },
        { when: 'Blocked', to: 'failed' },
        { when: 'NoMatchingCondition', to: 'bye' },
      ],
    });
  });
});

describe('ends', () => {
  test('a disconnect is a hang-up', () => {
    expect(importActions([bye]).node('bye')).toEqual({ kind: 'hangup', origin: ['bye'] });
  });

  test.each([
    ['EndFlowModuleExecution', 'module', 'subflow'],
    ['EndFlowExecution', 'customerWhisper', 'subflow'],
    ['EndFlowExecution', undefined, 'subflow'],
    ['EndFlowExecution', 'contactFlow', 'hangup'],
  ])('%s in a flow of the type %s is a %s without an exit', (type, flowType, kind) => {
    const metadata = flowType === undefined ? {} : { type: flowType };
    const { node, script } = importActions([action('end', type)], metadata);
    expect(node('end')).toMatchObject({ kind });
    expect(node('end')).not.toHaveProperty('to');
    expect(script.note).toBe(
      flowType === undefined
        ? undefined
        : `Amazon Connect flow of the type ${flowType.replace(/[A-Z]/, '_$&').toUpperCase()}.`,
    );
  });
});

describe('what the model can’t say', () => {
  test('stays opaque with its parameters and all its exits', () => {
    const { node, report, textAt } = importActions([
      action(
        'pause',
        'Ponder',
        { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
        {
          next: 'bye',
          conditions: [
            ['WaitCompleted', 'failed'],
            ['CustomerReturned', 'bye'],
          ],
          errors: { NoMatchingError: 'failed', NoMatchingCondition: 'bye', QueueAtCapacity: 'bye' },
        },
      ),
      failed,
      bye,
    ]);
    expect(node('pause')).toEqual({
      kind: 'opaque',
      vendor: 'amazon-connect',
      type: 'Ponder',
      raw: { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
      exits: [
        { trigger: 'next', to: 'bye' },
        { trigger: 'case', when: 'WaitCompleted', to: 'failed' },
        { trigger: 'case', when: 'CustomerReturned', to: 'bye' },
        { trigger: 'error', when: 'NoMatchingError', to: 'failed' },
        { trigger: 'case', when: 'NoMatchingCondition', to: 'bye' },
        { trigger: 'overflow', when: 'QueueAtCapacity', to: 'bye' },
      ],
      origin: ['pause'],
    });
    expect(report.opaque).toEqual({ Ponder: 1 });
    expect(textAt('nodes', 'pause', 'exits', 1, 'to')).toBe('"failed"');
  });

  test.each(['TransferToQueue', 'Start', 'SetVoice', 'CheckAttribute', 'TransferContactToFlow'])(
    'the invented type %s is opaque too',
    (type) => {
      const { report } = importActions([action('x', type, {}, ways), failed, bye]);
      expect(report.opaque).toEqual({ [type]: 1 });
    },
  );

  test('an action whose ways its kind can’t all show stays opaque rather than losing one', () => {
    const { node } = importActions([
      action('x', 'DisconnectParticipant', {}, { errors: { NoMatchingError: 'bye' } }),
      bye,
    ]);
    expect(node('x')).toMatchObject({ kind: 'opaque', exits: [{ trigger: 'error', to: 'bye' }] });
  });

  test('what comes out of a wait or a request is told apart behind it', () => {
    const { node, report } = importActions([
      action(
        'pause',
        'Wait',
        { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
        {
          conditions: [
            ['WaitCompleted', 'case'],
            ['CustomerReturned', 'bye'],
          ],
          errors: { NoMatchingError: 'failed' },
        },
      ),
      action(
        'case',
        'GetCustomerProfile',
        {},
        { next: 'bye', errors: { MultipleFoundError: 'bye', NoneFoundError: 'failed' } },
      ),
      failed,
      bye,
    ]);
    expect(node('pause')).toMatchObject({ kind: 'task', task: 'wait', duration: 60 });
    expect(node('pause-result')).toMatchObject({
      on: { result: 'wait' },
      cases: [
        { when: 'WaitCompleted', to: 'case' },
        { when: 'CustomerReturned', to: 'bye' },
      ],
      otherwise: 'case',
    });
    expect(node('case-failure')).toMatchObject({
      cases: [{ when: 'MultipleFoundError' }, { when: 'NoneFoundError' }],
      otherwise: 'failed',
    });
    expect(report.opaque).toEqual({});
  });

  test('an action without a type is counted as well', () => {
    const { node, report } = importSource(
      sourceOf(flowOf([{ Identifier: 'x' }, ['nonsense'], bye])),
    );
    expect(node('x')).toMatchObject({ kind: 'opaque', type: '(no type)' });
    expect(report).toMatchObject({ blocks: 3, nodes: 2 });
    expect(report.unresolved.map(({ message }) => message)).toEqual([
      'Item 2 of "Actions" is not an action.',
    ]);
  });
});
