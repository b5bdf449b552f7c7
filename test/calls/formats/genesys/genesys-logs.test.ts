import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { nodeNamesOf } from '../../../../src/calls/formats/node-names.ts';
import { knownValuesOf } from '../../../../src/calls/kept-value.ts';
import { replayLog } from '../../../../src/replay/replay-log.ts';
import { logOf } from '../../../support/log-of.ts';
import { pathsOf } from '../../../support/paths-of.ts';
import { flowOf } from '../../../support/script-of.ts';

const flow = flowOf(`
  welcome: {kind: announcement, say: "Welcome.", to: main, origin: [Greeting]}
  main:
    kind: menu
    say: "Sales, press 1. Balance, press 2."
    options:
      - {key: "1", say: "Sales, press 1.", to: sales}
      - {key: "2", say: "Balance, press 2.", to: look-up}
    noInput: {to: bye}
    noMatch: {to: bye}
    origin: [Main Menu]
  look-up: {kind: task, task: balance, success: bye, failure: sales, origin: ['4711']}
  sales: {kind: queue, queue: sales, origin: [To Sales]}
  bye: {kind: hangup, origin: [Bye]}
`);

const moment = (seconds: number): string =>
  new Date(Date.UTC(2026, 2, 2, 8, 0, seconds)).toISOString();

type Item = readonly [seconds: number, kind: string, more?: object];

/** Execution data as the API gives it. */
const execution = (items: readonly Item[], end: number, conversationId = 'c1'): object => ({
  flow: {
    conversationId,
    division: { id: 'd' },
    endDateTime: moment(end),
    execution: items.map(([seconds, kind, more = {}]) => ({
      [kind]: { dateTime: moment(seconds), executionId: 'e', ...more },
    })),
  },
});

const turn = (seconds: number, key?: string): object => ({
  turn: {
    toParticipant: { audioItems: [] },
    fromParticipant:
      key === undefined
        ? { dateTime: moment(seconds) }
        : { dateTime: moment(seconds), audio: { dtmf: { value: key } } },
  },
});
const menu = (turns: readonly object[], noInput = false): object => ({
  menuName: 'Main Menu',
  execution: turns,
  outputVariables: [{ variableName: 'Menu.LastCollectionNoInput', value: noInput }],
});

const begins: readonly Item[] = [
  [0, 'startedFlow', { languageTag: 'en-us', variables: [] }],
  [0, 'actionPlayAudio', { actionName: 'Greeting' }],
];

/** A conversation as the details of the analytics have it. */
function conversation(
  {
    queue,
    agent,
    caller = 'endpoint',
    end,
  }: {
    readonly queue?: number;
    readonly agent?: number;
    readonly caller?: string;
    readonly end: number;
  },
  conversationId = 'c1',
): Readonly<Record<string, unknown>> & { readonly participants: readonly object[] } {
  const participant = (purpose: string, type: string, from: number, disconnectType: string) => ({
    purpose,
    sessions: [
      {
        mediaType: 'voice',
        segments: [
          {
            segmentType: type,
            segmentStart: moment(from),
            segmentEnd: moment(end),
            disconnectType,
          },
        ],
      },
    ],
  });
  return {
    conversationId,
    conversationStart: moment(0),
    conversationEnd: moment(end),
    participants: [
      participant('customer', 'interact', 0, caller),
      participant('ivr', 'ivr', 0, queue === undefined ? 'peer' : 'transfer'),
      ...(queue === undefined
        ? []
        : [participant('acd', 'interact', queue, agent === undefined ? 'peer' : 'transfer')]),
      ...(agent === undefined ? [] : [participant('agent', 'interact', agent, 'peer')]),
    ],
  };
}

const later = execution([[3600, 'startedFlow']], 3600, 'later');

const condensed = (...logs: readonly (readonly object[])[]): Promise<CondensedLog> =>
  condenseLogs(
    logs.map((records, index) =>
      logOf(records.map((one) => JSON.stringify(one)).join('\n'), `${index}.json`, 103),
    ),
    knownValuesOf(flow),
    { reading: { names: nodeNamesOf(flow) } },
  );

