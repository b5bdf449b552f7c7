import { describe, expect, test } from '@jest/globals';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { flowOf, gather, importSource, say, sourceOf, split } from '../../support/studio-flow.ts';

const flow = flowOf([say('hello', 'Hello.')]);

describe('a flow is found', () => {
  const resource = { friendly_name: 'Main line', status: 'published', definition: flow };

  test.each<readonly [string, unknown, string | undefined]>([
    ['bare', flow, 'A flow'],
    ['as the API gives it', resource, 'Main line'],
    [
      'with its definition as a text',
      { ...resource, definition: JSON.stringify(flow) },
      'Main line',
    ],
    [
      'as the command line gives it',
      [{ friendlyName: 'Main line', definition: flow }],
      'Main line',
    ],
    ['on a page', { meta: { page: 0 }, flows: [resource] }, 'Main line'],
    ['in a page of a page', { flows: [{ meta: {}, flows: [resource] }] }, 'Main line'],
    [
      'in a resource of Terraform',
      { resource: { twilio_studio_flow: { main: resource } } },
      'Main line',
    ],
  ])('%s', async (_, document, title) => {
    const { script, textAt } = await importSource(sourceOf(document));
    expect(script).toMatchObject({ title, entries: [{ start: 'hello' }] });
    expect(textAt('nodes', 'hello')).toMatch(/^\\?"hello\\?"$/);
    expect(textAt('nodes', 'hello', 'say')).toMatch(/^\\?"Hello.\\?"$/);
  });

  test('for each flow of a page, under a name of its own', async () => {
    const { documents, report } = await readMenuFile(
      sourceOf({ flows: [resource, resource, { ...resource, friendly_name: 'Night' }] }),
    );
    expect(documents.map(({ script }) => script.id)).toEqual(['main-line', 'main-line-2', 'night']);
    expect(report?.flows).toBe(3);
  });
});

describe('the older export', () => {
  const state = (sid: string, name: string, type: string, properties: object, ways: object) => ({
    sid,
    name,
    type,
    properties,
    transitions: Object.entries(ways).map(([event, next]: [string, unknown]) => ({
      event,
      conditions: [] as object[],
      next,
      uuid: '7b11380f-3e84-4316-af0e-2764b1d70be7',
    })),
  });
  const branch = state(
    'FF3',
    'choice',
    'Branch',
    { input: '{{widgets.menu.Digits}}' },
    { noMatch: 'FF4' },
  );
  branch.transitions.push({
    event: 'match',
    conditions: [{ type: 'equal_to', value: '1', friendly_name: 'Sales' }],
    next: 'FF5',
    uuid: 'x',
  });
  const older = {
    description: 'Old line',
    states: [
      state('FF1', 'Trigger', 'InitialState', {}, { incomingCall: 'FF2', incomingMessage: null }),
      state(
        'FF2',
        'menu',
        'Gather',
        { say: 'Press 1 for sales.', play: null, timeout: 5, language: 'en' },
        { keypress: 'FF3', speech: null, timeout: 'FF4' },
      ),
      branch,
      state('FF4', 'sorry', 'SayPlay', { say: 'Sorry.' }, { audioComplete: null }),
      state(
        'FF5',
        'ask',
        'Webhook',
        { url: 'https://example.com' },
        { success: 'FF6', failed: 'FF4' },
      ),
      state(
        'FF6',
        'through',
        'ConnectCaller',
        { noun: 'number', to: '+442079460000' },
        { callCompleted: null, hangup: null },
      ),
    ],
  };

  test('is linked by ids, and says the same', async () => {
    const { node, script, walk } = await importSource(sourceOf(older));
    expect(script).toMatchObject({
      title: 'Old line',
      language: 'en',
      entries: [{ start: 'menu' }],
    });
    expect(node('menu')).toMatchObject({
      kind: 'menu',
      options: [{ key: '1', title: 'Sales', to: 'ask' }],
      noInput: { to: 'sorry' },
      noMatch: { to: 'sorry' },
    });
    expect(walk([{ do: 'press', key: '1' }, { do: 'succeed' }, { do: 'succeed' }])).toEqual([
      'menu',
      'ask',
      'through',
      'transfer',
    ]);
  });
});

describe('what is no phone menu is one finding at its place', () => {
  test.each<readonly [string, unknown, string, RegExp]>([
    [
      'a flow for messages',
      flowOf([say('hello', 'Hello.')], { incomingMessage: 'hello' }),
      'unsupported-format',
      /only messages or requests do/,
    ],
    ['a flow that is empty', flowOf([], {}), 'unsupported-format', /is empty/],
    [
      'a single widget',
      gather('menu', { keypress: '', speech: '', timeout: '' }),
      'unknown-format',
      /a single widget of Twilio Studio/,
    ],
    ['states that are no list', { states: {}, initial_state: 'x' }, 'unknown-format', /fields/],
  ])('%s', async (_, document, ruleId, message) => {
    const { documents, findings } = await readMenuFile(sourceOf(document));
    expect(documents).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ ruleId });
    expect(findings[0]?.message).toMatch(message);
  });

  test('a definition that breaks off in its text is told where it does', async () => {
    const text = JSON.stringify(flow).slice(0, -20);
    const { documents, findings } = await readMenuFile(sourceOf({ definition: text }));
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ ruleId: 'syntax', at: { start: { line: 2 } } }]);
  });

  test('of several flows those that are menus are imported', async () => {
    const { documents, findings } = await readMenuFile(
      sourceOf({ flows: [{ definition: flow }, { definition: flowOf([], {}) }] }),
    );
    expect(documents).toHaveLength(1);
    expect(findings).toMatchObject([{ ruleId: 'unsupported-format' }]);
  });
});

describe('names', () => {
  test('that two widgets share are told, and the second is kept', async () => {
    const { node, report } = await importSource(
      sourceOf(flowOf([say('a', 'One.', 'a'), say('a', 'Two.', 'a')])),
    );
    expect([node('a'), node('a-2')]).toMatchObject([{ to: 'a' }, { to: 'a' }]);
    expect(report.unresolved).toHaveLength(1);
  });

  test('that every object has, and those of no letters, become names of ours', async () => {
    const inherited = ['constructor', 'toString', '__proto__', 'hasOwnProperty', '日本語', ''];
    const { script } = await importSource(
      sourceOf(flowOf(inherited.map((name, index) => say(name, name, inherited[index + 1])))),
    );
    expect(Object.keys(script.nodes)).toHaveLength(inherited.length + 1);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('of a split and its gather may be anything', async () => {
    const { node } = await importSource(
      sourceOf(
        flowOf([
          gather('constructor', { keypress: 'toString', speech: '', timeout: '' }),
          split('toString', '{{widgets.constructor.Digits}}', [['equal_to', '1', 'valueOf']]),
        ]),
      ),
    );
    expect(node('gather-input-on-call')).toMatchObject({
      kind: 'menu',
      options: [{ key: '1', to: 'value-of' }],
    });
  });
});
