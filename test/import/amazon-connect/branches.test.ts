import { describe, expect, test } from '@jest/globals';
import { action, importActions, type Ways } from '../../support/contact-flow.ts';

const bye = action('bye', 'DisconnectParticipant');
const branch = (type: string, parameters: object, ways: Ways, metadata: object = {}) =>
  importActions(
    [action('x', type, { ...parameters }, ways), bye, action('y', 'DisconnectParticipant')],
    {
      ActionMetadata: { x: metadata },
    },
  );

describe('a comparison', () => {
  test.each([
    ['$.Attributes.tier', { attribute: 'tier' }],
    ["$.Attributes['my tier']", { attribute: 'my tier' }],
    ['$.External.isOpen', { result: 'isOpen' }],
    ['$.StoredCustomerInput', { result: 'StoredCustomerInput' }],
    ['$.Lex.IntentName', { result: 'Lex.IntentName' }],
    ['$.LanguageCode', 'language'],
    ['$.Channel', { attribute: 'Channel' }],
    ['$.CustomerEndpoint.Address', { attribute: 'CustomerEndpoint.Address' }],
    [
      '$.Metrics.Agents.Online.Count',
      { 'queue-status': { unknown: 'no queue is set in this flow' } },
    ],
    ['{{something}}', { result: '{{something}}' }],
    ['', { result: 'nothing' }],
  ])('of %s', (ComparisonValue, on) => {
    const { node } = branch(
      'Compare',
      { ComparisonValue },
      {
        conditions: [['a', 'bye']],
        errors: { NoMatchingCondition: 'bye' },
      },
    );
    expect(node('x')).toMatchObject({ kind: 'branch', on });
  });

  test.each([
    ['Equals', 'gold', 'gold'],
    ['Equals', '', '(empty)'],
    ['NumberGreaterThan', '5', '> 5'],
    ['NumberGreaterOrEqualTo', '5', '>= 5'],
    ['NumberLessThan', '5', '< 5'],
    ['NumberLessOrEqualTo', '5', '<= 5'],
    ['TextStartsWith', '+44', 'starts with +44'],
    ['TextEndsWith', '9', 'ends with 9'],
    ['TextContains', 'b', 'contains b'],
    ['Resembles', 'b', 'Resembles b'],
  ])('with %s "%s" is told as it is', (operator, operand, when) => {
    const { node } = branch(
      'Compare',
      { ComparisonValue: '$.Attributes.x' },
      {
        conditions: [[operand, 'bye', operator]],
        errors: { NoMatchingCondition: 'y' },
      },
    );
    expect(node('x')).toEqual({
      kind: 'branch',
      on: { attribute: 'x' },
      cases: [{ when, to: 'bye' }],
      otherwise: 'y',
      origin: ['x'],
    });
  });

  test('takes the next action for everything else only where no error does', () => {
    const on = { ComparisonValue: '$.Attributes.x' };
    const bare = branch('Compare', on, { next: 'y', conditions: [['a', 'bye']] });
    expect(bare.node('x')).toMatchObject({ otherwise: 'y' });
    expect(bare.report.unresolved).toEqual([]);
    const both = branch('Compare', on, {
      next: 'y',
      conditions: [['a', 'bye']],
      errors: { NoMatchingCondition: 'bye' },
    });
    expect(both.node('x')).toMatchObject({ otherwise: 'bye' });
    expect(both.report.unresolved).toHaveLength(1);
  });
});

describe('hours', () => {
  const ways: Ways = {
    next: 'bye',
    conditions: [
      ['True', 'bye'],
      ['False', 'y'],
    ],
    errors: { NoMatchingError: 'bye' },
  };
  const cases = [
    { when: 'open', to: 'bye' },
    { when: 'closed', to: 'y' },
  ];

  test('are called by their shown name', () => {
    const hours = { HoursOfOperationId: 'arn:…/operating-hours/1' };
    const { node, textAt } = branch('CheckHoursOfOperation', hours, ways, {
      Hours: { text: 'Office' },
    });
    expect(node('x')).toEqual({
      kind: 'branch',
      title: 'Office',
      on: { calendar: 'office' },
      cases,
      error: 'bye',
      origin: ['x'],
    });
    expect(textAt('nodes', 'x', 'cases', 1)).toBe('"False"');
  });

  test('of the queue are unknown', () => {
    const { node } = branch('CheckHoursOfOperation', {}, ways);
    expect(node('x')).toMatchObject({
      on: { calendar: { unknown: 'the hours of the current queue' } },
      cases,
    });
  });
});

test('numbers of a queue are compared by their names', () => {
  const { node } = importActions([
    action('set', 'UpdateContactTargetQueue', { QueueId: 'CARE' }, { next: 'x' }),
    action(
      'x',
      'CheckMetricData',
      { MetricType: 'NumberOfAgentsAvailable' },
      {
        conditions: [
          ['0', 'bye', 'NumberGreaterThan'],
          ['0', 'bye'],
        ],
        errors: { NoMatchingCondition: 'bye', NoMatchingError: 'bye' },
      },
    ),
    bye,
  ]);
  expect(node('x')).toMatchObject({
    on: { 'queue-status': 'care' },
    cases: [{ when: 'agents available > 0' }, { when: 'agents available = 0' }],
    otherwise: 'bye',
  });
});

test('a loop tells how often it sends callers round again', () => {
  const ways: Ways = {
    next: 'y',
    conditions: [
      ['ContinueLooping', 'bye'],
      ['DoneLooping', 'y'],
    ],
  };
  expect(branch('Loop', { LoopCount: '3' }, ways).node('x')).toEqual({
    kind: 'branch',
    on: { loop: 3 },
    cases: [
      { when: 'again', to: 'bye' },
      { when: 'done', to: 'y' },
    ],
    origin: ['x'],
  });
  const dynamic = branch('Loop', { LoopCount: '$.Attributes.n' }, ways);
  expect(dynamic.node('x')).toMatchObject({ on: { loop: { unknown: '$.Attributes.n' } } });
});

test('shares are the distances between rising limits of a number from 1 to 100', () => {
  const { node } = branch(
    'DistributeByPercentage',
    {},
    {
      conditions: [
        ['21', 'bye', 'NumberLessThan'],
        ['61', 'y', 'NumberLessThan'],
        ['x', 'y'],
      ],
      errors: { NoMatchingCondition: 'bye' },
    },
  );
  expect(node('x')).toMatchObject({
    on: 'share',
    cases: [{ when: '20%' }, { when: '40%' }, { when: 'x' }],
    otherwise: 'bye',
  });
});

test('the state of an outbound call is a branch', () => {
  const { node } = branch(
    'CheckOutboundCallStatus',
    {},
    {
      conditions: [
        ['CallAnswered', 'bye'],
        ['VoicemailBeep', 'y'],
      ],
      errors: { NoMatchingError: 'bye' },
    },
  );
  expect(node('x')).toMatchObject({ kind: 'branch', on: { result: 'outbound call status' } });
});
