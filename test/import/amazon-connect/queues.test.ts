import { describe, expect, test } from '@jest/globals';
import { action, importActions, type Ways } from '../../support/contact-flow.ts';

const bye = action('bye', 'DisconnectParticipant');
const queueArn = (id: string) => `arn:aws:connect:eu-west-2:1:instance/i/queue/${id}`;
const uuid = '4bca1082-f46a-4580-8c76-79db54b8d49a';
const set = (id: string, queue: string | undefined, ways: Ways) =>
  action(id, 'UpdateContactTargetQueue', queue === undefined ? {} : { QueueId: queue }, ways);
const transfer = action(
  'wait',
  'TransferContactToQueue',
  {},
  {
    next: 'bye',
    errors: { QueueAtCapacity: 'full', NoMatchingError: 'bye' },
  },
);
const full = action('full', 'DisconnectParticipant');
const named = (id: string, text: string) => ({ ActionMetadata: { [id]: { queue: { text } } } });

describe('the queue that a call is put into', () => {
  test('is the one that was set on the way, by its shown name', () => {
    const { node, textAt } = importActions(
      [
        set('set', queueArn(uuid), { next: 'log', errors: { NoMatchingError: 'bye' } }),
        action(
          'log',
          'UpdateFlowLoggingBehavior',
          { FlowLoggingBehavior: 'Enabled' },
          { next: 'wait' },
        ),
        transfer,
        full,
        bye,
      ],
      named('set', 'Basic Queue'),
    );
    expect(node('wait')).toEqual({
      kind: 'queue',
      queue: 'basic-queue',
      title: 'Basic Queue',
      overflow: { to: 'full' },
      error: 'bye',
      origin: ['wait'],
    });
    expect(node('set')).toEqual({
      kind: 'task',
      task: 'set queue: Basic Queue',
      selfService: false,
      success: 'log',
      error: 'bye',
      origin: ['set'],
    });
    expect(textAt('nodes', 'wait', 'overflow')).toBe('"QueueAtCapacity"');
    expect(textAt('nodes', 'wait', 'overflow', 'to')).toBe('"full"');
  });

  test('without a name is called by the beginning of its id', () => {
    const { node } = importActions([
      set('set', queueArn(uuid), { next: 'wait' }),
      transfer,
      full,
      bye,
    ]);
    expect(node('wait')).toMatchObject({ queue: 'queue-4bca1082' });
  });

  test('is the same on several ways that set the same one', () => {
    const branch = action(
      'branch',
      'Compare',
      { ComparisonValue: '$.Attributes.x' },
      {
        conditions: [['a', 'set-a']],
        errors: { NoMatchingCondition: 'set-b' },
      },
    );
    const { node } = importActions([
      branch,
      set('set-a', 'SALES', { next: 'wait' }),
      set('set-b', 'SALES', { next: 'wait' }),
      transfer,
      full,
      bye,
    ]);
    expect(node('wait')).toMatchObject({ queue: 'sales', title: 'SALES' });
  });

  test('is unknown where several can be set, or none on some way', () => {
    const branch = action(
      'branch',
      'Compare',
      { ComparisonValue: '$.Attributes.x' },
      {
        conditions: [
          ['a', 'set-a'],
          ['b', 'set-b'],
        ],
        errors: { NoMatchingCondition: 'wait' },
      },
    );
    const { node } = importActions([
      branch,
      set('set-a', 'SALES', { next: 'wait' }),
      set('set-b', 'CARE', { next: 'wait' }),
      transfer,
      full,
      bye,
    ]);
    expect(node('wait')).toMatchObject({
      queue: { unknown: 'SALES, or CARE, or none set in this flow' },
    });
  });

  test('stays what it was when setting another one fails', () => {
    const { node } = importActions([
      set('first', 'SALES', { next: 'second', errors: { NoMatchingError: 'bye' } }),
      set('second', 'CARE', { next: 'bye', errors: { NoMatchingError: 'wait' } }),
      transfer,
      full,
      bye,
    ]);
    expect(node('wait')).toMatchObject({ queue: 'sales' });
  });

  test('is unknown where nothing sets it, or only the running flow knows it', () => {
    const alone = importActions([transfer, full, bye]);
    expect(alone.node('wait')).toMatchObject({
      queue: { unknown: 'no queue is set in this flow' },
    });
    const dynamic = importActions([
      set('set', '$.External.queue', { next: 'wait' }),
      transfer,
      full,
      bye,
    ]);
    expect(dynamic.node('wait')).toMatchObject({ queue: { unknown: '$.External.queue' } });
  });

  test('two queues of one name stay two queues', () => {
    const other = { ...transfer, Identifier: 'wait-2' };
    const { node } = importActions(
      [
        set('a', queueArn(uuid), { next: 'wait', errors: { NoMatchingError: 'b' } }),
        set('b', queueArn('11111111-f46a-4580-8c76-79db54b8d49a'), { next: 'wait-2' }),
        transfer,
        other,
        full,
        bye,
      ],
      { ActionMetadata: { a: { queue: { text: 'Q' } }, b: { queue: { text: 'Q' } } } },
    );
    expect(node('wait')).toMatchObject({ queue: 'q' });
    expect(node('wait-2')).toMatchObject({ queue: 'q-2' });
  });

  test('of an agent is unknown, and says whose it is', () => {
    const agent = action(
      'set',
      'UpdateContactTargetQueue',
      { AgentId: 'arn:…:agent/kim' },
      { next: 'wait' },
    );
    const { node } = importActions([agent, transfer, full, bye]);
    expect(node('wait')).toMatchObject({
      queue: { unknown: 'the queue of agent arn:…:agent/kim' },
    });
  });
});

