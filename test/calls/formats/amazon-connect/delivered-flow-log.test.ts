import { describe, expect, test } from '@jest/globals';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const arn = 'arn:aws:connect:eu:1:instance/i/contact-flow/f1';
const at = (second: number): number => Date.UTC(2026, 2, 2, 8, 0, second);
const iso = (second: number): string => new Date(at(second)).toISOString();
const published = '2026-02-01T09:00:00.000Z';

/** A record with all of the fields that are published, none of which can be left out. */
function record(second: number, count: number, action: unknown, said: object = {}): string {
  return JSON.stringify({
    InstanceArn: 'arn:aws:connect:eu:1:instance/i',
    Timestamp: iso(second),
    AccountId: '111122223333',
    ResourceArn: arn,
    ResourceType: 'CONTACT_FLOW',
    ResourceName: 'Main line',
    ResourceExecutionStartTime: iso(0),
    ResourcePublishTimestamp: published,
    FlowType: 'CONTACT_FLOW',
    ContactId: 'c1',
    InitiationMethod: 'INBOUND',
    Channel: 'VOICE',
    SubType: '',
    LogVersion: '1',
    LogType: 'ACTION',
    ActionLogData: action,
    ModuleCallstack: [],
    ActionCounter: count,
    ...said,
  });
}

const block = (Identifier: string, ContactFlowModuleType: string, more: object = {}) => ({
  ...{ Identifier, ContactFlowModuleType, Parameters: {} },
  ...more,
});
const actions = [
  record(0, 1, block('greeting', 'PlayPrompt')),
  record(3, 2, block('menu', 'GetUserInput')),
  record(9, 3, JSON.stringify(block('menu', 'GetUserInput', { Results: '2' }))),
  record(9, 4, block('bye', 'Disconnect')),
];

describe('delivered flow logs of Amazon Connect', () => {
  test('tell the version that ran, and the way where the data of actions names blocks', async () => {
    for (const text of [
      actions.join('\n'),
      actions.join(''),
      JSON.stringify({ logEvents: actions.map((message) => ({ message })) }),
    ]) {
      const log = await condensedFor(undefined, [text]);
      expect(pathsOf(log)).toEqual([
        'start, enter greeting, enter menu, input menu 2, enter bye, disconnect bye',
      ]);
      expect(log.versions).toEqual([{ script: published, calls: 1 }]);
      expect(log.rows).toMatchObject({ read: 4, used: 4, duplicate: 0 });
      expect(log.sources).toMatchObject([{ layout: 'amazon-connect-delivered-flow-log' }]);
    }
  });

  test('give no way where the data of actions does not, but the version of a contact that another log tells', async () => {
    const records = [record(0, 1, { what: 'greeting' }), record(0, 2, 'text'), record(3, 3, null)];
    const alone = await condensedFor(undefined, [records.join('\n')]);
    expect(alone.rows).toMatchObject({ read: 3, used: 3, duplicate: 0 });
    expect(alone.calls).toBe(0);
    const entry = JSON.stringify({
      ...{ ContactId: 'c1', ContactFlowId: arn, ContactFlowName: 'Main line' },
      ...{ ContactFlowModuleType: 'PlayPrompt', Identifier: 'greeting', Timestamp: iso(0) },
    });
    const beside = await condensedFor(undefined, [entry, records.join('\n')]);
    expect(beside.versions).toEqual([{ script: published, calls: 1 }]);
    expect(beside.calls).toBe(1);
  });

  test('count a record that was delivered twice once, and reject what is broken', async () => {
    const log = await condensedFor(undefined, [
      [
        ...actions,
        actions[0],
        record(0, 1, {}, { ContactId: '' }),
        record(0, 1, {}, { Timestamp: '' }),
        record(0, 1, {}, { Channel: 'CHAT', ContactId: 'c2' }),
        '{"ContactId": "c3"}',
      ].join('\n'),
    ]);
    expect(log.rows).toMatchObject({ read: 9, used: 6, rejected: 3, duplicate: 1 });
    expect(log.rejectedBy).toEqual({
      'no call id': 1,
      'no time': 1,
      'not a record of this log': 1,
    });
    expect(log.calls).toBe(1);
  });
});
