import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import { nodeNamesOf } from '../../../../src/calls/formats/node-names.ts';
import { knownValuesOf } from '../../../../src/calls/kept-value.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { buildCallFlow } from '../../../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../../../src/flow/call-flow.ts';
import { replayLog } from '../../../../src/replay/replay-log.ts';
import { action, flowOf } from '../../../support/contact-flow.ts';
import { importOf } from '../../../support/import-of.ts';
import { logOf } from '../../../support/log-of.ts';

const greeting = '11111111-0000-4000-8000-000000000001';
const menu = '11111111-0000-4000-8000-000000000002';
const setQueue = '11111111-0000-4000-8000-000000000003';
const queue = '11111111-0000-4000-8000-000000000004';
const lookUp = '11111111-0000-4000-8000-000000000005';
const goodbye = '11111111-0000-4000-8000-000000000006';
const account = '11111111-0000-4000-8000-000000000007';
const stored = '11111111-0000-4000-8000-000000000008';
const compare = '11111111-0000-4000-8000-000000000009';

const exported = {
  Name: 'Main line',
  Type: 'CONTACT_FLOW',
  Content: flowOf([
    action(greeting, 'MessageParticipant', { Text: 'Welcome.' }, { next: menu }),
    action(
      menu,
      'GetParticipantInput',
      {
        Text: 'Sales, press 1. Balance, press 2. Other, press 3.',
        StoreInput: 'False',
        InputTimeLimitSeconds: '5',
      },
      {
        conditions: [
          ['1', setQueue],
          ['2', account],
          ['3', stored],
        ],
        errors: {
          InputTimeLimitExceeded: menu,
          NoMatchingCondition: menu,
          NoMatchingError: goodbye,
        },
      },
    ),
    action(
      setQueue,
      'UpdateContactTargetQueue',
      { QueueId: 'arn:aws:connect:eu:1:instance/i/queue/q1' },
      { next: queue, errors: { NoMatchingError: goodbye } },
    ),
    action(
      queue,
      'TransferContactToQueue',
      {},
      { errors: { QueueAtCapacity: goodbye, NoMatchingError: goodbye } },
    ),
    action(
      account,
      'GetParticipantInput',
      {
        Text: 'Your account number.',
        StoreInput: 'True',
        InputTimeLimitSeconds: '5',
        InputValidation: { CustomValidation: { MaximumLength: '8' } },
      },
      { next: lookUp, errors: { NoMatchingError: goodbye } },
    ),
    action(
      lookUp,
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'arn:aws:lambda:eu:1:function:balance' },
      { next: goodbye, errors: { NoMatchingError: goodbye } },
    ),
    action(
      stored,
      'GetParticipantInput',
      {
        Text: 'Post, press 1. Web, press 2.',
        StoreInput: 'True',
        InputTimeLimitSeconds: '5',
        InputValidation: { CustomValidation: { MaximumLength: '1' } },
      },
      { next: compare, errors: { NoMatchingError: goodbye } },
    ),
    action(
      compare,
      'Compare',
      { ComparisonValue: '$.StoredCustomerInput' },
      {
        conditions: [
          ['1', goodbye],
          ['2', goodbye],
          ['Timeout', stored],
        ],
        errors: { NoMatchingCondition: stored },
      },
    ),
    action(goodbye, 'DisconnectParticipant'),
  ]),
};

async function mainLine(): Promise<CallFlow> {
  const { script } = await importOf({ 'main.json': JSON.stringify(exported) });
  return buildCallFlow(script);
}

const arn = 'arn:aws:connect:eu:1:instance/i/contact-flow/f1';

interface Said {
  readonly call?: string;
  readonly flow?: string;
  readonly name?: string;
  readonly [field: string]: unknown;
}

/** An entry as flows write it, so many seconds after eight o'clock. */
function entry(
  seconds: number,
  block: string,
  type: string,
  { call = 'c1', flow = arn, name = 'Main line', ...said }: Said = {},
): object {
  return {
    ContactId: call,
    ContactFlowId: flow,
    ContactFlowName: name,
    ContactFlowModuleType: type,
    Identifier: block,
    Timestamp: new Date(Date.UTC(2026, 2, 2, 8, 0, seconds)).toISOString(),
    ...said,
  };
}

const begins = [
  entry(0, greeting, 'PlayPrompt', { Parameters: { Text: 'Welcome.' } }),
  entry(3, greeting, 'PlayPrompt', { Results: 'Success' }),
  entry(3, menu, 'GetUserInput', { Parameters: { Text: 'Sales, press 1.', TimeLimit: '5' } }),
];

