import { describe, expect, test } from '@jest/globals';
import { checkDirectory } from '../../../src/routing/check-directory.ts';
import { addsUp, importedFrom, type Files } from '../../support/imported-directory.ts';

const arn = (kind: string, id: string) =>
  `arn:aws:connect:us-east-1:111111111111:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/${kind}/${id}`;
const span = (Day: string, from: readonly number[], to: readonly number[]) => ({
  Day,
  StartTime: { Hours: from[0], Minutes: from[1] ?? 0 },
  EndTime: { Hours: to[0], Minutes: to[1] ?? 0 },
});
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const allDays = [...weekdays, 'SATURDAY', 'SUNDAY'];

const office = {
  HoursOfOperation: {
    HoursOfOperationId: 'h-1',
    HoursOfOperationArn: arn('operating-hours', 'h-1'),
    Name: 'Office Hours',
    Description: 'when we are there',
    TimeZone: 'Europe/Athens',
    Config: weekdays.map((day) => span(day, [8], [20])),
  },
};
const sales = {
  Queue: {
    QueueId: 'q-1',
    QueueArn: arn('queue', 'q-1'),
    Name: 'Sales EMEA',
    HoursOfOperationId: 'h-1',
    MaxContacts: 40,
    Status: 'ENABLED',
    OutboundCallerConfig: { OutboundCallerIdName: 'Acme' },
  },
};

function read(files: Files) {
  const imported = importedFrom(files);
  if (imported === undefined) throw new Error('not recognised');
  expect(addsUp(imported.report)).toBe(true);
  return imported;
}

const hoursOf = (Config: unknown) =>
  read({ 'h.json': { Name: 'H', TimeZone: 'UTC', Config } }).calendars['h']?.hours;

