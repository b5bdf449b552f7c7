import { describe, expect, test } from '@jest/globals';
import type { Neighbours } from '../../../src/import/importer.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import type { Source } from '../../../src/source/source.ts';
import { action, flowOf } from '../../support/contact-flow.ts';

const instance = 'arn:aws:connect:eu-west-1:000000000000:instance/0000';
const id = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;
const arn = (type: string, digit: string) => `${instance}/${type}/${id(digit)}`;

const hours = { Name: 'Office', TimeZone: 'Europe/London', Config: [] };
const files: Readonly<Record<string, string>> = {
  'queues.json': ['a', 'b']
    .map((digit) =>
      JSON.stringify({ Id: id(digit), Arn: arn('queue', digit), Name: `Queue ${digit}` }),
    )
    .join('\n'),
  'hour_Office.json': JSON.stringify({
    HoursOfOperation: { ...hours, HoursOfOperationId: id('c') },
  }),
  'prompts.json': JSON.stringify({ Id: id('d'), Arn: arn('prompt', 'd'), Name: 'Welcome.wav' }),
  'modules.json': JSON.stringify({
    ContactFlowModulesSummaryList: [{ Arn: arn('flow-module', 'e'), Name: 'Identify Caller' }],
  }),
  'flow_Other.json': JSON.stringify({
    Arn: arn('contact-flow', 'f'),
    Name: 'Other Flow',
    Type: 'CONTACT_FLOW',
    Content: JSON.stringify(flowOf([action('bye', 'DisconnectParticipant')])),
  }),
  'broken.json': '{"Name": "half',
  'picture.png': '{}',
};

const main = flowOf([
  action('hello', 'MessageParticipant', { PromptId: arn('prompt', 'd') }, { next: 'hours' }),
  action(
    'hours',
    'CheckHoursOfOperation',
    { HoursOfOperationId: arn('operating-hours', 'c') },
    {
      conditions: [
        ['True', 'set'],
        ['False', 'other'],
      ],
    },
  ),
  action('set', 'UpdateContactTargetQueue', { QueueId: id('a') }, { next: 'hook' }),
  action(
    'hook',
    'UpdateContactEventHooks',
    { EventHooks: { CustomerQueue: arn('contact-flow', 'f') } },
    { next: 'module' },
  ),
  action('module', 'InvokeFlowModule', { FlowModuleId: arn('flow-module', 'e') }, { next: 'wait' }),
  action('wait', 'TransferContactToQueue', {}, { errors: { QueueAtCapacity: 'gone' } }),
  action('other', 'TransferToFlow', { ContactFlowId: '${F:Other Flow:F}' }),
  action('gone', 'TransferToFlow', { ContactFlowId: arn('contact-flow', '9') }),
]);

function neighboursFrom(all: Readonly<Record<string, string>>): Neighbours {
  const sources = new Map<string, Source>(
    Object.entries(all).map(([path, text]) => [path, { path, text }]),
  );
  return { paths: [...sources.keys()], read: (path) => sources.get(path) };
}

const source = { path: 'flow_Main.json', text: JSON.stringify(main, null, 1) };

describe('a flow among the files of its export', () => {
  test('calls queues, hours, prompts, modules and flows as those files do', async () => {
    const { documents, report } = await readMenuFile(source, neighboursFrom(files));
    expect(documents[0]?.script.nodes).toMatchObject({
      hello: { say: { recording: 'Welcome.wav' } },
      hours: { on: { calendar: 'office' }, title: 'Office' },
      set: { task: 'set queue: Queue a' },
      module: { kind: 'subflow', script: 'identify-caller' },
      wait: { queue: 'queue-a' },
      other: { kind: 'subflow', script: 'other-flow' },
      gone: { kind: 'subflow', script: { unknown: arn('contact-flow', '9') } },
    });
    expect(report?.eventHooks).toMatchObject([{ event: 'CustomerQueue', flow: 'Other Flow' }]);
    const lost = report?.references?.filter(({ isFound }) => !isFound);
    expect(lost).toMatchObject([{ node: 'gone', kind: 'flow', name: arn('contact-flow', '9') }]);
    expect(report?.references).toHaveLength(7);
  });

  test('that stands alone tells what it refers to, and finds none of it', async () => {
    const { documents, report } = await readMenuFile(source);
    expect(documents[0]?.script.nodes).toMatchObject({
      hours: { on: { calendar: 'hours-cccccccc' } },
      wait: { queue: 'queue-aaaaaaaa' },
      other: { script: 'other-flow' },
    });
    expect(report?.references?.some(({ isFound }) => isFound)).toBe(false);
  });

  test('takes the thing of the nearest folder where several have its name', async () => {
    const flow = (title: string) =>
      JSON.stringify({
        Name: title,
        Arn: arn('contact-flow', '9'),
        Content: '{"StartAction":"a","Actions":[]}',
      });
    const near = neighboursFrom({ '../far/flow.json': flow('Far'), 'flow.json': flow('Near') });
    const { documents } = await readMenuFile(source, near);
    expect(documents[0]?.script.nodes).toMatchObject({ gone: { script: 'near' } });
  });

  test('comes to no harm by modules that invoke each other', async () => {
    const invoke = (name: string, other: string) =>
      JSON.stringify({
        Name: name,
        Arn: arn('flow-module', other === 'a' ? 'b' : 'a'),
        Type: 'MODULE',
        Content: JSON.stringify(
          flowOf([action('x', 'InvokeFlowModule', { FlowModuleId: arn('flow-module', other) })]),
        ),
      });
    const all = { 'a.json': invoke('A', 'b'), 'b.json': invoke('B', 'a') };
    const { documents, findings } = await readMenuFile(
      { path: 'a.json', text: all['a.json'] },
      neighboursFrom(all),
    );
    expect(findings).toEqual([]);
    expect(documents[0]?.script.nodes).toMatchObject({ x: { script: 'b' } });
  });
});
