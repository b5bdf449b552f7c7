import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import type { Action } from '../../../src/walk/action.ts';
import { startCall } from '../../../src/walk/start-call.ts';
import { step } from '../../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../../src/walk/world.ts';
import { action, importActions } from '../../support/contact-flow.ts';

const ends = ['yes', 'no', 'broken'].map((id) => action(id, 'DisconnectParticipant'));

/** Where a call is after these deeds, on a flow of these blocks. */
function walked(blocks: readonly object[], deeds: readonly Action[], world: World = alwaysOpen) {
  const flow = buildCallFlow(importActions([...blocks, ...ends]).script);
  let { state } = startCall(flow);
  for (const deed of deeds) ({ state } = step(flow, state, deed, world));
  return state.node;
}

const next: Action = { do: 'next' };

describe('a call on an imported flow', () => {
  test.each([
    ['Equals', 'gold', 'gold', 'yes'],
    ['Equals', 'gold', 'Gold', 'no'],
    ['TextContains', 'ol', 'gold', 'yes'],
    ['TextContains', 'OL', 'gold', 'no'],
    ['TextStartsWith', 'go', 'gold', 'yes'],
    ['TextStartsWith', 'old', 'gold', 'no'],
    ['TextEndsWith', 'old', 'gold', 'yes'],
    ['NumberGreaterThan', '5', '10', 'yes'],
    ['NumberGreaterThan', '5', '5', 'no'],
    ['NumberGreaterOrEqualTo', '5', '5', 'yes'],
    ['NumberLessThan', '5', '4', 'yes'],
    ['NumberLessThan', '5', '5', 'no'],
    ['NumberLessOrEqualTo', '5', '5', 'yes'],
    ['NumberLessThan', '5', 'many', 'no'],
  ])('that compares by %s with "%s" goes for "%s" to %s', (operator, operand, value, to) => {
    const compare = action(
      'x',
      'Compare',
      { ComparisonValue: '$.Attributes.tier' },
      { conditions: [[operand, 'yes', operator]], errors: { NoMatchingCondition: 'no' } },
    );
    const set = action(
      'set',
      'UpdateContactAttributes',
      { Attributes: { tier: value } },
      { next: 'x' },
    );
    expect(walked([set, compare], [{ do: 'succeed' }, next])).toBe(to);
    expect(walked([compare], [next], { ...alwaysOpen, attributes: { tier: value } })).toBe(to);
  });

  test('takes the first condition that fits, and none where nothing is known', () => {
    const compare = action(
      'x',
      'Compare',
      { ComparisonValue: '$.Attributes.wait' },
      {
        conditions: [
          ['60', 'yes', 'NumberGreaterThan'],
          ['2', 'broken', 'NumberGreaterThan'],
        ],
        errors: { NoMatchingCondition: 'no' },
      },
    );
    const at = (wait: string) => walked([compare], [next], { ...alwaysOpen, attributes: { wait } });
    expect([at('61'), at('3'), at('1'), walked([compare], [next])]).toEqual([
      'yes',
      'broken',
      'no',
      'no',
    ]);
  });

  test.each([
    ['press 1', { do: 'press', key: '1' }, 'yes'],
    ['say nothing', { do: 'silence' }, 'no'],
    ['press what isn’t there', { do: 'press', key: '7' }, 'broken'],
  ] as const)('of callers who %s leaves the menu by its own way', (_, deed, to) => {
    const menu = action(
      'x',
      'GetParticipantInput',
      { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      {
        conditions: [['1', 'yes']],
        errors: {
          InputTimeLimitExceeded: 'no',
          NoMatchingCondition: 'broken',
          NoMatchingError: 'no',
        },
      },
    );
    expect(walked([menu], [deed])).toBe(to);
  });

  test('is sent round as often as the loop says, then on', () => {
    const loop = action(
      'x',
      'Loop',
      { LoopCount: '2' },
      {
        conditions: [
          ['ContinueLooping', 'say'],
          ['DoneLooping', 'no'],
        ],
      },
    );
    const say = action('say', 'MessageParticipant', { Text: 'Again.' }, { next: 'x' });
    expect(walked([loop, say], [next, next, next, next])).toBe('x');
    expect(walked([loop, say], [next, next, next, next, next])).toBe('no');
  });

  test('goes where errors go: their own way, else that for all others', () => {
    const transfer = action(
      'x',
      'TransferParticipantToThirdParty',
      { ThirdPartyPhoneNumber: '+12025550100', ContinueFlowExecution: 'True' },
      {
        next: 'yes',
        errors: { CallFailed: 'no', ConnectionTimeLimitExceeded: 'no', NoMatchingError: 'broken' },
      },
    );
    expect(walked([transfer], [{ do: 'succeed' }])).toBe('yes');
    expect(walked([transfer], [{ do: 'fail' }])).toBe('no');
    expect(walked([transfer], [{ do: 'error' }])).toBe('broken');
    const profile = action(
      'x',
      'GetCustomerProfile',
      {},
      { next: 'yes', errors: { NoneFoundError: 'no', NoMatchingError: 'broken' } },
    );
    expect(walked([profile], [{ do: 'fail' }, next])).toBe('broken');
    const known = { ...alwaysOpen, attributes: { 'what went wrong': 'NoneFoundError' } };
    expect(walked([profile], [{ do: 'fail' }, next], known)).toBe('no');
  });

  const silence: Action = { do: 'silence' };
  const wrong: Action = { do: 'press', key: '7' };
  const fail: Action = { do: 'fail' };
  const error: Action = { do: 'error' };
  const input = { Text: 'Press 1.', StoreInput: 'False' };
  const stored = { Text: 'Your number?', StoreInput: 'True' };

  test.each<readonly [string, object, Readonly<Record<string, Action>>]>([
    [
      'GetParticipantInput',
      input,
      { InputTimeLimitExceeded: silence, NoMatchingCondition: wrong, NoMatchingError: error },
    ],
    [
      'GetParticipantInput',
      { ...stored, InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } } },
      { InvalidPhoneNumber: { do: 'enter', digits: 0 }, NoMatchingError: error },
    ],
    [
      'ConnectParticipantWithLexBot',
      { Text: 'How can we help?', LexV2Bot: { AliasArn: 'arn:bot' } },
      { InputTimeLimitExceeded: silence, NoMatchingCondition: wrong, NoMatchingError: error },
    ],
    ['TransferContactToQueue', {}, { QueueAtCapacity: { do: 'full' }, NoMatchingError: error }],
    [
      'DequeueContactAndTransferToQueue',
      { QueueId: 'q' },
      { QueueAtCapacity: { do: 'full' }, NoMatchingError: error },
    ],
    [
      'TransferParticipantToThirdParty',
      { ThirdPartyPhoneNumber: '+12025550100', ContinueFlowExecution: 'True' },
      { CallFailed: fail, ConnectionTimeLimitExceeded: fail, NoMatchingError: error },
    ],
    [
      'UpdateContactCallbackNumber',
      { CallbackNumber: '$.CustomerEndpoint.Address' },
      { InvalidCallbackNumber: error, CallbackNumberNotDialable: error },
    ],
    ['CreateCallbackContact', {}, { NoMatchingError: error }],
    ['InvokeLambdaFunction', { LambdaFunctionARN: 'f' }, { NoMatchingError: fail }],
    [
      'GetCustomerProfile',
      {},
      { MultipleFoundError: fail, NoneFoundError: fail, NoMatchingError: fail },
    ],
    ['MessageParticipant', { Text: 'Hello.' }, { NoMatchingError: error }],
    ['CheckHoursOfOperation', { HoursOfOperationId: 'h' }, { NoMatchingError: error }],
    [
      'CheckMetricData',
      { MetricType: 'NumberOfAgentsStaffed' },
      { NoMatchingCondition: next, NoMatchingError: error },
    ],
    ['Compare', { ComparisonValue: '$.Attributes.x' }, { NoMatchingCondition: next }],
    ['TransferToFlow', { ContactFlowId: 'other' }, { NoMatchingError: error }],
    ['UpdateContactAttributes', { Attributes: { a: 'b' } }, { NoMatchingError: error }],
  ])('leaves %s %j by the branch of what went wrong', (type, parameters, errors) => {
    const asks = Object.hasOwn(errors, 'NoMatchingCondition');
    const names = Object.keys(errors);
    const places = names.map((_, index) => `at-${index}`);
    const block = action(
      'x',
      type,
      { ...parameters },
      {
        next: 'yes',
        errors: Object.fromEntries(names.map((name, index) => [name, places[index] ?? ''])),
        ...(asks ? { conditions: [['no such value', 'yes']] } : {}),
      },
    );
    const blocks = [block, ...places.map((id) => action(id, 'DisconnectParticipant'))];
    for (const [name, deed] of Object.entries(errors)) {
      const world = { ...alwaysOpen, attributes: { 'what went wrong': name } };
      const way = [walked(blocks, [deed], world), walked(blocks, [deed, next], world)];
      expect([name, way.find((id) => places.includes(id ?? ''))]).toEqual([
        name,
        places[names.indexOf(name)],
      ]);
    }
  });

  test('leaves a full queue by its way for that', () => {
    const queue = action(
      'x',
      'TransferContactToQueue',
      {},
      {
        errors: { QueueAtCapacity: 'no', NoMatchingError: 'broken' },
      },
    );
    expect(walked([queue], [{ do: 'full' }])).toBe('no');
    expect(walked([queue], [{ do: 'error' }])).toBe('broken');
  });
});