async function condensed(text: string, flow: CallFlow): Promise<CondensedLog> {
  return condenseLogs([logOf(text, 'flow.log', 97)], knownValuesOf(flow), {
    reading: { names: nodeNamesOf(flow) },
  });
}

const lines = (entries: readonly object[]): string =>
  entries.map((one) => `${JSON.stringify(one)}\n`).join('');

const pathsOf = ({ variants }: CondensedLog): readonly string[] =>
  variants.map(({ steps, calls }) => {
    const path = steps.map(({ event, node, value }) =>
      [event, node, value].filter((text) => text !== '').join(' '),
    );
    return `${calls} × ${path.join(', ')}`;
  });

/** A call later than all others, so that none of them is where the log ends. */
const later = entry(3600, goodbye, 'Disconnect', { call: 'later', Parameters: {} });

describe('the flow log of Amazon Connect', () => {
  test.each<[what: string, entries: readonly object[], path: string]>([
    ['hangs up in the menu', begins, 'enter menu, hangup menu'],
    [
      'presses a key, and waits',
      [
        ...begins,
        entry(8, menu, 'GetUserInput', { Results: '1' }),
        entry(8, setQueue, 'SetQueue', { Parameters: { Queue: 'q1' } }),
        entry(9, queue, 'Transfer', { Parameters: {} }),
        entry(10, 'aaaaaaaa', 'LoopPrompts', {
          flow: `${arn}-queue`,
          name: 'Default customer queue',
          Parameters: {},
        }),
        entry(40, 'aaaaaaaa', 'LoopPrompts', {
          flow: `${arn}-queue`,
          name: 'Default customer queue',
          Parameters: {},
        }),
      ],
      'enter menu, input menu 1, enter set-queue-q1, enter queue, queue queue, end queue',
    ],
    [
      'says nothing, presses a key that there is not, and hangs up',
      [
        ...begins,
        entry(8, menu, 'GetUserInput', { Results: 'Timeout' }),
        entry(8, menu, 'GetUserInput', { Parameters: {} }),
        entry(12, menu, 'GetUserInput', { Results: 'NoMatch' }),
        entry(12, menu, 'GetUserInput', { Parameters: {} }),
      ],
      'enter menu, noinput menu, enter menu, nomatch menu, enter menu, hangup menu',
    ],
    [
      'enters an account number, which is not kept, and hears the balance',
      [
        ...begins,
        entry(8, menu, 'GetUserInput', { Results: '2' }),
        entry(8, account, 'StoreUserInput', { Parameters: {} }),
        entry(15, account, 'StoreUserInput', { Results: '12345678' }),
        entry(16, lookUp, 'InvokeExternalResource', {
          Parameters: {},
          ExternalResults: { balance: '7' },
        }),
        entry(17, goodbye, 'Disconnect', { Parameters: {} }),
      ],
      'enter menu, input menu 2, enter input, input input, enter balance, success balance, enter disconnect, disconnect disconnect',
    ],
    [
      'is asked again by a menu that stores what is pressed',
      [
        ...begins,
        entry(8, menu, 'GetUserInput', { Results: '3' }),
        entry(8, stored, 'StoreUserInput', { Parameters: {} }),
        entry(13, stored, 'StoreUserInput', { Results: 'Success' }),
        entry(13, compare, 'CheckAttribute', {
          Parameters: { Value: 'Timeout', SecondValue: '1' },
          Results: 'false',
        }),
        entry(14, stored, 'StoreUserInput', { Parameters: {} }),
        entry(16, stored, 'StoreUserInput', { Results: 'Success' }),
        entry(16, compare, 'CheckAttribute', {
          Parameters: { Value: '9', SecondValue: '1' },
          Results: 'false',
        }),
        entry(17, stored, 'StoreUserInput', { Parameters: {} }),
        entry(19, stored, 'StoreUserInput', { Results: 'Success' }),
        entry(19, compare, 'CheckAttribute', {
          Parameters: { Value: '2', SecondValue: '2' },
          Results: 'true',
        }),
        entry(20, goodbye, 'Disconnect', { Parameters: {} }),
      ],
      'enter menu, input menu 3, enter menu-2, noinput menu-2, enter menu-2, nomatch menu-2, enter menu-2, input menu-2 2, enter disconnect, disconnect disconnect',
    ],
  ])('tells of a caller who %s', async (_, entries, path) => {
    const flow = await mainLine();
    const log = await condensed(lines([...entries, later]), flow);
    expect(pathsOf(log)).toContain(`1 × start, enter announcement, ${path}`);
    expect(log.rows).toMatchObject({ read: entries.length + 1, used: entries.length + 1 });
    expect(replayLog(flow, log).deviations).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ kind: 'no-such-move' })]),
    );
  });

  test('tells the same in whatever CloudWatch hands it out', async () => {
    const flow = await mainLine();
    const entries = [...begins, later];
    const message = (one: object) => JSON.stringify(one);
    const event = (one: object) => ({ timestamp: 1, message: message(one), ingestionTime: 2 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const wrapped: Readonly<Record<string, string>> = {
      'pretty and behind each other': entries
        .map((one) => JSON.stringify(one, undefined, 2))
        .join('\n'),
      'a list': JSON.stringify(entries),
      'the API': JSON.stringify(
        {
          events: entries.map(event),
          searchedLogStreams: [{ logStreamName: 's' }],
          nextToken: 't',
        },
        undefined,
        4,
      ),
      'messages of the API': JSON.stringify(entries.map(message), undefined, 1),
      'a subscription': entries
        .map((one) =>
          JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ id: '1', ...event(one) }] }),
        )
        .join(''),
      'an export': entries.map((one) => `2026-03-02T08:00:00.000Z ${message(one)}`).join('\n'),
      'Logs Insights': JSON.stringify({
        results: entries.map((one) => [
          { field: '@timestamp', value: 't' },
          { field: '@message', value: message(one) },
        ]),
        status: 'Complete',
      }),
      'what Insights downloads': JSON.stringify(
        entries.map((one) => ({ '@timestamp': 't', '@message': one })),
      ),
      'a table': ['timestamp,message', ...entries.map((one) => `1,${quoted(message(one))}`)].join(
        '\n',
      ),
      'a table of Insights': [
        '@timestamp,@message',
        ...entries.map((one) => `1,${quoted(message(one))}`),
      ].join('\n'),
    };
    const plain = await condensed(lines(entries), flow);
    expect(pathsOf(plain)).toHaveLength(2);
    for (const [what, text] of Object.entries(wrapped)) {
      expect({ what, log: await condensed(text, flow) }).toEqual({ what, log: plain });
    }
  });

  test('times nothing that the log does not time', async () => {
    const flow = await mainLine();
    const { dwell } = await condensed(lines([...begins, later]), flow);
    expect(dwell).toMatchObject([
      { node: 'announcement', ms: [3000], times: [1] },
      { node: 'disconnect', ms: [0], times: [1] },
    ]);
  });

  test('leaves a call open that was busy just before the log ends', async () => {
    const flow = await mainLine();
    expect(pathsOf(await condensed(lines(begins), flow))).toEqual([
      '1 × start, enter announcement, enter menu, end menu',
    ]);
  });

  test('keeps calls apart that overlap, and takes rows that come in any order', async () => {
    const flow = await mainLine();
    const other = begins.map((one) => ({ ...one, ContactId: 'c2' }));
    const mixed = [...begins, ...other, later].toReversed();
    expect(pathsOf(await condensed(lines(mixed), flow))).toContain(
      '2 × start, enter announcement, enter menu, hangup menu',
    );
  });

  test('counts an entry that was delivered again, and none that only looks like another', async () => {
    const set = (name: string): object =>
      entry(2, setQueue, 'SetAttributes', { Parameters: { Key: name, Value: '1' } });
    const log = await condensed(lines([...begins, set('a'), set('b'), set('a')]), await mainLine());
    expect(log.rows).toMatchObject({ read: begins.length + 3, rejected: 0, duplicate: 1 });
  });

  test('rejects what is no entry, with its line, and loses nothing else', async () => {
    const flow = await mainLine();
    const text = [
      JSON.stringify(begins[0]),
      '{"ContactId":"c1"}',
      'nothing',
      JSON.stringify(entry(1, menu, 'GetUserInput', { call: '' })),
      JSON.stringify(entry(1, menu, 'GetUserInput', { Timestamp: undefined })),
      JSON.stringify(entry(1, menu, 'GetUserInput', { Timestamp: '2026-03-02T08:00:00' })),
      '{"ContactId":"c1","ContactFlowMo',
      JSON.stringify(later),
    ].join('\n');
    const log = await condensed(text, flow);
    expect(log.rows).toEqual({ read: 8, used: 2, rejected: 6, duplicate: 0 });
    expect(log.firstRejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, undefined, 'not a record of this log'],
      [3, undefined, 'not a JSON object'],
      [4, 'ContactId', 'no call id'],
      [5, 'Timestamp', 'no time'],
      [6, 'Timestamp', 'time without offset'],
      [7, undefined, 'not a JSON object'],
    ]);
  });
});