test('a call that waits can be moved to a queue that the action names', () => {
  const { node } = importActions([
    action(
      'move',
      'DequeueContactAndTransferToQueue',
      { QueueId: '${Q:vip:Q}' },
      {
        errors: { QueueAtCapacity: 'bye', NoMatchingError: 'bye' },
      },
    ),
    bye,
  ]);
  expect(node('move')).toMatchObject({ kind: 'queue', queue: 'vip', overflow: { to: 'bye' } });
});

test('a call for one agent waits for that agent', () => {
  const { node } = importActions([
    action('to-kim', 'TransferContactToAgent', {}, { errors: { NoMatchingError: 'bye' } }),
    bye,
  ]);
  expect(node('to-kim')).toMatchObject({
    kind: 'queue',
    queue: { unknown: 'the agent that was chosen' },
    error: 'bye',
  });
});

test('a callback keeps the caller’s place in the queue that is set', () => {
  const { node } = importActions([
    set('set', 'CARE', { next: 'number' }),
    action(
      'number',
      'UpdateContactCallbackNumber',
      { CallbackNumber: '$.StoredCustomerInput' },
      {
        next: 'call-me',
        errors: { InvalidCallbackNumber: 'wrong', CallbackNumberNotDialable: 'bye' },
      },
    ),
    action(
      'call-me',
      'CreateCallbackContact',
      {},
      { next: 'bye', errors: { NoMatchingError: 'wrong' } },
    ),
    action('wrong', 'DisconnectParticipant'),
    bye,
  ]);
  expect(node('call-me')).toEqual({
    kind: 'callback',
    queue: 'care',
    title: 'CARE',
    to: 'bye',
    error: 'wrong',
    origin: ['call-me'],
  });
  expect(node('number')).toMatchObject({ kind: 'task', error: 'number-error' });
  expect(node('number-error')).toEqual({
    kind: 'branch',
    on: { result: 'what went wrong' },
    cases: [
      { when: 'InvalidCallbackNumber', to: 'wrong' },
      { when: 'CallbackNumberNotDialable', to: 'bye' },
    ],
    otherwise: 'bye',
    origin: ['number'],
  });
});

describe('a transfer to an outside number', () => {
  const out = (parameters: object, ways: Ways) =>
    importActions([
      action('out', 'TransferParticipantToThirdParty', { ...parameters }, ways),
      action('busy', 'DisconnectParticipant'),
      bye,
    ]);
  const errors = {
    CallFailed: 'busy',
    ConnectionTimeLimitExceeded: 'busy',
    NoMatchingError: 'bye',
  };

  test('that comes back goes on', () => {
    const { node, textAt } = out(
      {
        ThirdPartyPhoneNumber: '+15550100',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: 'True',
      },
      { next: 'bye', errors },
    );
    expect(node('out')).toEqual({
      kind: 'transfer',
      number: '+15550100',
      wait: 30,
      to: 'bye',
      failure: 'busy',
      error: 'bye',
      origin: ['out'],
    });
    expect(textAt('nodes', 'out', 'failure')).toBe('"busy"');
  });

  test('that doesn’t come back ends there, and the report says what is never taken', () => {
    const { node, report } = out(
      { ThirdPartyPhoneNumber: '$.Attributes.number', ContinueFlowExecution: 'False' },
      { next: 'busy', errors: { NoMatchingError: 'bye' } },
    );
    expect(node('out')).toEqual({
      kind: 'transfer',
      number: { unknown: '$.Attributes.number' },
      error: 'bye',
      origin: ['out'],
    });
    expect(report.unresolved.map(({ message }) => message)).toEqual([
      expect.stringContaining('No call goes from "out" to its next action "busy"'),
    ]);
  });

  test('that fails in two ways leads to a branch between them', () => {
    const { node } = out(
      { ThirdPartyPhoneNumber: '+1{{phone}}' },
      { errors: { ...errors, ConnectionTimeLimitExceeded: 'bye' } },
    );
    expect(node('out')).toMatchObject({
      number: { unknown: '+1{{phone}}' },
      failure: 'out-failure',
    });
    expect(node('out-failure')).toMatchObject({
      cases: [
        { when: 'CallFailed', to: 'busy' },
        { when: 'ConnectionTimeLimitExceeded', to: 'bye' },
      ],
    });
  });
});
