import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../../../src/flow/call-flow.ts';
import { action, flowOf } from '../../../support/contact-flow.ts';
import { importOf } from '../../../support/import-of.ts';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const greeting = '11111111-0000-4000-8000-000000000001';
const queue = '11111111-0000-4000-8000-000000000002';
const goodbye = '11111111-0000-4000-8000-000000000003';

const exported = {
  Name: 'Main line',
  Type: 'CONTACT_FLOW',
  Content: flowOf([
    action(greeting, 'MessageParticipant', { Text: 'Welcome.' }, { next: queue }),
    action(
      queue,
      'TransferContactToQueue',
      {},
      { errors: { QueueAtCapacity: goodbye, NoMatchingError: goodbye } },
    ),
    action(goodbye, 'DisconnectParticipant'),
  ]),
};

async function mainLine(): Promise<CallFlow> {
  const { script } = await importOf({ 'main.json': JSON.stringify(exported) });
  return buildCallFlow(script);
}

const moment = (second: number): string =>
  new Date(Date.UTC(2026, 2, 2, 8, 0, second)).toISOString().replace('.000', '');

function entry(second: number, block: string, type: string): string {
  return JSON.stringify({
    ContactId: 'c1',
    ContactFlowId: 'arn:aws:connect:eu:1:instance/i/contact-flow/f1',
    ContactFlowName: 'Main line',
    ContactFlowModuleType: type,
    Identifier: block,
    Timestamp: moment(second),
    Parameters: {},
  });
}
const way = [entry(0, greeting, 'PlayPrompt'), entry(3, queue, 'Transfer'), ''].join('\n');

function record(said: object): string {
  return `${JSON.stringify({
    ContactId: 'c1',
    Channel: 'VOICE',
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: moment(0),
    LastUpdateTimestamp: moment(300),
    CustomerEndpoint: { Address: '+15550142', Type: 'TELEPHONE_NUMBER' },
    SystemEndpoint: { Address: '+15550100', Type: 'TELEPHONE_NUMBER' },
    Queue: { Name: 'Sales', EnqueueTimestamp: moment(3), DequeueTimestamp: moment(40) },
    ...said,
  })}\n`;
}
const answered = { ConnectedToAgentTimestamp: moment(40) };
const over = (DisconnectReason: string, second: number): object => ({
  DisconnectTimestamp: moment(second),
  DisconnectReason,
});

describe('the contact records of Amazon Connect', () => {
  test.each<[what: string, records: string, path: string]>([
    [
      'a person answered, and the caller hung up',
      record({ Agent: answered, ...over('CUSTOMER_DISCONNECT', 90) }),
      'answer queue, hangup queue',
    ],
    [
      'a person answered, who hung up',
      record({ Agent: answered, ...over('AGENT_DISCONNECT', 90) }),
      'answer queue, disconnect queue',
    ],
    ['the caller gave up', record(over('CUSTOMER_DISCONNECT', 60)), 'abandon queue'],
    ['the line broke', record(over('TELECOM_PROBLEM', 60)), 'disconnect queue'],
    [
      'nothing yet, in a record that came before the contact was over',
      record({ LastUpdateTimestamp: moment(20) }),
      'end queue',
    ],
  ])('tell what the flow log does not: %s', async (_, records, path) => {
    const log = await condensedFor(await mainLine(), [way, records]);
    const [first = ''] = pathsOf(log);
    expect(
      first
        .replace(/enter [a-z-]+, enter [a-z-]+, queue [a-z-]+,/, '*')
        .replaceAll(/queue-[a-z-]+/g, 'queue'),
    ).toBe(`start other, * ${path}`);
  });

  test('are sent again when they change: the newest counts', async () => {
    const records = [
      record({
        Agent: answered,
        ...over('AGENT_DISCONNECT', 90),
        LastUpdateTimestamp: moment(900),
      }),
      record({ ...over('CUSTOMER_DISCONNECT', 60), LastUpdateTimestamp: moment(100) }),
    ];
    const log = await condensedFor(await mainLine(), [way, records.join('')]);
    expect(pathsOf(log)[0]).toMatch(/answer .*disconnect/);
    expect(log.rows).toMatchObject({ read: 4, used: 4, rejected: 0 });
  });

  test('tell the queue and the end where there is no flow log', async () => {
    const log = await condensedFor(undefined, [
      record({ Agent: answered, ...over('CUSTOMER_DISCONNECT', 90) }),
    ]);
    expect(pathsOf(log)).toEqual([
      'start other, enter Sales, queue Sales Sales, answer Sales, hangup Sales',
    ]);
  });

  test('say nothing of chats, and of contacts that nobody called for', async () => {
    const records = [
      record({ ContactId: 'c2', Channel: 'CHAT' }),
      record({ ContactId: 'c3', InitiationMethod: 'OUTBOUND' }),
      record({ ContactId: 'c4', ...over('CUSTOMER_DISCONNECT', 9), Queue: null }),
    ];
    const log = await condensedFor(undefined, [records.join('')]);
    expect(log.calls).toBe(1);
    expect(pathsOf(log)).toEqual(['start other, hangup']);
    expect(log.rows).toMatchObject({ read: 3, used: 3 });
  });
});