describe('queues and hours of Amazon Connect', () => {
  test.each([
    ['hours of a week alone', { TimeZone: 'UTC', Config: [] }],
    ['an override by its id', { HoursOfOperationOverrideId: 'o-1' }],
    ['an override by its days', { EffectiveFrom: '2026-01-01', Config: [] }],
    ['a quick connect without a name', { QuickConnectConfig: {} }],
    ['a queue by its id', { Name: 'A', QueueId: 'q' }],
    ['a queue by its ARN, wrapped', { Queue: { Name: 'A', Arn: arn('queue', 'q') } }],
    ['names that are spelled with escapes', '{"N\\u0061me": "A", "QueueId": "q"}'],
    ['a mark of the order of bytes', '\uFEFF{"Name": "A", "QueueId": "q"}'],
    ['a list of queues', [{ Name: 'A', QueueId: 'q' }]],
  ])('%s is told from its content', (_, content) => {
    expect(importedFrom({ 'a.json': content })).toBeDefined();
  });

  test('a flow is none of them', () => {
    const flow = { Version: '2019-10-30', StartAction: 'a', Metadata: {}, Actions: [] };
    expect(importedFrom({ 'flow.json': flow })).toBeUndefined();
    expect(importedFrom({ 'flow.json': { ...flow, Name: 'Main' } })).toBeUndefined();
  });

  test('a described queue finds its described hours in another file', () => {
    const { yaml, report, told } = read({ 'hour.json': office, 'queue.json': sales });
    expect(yaml).toBe(`directory: 1
id: export
timeZone: "Europe/Athens"
calendars:
  office-hours: {title: "Office Hours", timeZone: "Europe/Athens", hours: "Mo-Fr 08:00-20:00"}
queues:
  sales-emea: {title: "Sales EMEA", calendar: office-hours, capacity: 40}
`);
    expect(report).toMatchObject({
      ...{ files: 2, queues: 1, calendars: 1, settings: 13, used: 11 },
      left: { Description: 1, OutboundCallerConfig: 1 },
    });
    expect(told).toEqual([]);
  });

  test.each([
    ['an ARN', arn('operating-hours', 'h-1')],
    ['an id', 'h-1'],
    ['a name', 'Office Hours'],
    ['a name in another case', 'office hours'],
  ])('hours are found by %s', (_, reference) => {
    const queue = { ...sales.Queue, HoursOfOperationId: reference };
    const { queues } = read({ 'a.json': [queue, office] });
    expect(queues['sales-emea']?.calendar).toBe('office-hours');
  });

  test.each([
    ['one object', JSON.stringify(office)],
    ['objects behind each other', `${JSON.stringify(office)}\n${JSON.stringify(sales)}`],
    ['a list', JSON.stringify([office.HoursOfOperation, sales.Queue])],
    [
      'what search-hours-of-operations gives',
      JSON.stringify({ HoursOfOperations: [office.HoursOfOperation], ApproximateTotalCount: 1 }),
    ],
  ])('%s is read', (_, text) => {
    expect(read({ 'a.json': text }).report.calendars).toBe(1);
  });

  test('a list names what a description says more of, and nothing is counted as two', () => {
    const summary = (kind: string, id: string, Name: string) => ({
      Id: id,
      Arn: arn(kind, id),
      Name,
    });
    const { report } = read({
      'hours.json': `${JSON.stringify(summary('operating-hours', 'h-1', 'Office Hours'))}\n`,
      'list.json': {
        QueueSummaryList: [{ ...summary('queue', 'q-1', 'Sales EMEA'), QueueType: 'STANDARD' }],
      },
      'hour.json': office,
      'queue.json': sales,
    });
    expect(report).toMatchObject({ queues: 1, calendars: 1 });
  });

  test('hours that are only named, or in no file, are told where the queue names them', () => {
    const { told, queues } = read({
      'hours.json': [{ Id: 'h-1', Arn: arn('operating-hours', 'h-1'), Name: 'Office Hours' }],
      'queue.json': sales,
    });
    expect(told).toEqual([
      'hours.json {: Only the name of the hours "Office Hours" is in these files, not their times.',
      `queue.json "h-1": These files don't contain the hours of this queue.`,
    ]);
    expect(queues['sales-emea']?.calendar).toBeUndefined();
  });

  test.each([
    ['whole days as 00:00 to 00:00', allDays.map((day) => span(day, [0], [0])), '24/7'],
    ['whole days as 00:00 to 23:59', allDays.map((day) => span(day, [0], [23, 59])), '24/7'],
    ['up to midnight', [span('MONDAY', [10], [0])], 'Mo 10:00-24:00'],
    ['past midnight', [span('FRIDAY', [22], [6])], 'Fr 22:00-24:00; Sa 00:00-06:00'],
    ['past the end of the week', [span('SUNDAY', [22], [6])], 'Mo 00:00-06:00; Su 22:00-24:00'],
    [
      'a break',
      [span('MONDAY', [8], [12]), span('MONDAY', [13], [17])],
      'Mo 08:00-12:00,13:00-17:00',
    ],
    ['half hours', [span('TUESDAY', [8, 30], [12, 45])], 'Tu 08:30-12:45'],
    ['no day at all', [], 'off'],
  ])('%s', (_, config, hours) => {
    expect(hoursOf(config)).toBe(hours);
  });

  test.each([
    ['25:00', span('MONDAY', [25], [17]), 'the day has no such time to begin at'],
    ['minute 60', span('MONDAY', [8, 60], [17]), 'the day has no such time to begin at'],
    ['no end', { Day: 'MONDAY', StartTime: { Hours: 8, Minutes: 0 } }, 'no such time to end at'],
    ['no day', span('LUNDI', [8], [17]), 'there is no such day'],
    ['no length', span('MONDAY', [8], [8]), 'they end at the time when they begin'],
  ])('hours with %s are told and closed', (_, item, why) => {
    const { told, yaml } = read({ 'h.json': { Name: 'H', TimeZone: 'UTC', Config: [item] } });
    expect(told).toEqual([expect.stringContaining(why)]);
    expect(yaml).toContain('hours: off'.replace('off', '"off"'));
  });

  test('hours that overlap are told with both places', () => {
    const { told } = read({
      'h.json': {
        Name: 'H',
        TimeZone: 'UTC',
        Config: [span('MONDAY', [8], [12]), span('MONDAY', [11], [17])],
      },
    });
    expect(told).toEqual([expect.stringContaining('overlap others of the same day')]);
  });

  test('what a check finds stands in the vendor’s own file', async () => {
    const { document } = read({
      'hour.json': { ...office.HoursOfOperation, TimeZone: 'US/Eastern' },
      'queue.json': { ...sales.Queue, HoursOfOperationId: 'elsewhere' },
    });
    if (document === undefined) throw new Error('no directory');
    const findings = await checkDirectory(document);
    expect(findings.map(({ ruleId, at }) => `${ruleId} ${at.path}:${at.start.line}`)).toEqual([
      'deprecated-zone hour.json:6',
      'queue-without-calendar queue.json:4',
    ]);
  });

  test('a queue that is switched off is never open, and that is told', () => {
    const { told, queues, calendars } = read({
      'a.json': [office, { ...sales.Queue, Status: 'DISABLED' }],
    });
    expect(queues['sales-emea']?.calendar).toBe('switched-off');
    expect(calendars['switched-off']?.hours).toBe('off');
    expect(told).toEqual([expect.stringContaining('"DISABLED": This queue is switched off')]);
  });

  const override = (more: object) => ({
    ...{ HoursOfOperationOverrideId: 'o-1', HoursOfOperationId: 'h-1', Name: 'Eve' },
    ...{ EffectiveFrom: '2026-12-24', EffectiveTill: '2026-12-24' },
    ...{ Config: [span('THURSDAY', [8], [12])], ...more },
  });

  test.each([
    ['other hours', {}, '08:00-12:00'],
    ['a closed day', { Config: [] }, 'off'],
    [
      'hours that are added',
      { OverrideType: 'OPEN', Config: [span('THURSDAY', [20], [22])] },
      'Mo-We,Fr 08:00-20:00; Th 08:00-22:00',
    ],
    [
      'hours that are taken away',
      { OverrideType: 'CLOSED', Config: [span('THURSDAY', [12], [20])] },
      'Mo-We,Fr 08:00-20:00; Th 08:00-12:00',
    ],
  ])('an override with %s becomes an exception', (_, more, hours) => {
    const { told, calendars } = read({ 'a.json': [office, override(more)] });
    const [exception] = calendars['office-hours']?.exceptions ?? [];
    expect(exception).toMatchObject({ date: '2026-12-24', title: 'Eve' });
    expect(exception?.hours).toContain(hours);
    expect(told).toEqual([]);
  });

  test.each([
    [
      'comes again',
      { RecurrenceConfig: { RecurrencePattern: { Frequency: 'YEARLY' } } },
      'This override repeats',
    ],
    ['ends before it begins', { EffectiveTill: '2026-12-23' }, 'no first and last day in order'],
    ['names no day', { EffectiveFrom: '2026-02-30' }, 'no first and last day in order'],
    ['belongs to nothing', { HoursOfOperationId: 'h-9' }, "These files don't contain the hours"],
  ])('an override that %s is left and told', (_, more, why) => {
    const { told, calendars } = read({ 'a.json': [office, override(more)] });
    expect(calendars['office-hours']?.exceptions).toBeUndefined();
    expect(told).toEqual([expect.stringContaining(why)]);
  });

  test('quick connects to outside numbers are numbers; those to queues and people are left', () => {
    const { document, report } = read({
      'a.json': [
        {
          QuickConnect: {
            QuickConnectId: 'x',
            Name: 'Taxi',
            QuickConnectConfig: {
              QuickConnectType: 'PHONE_NUMBER',
              PhoneConfig: { PhoneNumber: '+18005550142' },
            },
          },
        },
        { Name: 'Police', Type: 'PHONE_NUMBER', Number: '+18005550143' },
        { Name: 'Sales', Type: 'QUEUE', Queue: 'sales', Flow: 'f' },
      ],
    });
    expect(Object.keys(document?.directory.numbers ?? {})).toEqual(['taxi', 'police']);
    expect(report.left).toEqual({ Flow: 1, Name: 1, Queue: 1, Type: 1 });
  });

  test('names that JavaScript has, equal names and no names at all make queues', () => {
    const queue = (Name: string | undefined, QueueId: string) => ({
      Name,
      QueueId,
      Status: 'ENABLED',
    });
    const { document } = read({
      'a.json': [
        queue('constructor', '1'),
        queue('A b', '2'),
        queue('a-B', '3'),
        queue('日本', '4'),
      ],
    });
    expect(Object.keys(document?.directory.queues ?? {})).toEqual([
      'queue',
      'a-b',
      'a-b-2',
      'queue-2',
    ]);
  });

  test.each([
    ['a contact flow', { Version: '2019-10-30', StartAction: 'a', Actions: [] }],
    ['a routing profile', { Name: 'B', Media: [], Queues: [{ QueueName: 'a', Channel: 'VOICE' }] }],
    [
      'what a routing profile serves',
      { RoutingProfileQueueConfigSummaryList: [{ QueueId: 'q', QueueName: 'a' }] },
    ],
    ['a prompt', { Id: 'p', Arn: arn('prompt', 'p'), Name: 'Beep.wav' }],
    ['an empty list', []],
  ])('%s is no directory', (_, content) => {
    expect(importedFrom({ 'a.json': content })).toBeUndefined();
  });
});
