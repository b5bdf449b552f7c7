import { describe, expect, test } from '@jest/globals';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const at = (second: number): number => Date.UTC(2026, 2, 2, 8, 0, second);
const iso = (second: number): string => new Date(at(second)).toISOString();
const queueArn = 'arn:aws:connect:eu:1:instance/i/queue/q1';

/** An event as the page of contact events shows it: some objects begin with a capital. */
function event(second: number, eventType: string, said: object = {}, contactId = 'c1'): string {
  return JSON.stringify({
    version: '0',
    id: `event-${contactId}-${eventType}`,
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    account: '111122223333',
    time: iso(second).replace('.000', ''),
    region: 'us-west-1',
    resources: ['arn:aws:connect:eu:1:instance/i', 'arn:aws:connect:eu:1:instance/i/contact/c'],
    detail: {
      ...{ eventType, contactId, channel: 'Voice', initiationMethod: 'INBOUND' },
      ...{ instanceArn: 'arn:aws:connect:eu:1:instance/i', initiationTimestamp: iso(0) },
      connectedToSystemTimestamp: iso(1),
      ...said,
    },
  });
}
const waiting = { queueInfo: { queueArn, queueType: 'STANDARD', enqueueTimestamp: iso(10) } };
const talking = {
  ...waiting,
  AgentInfo: {
    AgentArn: 'arn:aws:connect:eu:1:instance/i/agent/a',
    connectedToAgentTimestamp: iso(40),
  },
};
const over = (reason?: string) => ({ disconnectTimestamp: iso(90), disconnectReason: reason });

const entry = (second: number, block: string, type: string): string =>
  JSON.stringify({
    ...{ ContactId: 'c1', ContactFlowId: 'arn:f1', ContactFlowName: 'Main line' },
    ...{ ContactFlowModuleType: type, Identifier: block, Timestamp: iso(second), Parameters: {} },
  });
const flowLog = [entry(0, 'greeting', 'PlayPrompt'), entry(3, 'menu', 'GetUserInput')].join('\n');
const flowLater = `${flowLog}\n${entry(900, 'greeting', 'PlayPrompt').replace('"c1"', '"c9"')}`;

describe('contact events of Amazon Connect', () => {
  test('tell queue, person and end, whatever order they come in and however often', async () => {
    const events = [
      event(0, 'INITIATED'),
      event(1, 'CONNECTED_TO_SYSTEM'),
      event(10, 'QUEUED', waiting),
      event(40, 'CONNECTED_TO_AGENT', talking),
      event(90, 'DISCONNECTED', { ...talking, ...over('CUSTOMER_DISCONNECT') }),
      event(91, 'COMPLETED', { ...talking, ...over('CUSTOMER_DISCONNECT') }),
    ];
    const log = await condensedFor(undefined, [events.join('\n')]);
    expect(pathsOf(log)).toEqual([
      `start, enter ${queueArn}, queue ${queueArn} ${queueArn}, answer ${queueArn}, hangup ${queueArn}`,
    ]);
    expect(log.window).toEqual({ from: at(0), to: at(90) });
    expect(log.rows).toMatchObject({ read: 6, used: 6, duplicate: 0 });
    expect(log.sources).toMatchObject([{ layout: 'amazon-connect-contact-events' }]);
    const again = await condensedFor(undefined, [[...events.toReversed(), events[2]].join('')]);
    expect(pathsOf(again)).toEqual(pathsOf(log));
    expect(again.rows).toMatchObject({ used: 7, duplicate: 1 });
    expect(JSON.stringify(log)).not.toContain('agent/a');
  });

  test('come together with the flow log, whose end they date', async () => {
    const ended = event(20, 'DISCONNECTED', { disconnectTimestamp: iso(20) });
    const log = await condensedFor(undefined, [flowLater, ended]);
    expect(pathsOf(log)).toContain('start, enter greeting, enter menu, hangup menu');
    // The menu was left at 20 seconds, which the flow log alone doesn't know.
    expect(log.dwell).toContainEqual(
      expect.objectContaining({ node: 'menu', to: 'hangup', ms: [17_000] }),
    );
  });

  test('leave open who ended a contact that waited or was talked to, where no reason is told', async () => {
    const logs = [
      event(90, 'DISCONNECTED', { ...waiting, ...over() }),
      event(90, 'DISCONNECTED', { ...waiting, ...over('CUSTOMER_DISCONNECT') }, 'c2'),
      event(90, 'DISCONNECTED', { ...waiting, ...over('AGENT_DISCONNECT') }, 'c3'),
    ];
    const log = await condensedFor(undefined, [logs.join('\n')]);
    const way = `start, enter ${queueArn}, queue ${queueArn} ${queueArn}`;
    expect([...pathsOf(log)].sort()).toEqual(
      ['abandon', 'disconnect', 'end'].map((last) => `${way}, ${last} ${queueArn}`),
    );
  });

  test('are read in what CloudWatch and others wrap them in, beside events of other kinds', async () => {
    const rule = { 'detail-type': 'Contact Lens Post Call Rules Matched', source: 'aws.connect' };
    const messages = [event(0, 'INITIATED'), event(90, 'DISCONNECTED', over('OTHER'))];
    const wrapped = JSON.stringify({
      events: [...messages, JSON.stringify(rule)].map((message) => ({ message })),
    });
    const log = await condensedFor(undefined, [wrapped]);
    expect(pathsOf(log)).toEqual(['start, disconnect']);
    expect(log.rows).toMatchObject({ read: 3, used: 3 });
  });

  test('of chats, and of contacts that nobody called for, are no calls; what is broken is rejected', async () => {
    const logs = [
      event(0, 'INITIATED', { channel: 'CHAT' }),
      event(0, 'INITIATED', { initiationMethod: 'OUTBOUND' }, 'c2'),
      event(0, 'INITIATED', {}, ''),
      event(0, 'INITIATED').replace(iso(0).replace('.000', ''), 'noon'),
      '{"detail": {}}',
    ];
    const log = await condensedFor(undefined, [logs.join('\n')]);
    expect(log.calls).toBe(0);
    expect(log.rejectedBy).toEqual({
      'no call id': 1,
      'time not readable': 1,
      'not a record of this log': 1,
    });
  });
});