describe('execution data of Genesys Cloud', () => {
  test.each<[what: string, items: readonly Item[], path: string]>([
    ['hangs up in the menu', [[3, 'menuMenu', menu([])]], 'enter main, hangup main'],
    [
      'says nothing first, then waits for people',
      [
        [3, 'menuMenu', menu([turn(8), turn(12, '1')])],
        [12, 'actionDecision', { actionName: 'Open?', outputPathId: '__YES__' }],
        [
          13,
          'actionTransferToAcd',
          { actionName: 'To Sales', inputData: { queue: { id: 'q', name: 'sales' } } },
        ],
      ],
      'enter main, noinput main, input main 1, enter sales, queue sales sales, end sales',
    ],
    [
      'has a look-up, found by its number, and is told goodbye',
      [
        [3, 'menuMenu', menu([turn(8, '2')])],
        [
          9,
          'actionCallData',
          { actionName: 'Balance of today', trackingId: 4711, outputPathId: '__SUCCESS__' },
        ],
        [10, 'actionDisconnect', { actionName: 'Bye' }],
      ],
      'enter main, input main 2, enter look-up, success look-up, enter bye, disconnect bye',
    ],
    [
      'never says anything',
      [
        [3, 'menuMenu', menu([turn(8), turn(13)], true)],
        [13, 'actionDisconnect', { actionName: 'Bye' }],
      ],
      'enter main, noinput main, noinput main, enter bye, disconnect bye',
    ],
  ])('tells of a caller who %s', async (_, items, path) => {
    const log = await condensed([execution([...begins, ...items], 20), later]);
    expect(pathsOf(log)).toContain(`start, enter welcome, ${path}`);
    expect(log.rows).toMatchObject({ read: 2, used: 2, rejected: 0 });
    expect(replayLog(flow, log).deviations).toEqual([]);
  });

  test('and conversation details together say who answered', async () => {
    const items: readonly Item[] = [
      ...begins,
      [3, 'menuMenu', menu([turn(8, '1')])],
      [8, 'actionTransferToAcd', { actionName: 'To Sales' }],
    ];
    const log = await condensed(
      [execution(items, 9), later],
      [conversation({ queue: 8, agent: 40, end: 90 })],
    );
    expect(pathsOf(log)).toContain(
      'start, enter welcome, enter main, input main 1, enter sales, queue sales, answer',
    );
    expect(replayLog(flow, log).outcomes).toMatchObject({ routed: 1 });
  });

  test('rejects what it cannot read', async () => {
    const log = await condensed([
      later,
      { flow: { conversationId: 'c1' } },
      { flow: { conversationId: '', execution: [] } },
      execution([[0, 'startedFlow', { dateTime: 'now' }]], 9),
    ]);
    expect(log.firstRejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, undefined, 'not a record of this log'],
      [3, 'conversationId', 'no call id'],
      [4, 'dateTime', 'time not readable'],
    ]);
  });
});

describe('conversation details of Genesys Cloud', () => {
  test.each<[what: string, details: Parameters<typeof conversation>[0], path: string]>([
    ['a caller who hangs up in the menu', { end: 9 }, 'start, hangup'],
    ['a caller who is cut off', { caller: 'peer', end: 9 }, 'start, disconnect'],
    ['a caller who gives up waiting', { queue: 5, end: 60 }, 'start, queue, abandon'],
    ['a caller who is answered', { queue: 5, agent: 20, end: 60 }, 'start, queue, answer'],
  ])('tell of %s', async (_, details, path) => {
    expect(pathsOf(await condensed([conversation(details)]))).toEqual([path]);
  });

  test('tell the number that was dialled and the version of the flow, also beside execution data', async () => {
    const ran = (flowName: string, flowVersion: string) => ({
      purpose: 'ivr',
      sessions: [
        {
          ...{ mediaType: 'voice', dnis: 'tel:+18005550142', ani: 'tel:+12125550142' },
          ...{
            segments: [],
            flow: { flowId: 'f', flowName, flowType: 'INBOUNDCALL', flowVersion },
          },
        },
      ],
    });
    const details = (...flows: readonly object[]) => {
      const { participants, ...about } = conversation({ queue: 8, agent: 40, end: 90 });
      return { ...about, participants: [...participants, ...flows] };
    };
    const known = { choices: new Map(), numbers: new Set(['+18005550142']) };
    const told = async (title: string | undefined, ...logs: readonly object[]) =>
      condenseLogs(
        logs.map((one) => logOf(JSON.stringify(one))),
        known,
        { reading: { names: { ...nodeNamesOf(flow), title } } },
      );
    const both = details(ran('Closed', '3.0'), ran('Main line', '12.0'));
    for (const logs of [[both], [execution(begins, 9), both]]) {
      const log = await told('Main line', ...logs);
      expect(log.versions).toEqual([{ script: '12.0', calls: 1 }]);
      expect(pathsOf(log)).toEqual([expect.stringMatching(/^start \+18005550142, .*answer$/)]);
      expect(JSON.stringify(log)).not.toContain('2125550142');
    }
    expect((await told('Another', both)).versions).toEqual([]);
    expect((await told(undefined, both)).versions).toEqual([]);
    const one = details(ran('Main line', '12.0'));
    expect((await told(undefined, one)).versions).toEqual([{ script: '12.0', calls: 1 }]);
  });

  test('say nothing of chats', async () => {
    const chat = {
      conversationId: 'x',
      conversationStart: moment(0),
      participants: [{ purpose: 'customer', sessions: [{ mediaType: 'chat', segments: [] }] }],
    };
    const log = await condensed([conversation({ end: 9 }), chat]);
    expect(log).toMatchObject({ calls: 1, rows: { read: 2, used: 2 } });
  });
});
