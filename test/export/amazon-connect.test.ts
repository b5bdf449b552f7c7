import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeContactFlow } from '../../src/export/amazon-connect/write-contact-flow.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';
import type { Directory } from '../../src/routing/directory.ts';
import type { World } from '../../src/walk/world.ts';
import { draws } from '../support/draws.ts';
import { differenceBetween } from '../support/same-behaviour.ts';
import { documentOf } from '../support/script-of.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const target = fc.constantFrom(...ids);
const maybe = fc.option(target, { nil: undefined, freq: 4 });
const text = fc.oneof(
  fc.constantFrom('Hello.', 'Please choose.', 'For this, press 1.'),
  fc.constant({ en: 'Good morning.', el: 'Kalimera.' }),
);
const say = fc.option(text, { nil: undefined });
const retry = fc.option(
  fc.record(
    { attempts: fc.integer({ min: 1, max: 3 }), to: target, say: fc.constant('Once more.') },
    { requiredKeys: ['attempts'] },
  ),
  { nil: undefined },
);
const option = fc
  .record({
    key: fc.constantFrom('1', '2', '3', '0', '*', '#'),
    say,
    to: target,
    repeat: fc.boolean(),
    language: fc.option(fc.constant('el'), { nil: undefined, freq: 2 }),
    set: fc.option(fc.constant({ colour: 'red' }), { nil: undefined, freq: 2 }),
  })
  .map(({ repeat, to, ...rest }) => (repeat ? { ...rest, do: 'repeat' } : { ...rest, to }));

const branch = (on: object | string, words: readonly string[]) =>
  fc.record({
    kind: fc.constant('branch'),
    on: fc.constant(on),
    cases: fc.uniqueArray(fc.record({ when: fc.constantFrom(...words), to: target }), {
      maxLength: 3,
      selector: ({ when }) => when,
    }),
    otherwise: maybe,
  });

/** Nodes that Amazon Connect can say in full. */
const node = fc.oneof(
  fc.record({ kind: fc.constant('announcement'), say, to: target, error: maybe }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('menu'),
      say,
      bargeIn: fc.option(fc.boolean(), { nil: undefined }),
      options: fc.uniqueArray(option, { maxLength: 4, selector: ({ key }) => key }),
      noInput: retry,
      noMatch: retry,
      error: maybe,
    }),
  },
  fc.record({
    kind: fc.constant('menu'),
    say,
    options: fc.constant([
      { key: '12', to: 'a' },
      { key: '3', to: 'b' },
    ]),
    noInput: retry,
    noMatch: retry,
  }),
  fc.record({
    kind: fc.constant('collect'),
    say,
    digits: fc.option(fc.constantFrom({ max: 4 }, { max: 12, end: '*' }), { nil: undefined }),
    to: target,
    noInput: retry,
    error: maybe,
  }),
  branch({ calendar: 'office' }, ['open', 'closed']),
  branch({ attribute: 'colour' }, ['red', 'blue', '> 5', 'starts with r', 'contains lu']),
  branch({ result: 'look-up' }, ['success', 'gold', 'failure']),
  branch({ 'queue-status': 'desk' }, ['open', 'closed']),
  branch({ loop: 2 }, ['again', 'done']),
  branch('share', ['30%', '20%', '50%']),
  branch('language', ['en', 'el']),
  fc.record({
    kind: fc.constant('task'),
    say,
    task: fc.constantFrom('look-up', 'pay'),
    set: fc.option(fc.constant({ colour: 'blue' }), { nil: undefined }),
    success: target,
    failure: maybe,
    error: maybe,
  }),
  fc.record({
    kind: fc.constant('queue'),
    say,
    queue: fc.constantFrom('desk', 'night'),
    priority: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    error: maybe,
    overflow: fc.option(fc.record({ to: target }), { nil: undefined }),
    closed: fc.record({ to: target }),
  }),
  fc.record({
    kind: fc.constant('transfer'),
    say,
    number: fc.constantFrom('+12025550100', '+12025550111'),
    to: maybe,
    failure: maybe,
  }),
  fc.record({
    kind: fc.constant('callback'),
    say,
    queue: fc.constant('desk'),
    to: maybe,
    failure: maybe,
  }),
  fc.record({
    kind: fc.constant('subflow'),
    script: fc.constantFrom('other', 'third'),
    to: maybe,
  }),
  fc.record({ kind: fc.constant('hangup'), say }),
);

function parsed(value: object): ScriptDocument {
  const { document, findings } = parseScript({ path: 'a.json', text: JSON.stringify(value) });
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return document;
}

const hello = documentOf('  hello: {kind: announcement, say: Hm.}\n');
const inLanguage = (document: ScriptDocument, language: string): ScriptDocument => ({
  ...document,
  script: { ...document.script, language },
});

const scripts = fc.array(node, { minLength: 1, maxLength: ids.length }).map((nodes) =>
  parsed({
    ivr: 1,
    id: 'any-line',
    language: 'en',
    entries: [{ start: 'a' }],
    nodes: Object.fromEntries(nodes.map((one, index) => [ids[index] ?? 'z', one])),
  }),
);

const worlds: fc.Arbitrary<World> = fc
  .record({
    state: fc.constantFrom('open', 'closed', 'holiday'),
    share: fc.double({ min: 0, max: 0.99, noNaN: true }),
    attributes: fc.constantFrom({}, { colour: 'red' }, { colour: '7' }, { 'look-up': 'gold' }),
  })
  .map(({ state, share, attributes }) => ({
    start: 0,
    calendarState: () => state as 'open',
    share,
    attributes,
    directory: {
      queues: { desk: { calendar: 'office' }, night: {} },
      calendars: {},
      numbers: {},
      sites: {},
    } as unknown as Directory,
  }));

async function thereAndBack(document: ScriptDocument): Promise<Script> {
  const { text: flow } = writeContactFlow(document, {});
  const { documents, findings } = await readMenuFile({ path: 'flow.json', text: flow });
  expect(findings).toEqual([]);
  const [back] = documents;
  if (back === undefined || documents.length !== 1) throw new Error('no single script came back');
  return back.script;
}

describe('a script as a flow of Amazon Connect', () => {
  test('treats its callers as the script does, whatever they press and whenever they call', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, worlds, draws(1000), async (document, world, draw) => {
        const back = await thereAndBack(document);
        expect(differenceBetween(document.script, back, { draw, world })).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  test('is the same for the same script, with an identifier and a position for every block', () => {
    fc.assert(
      fc.property(scripts, (document) => {
        const { text: flow } = writeContactFlow(document, {});
        expect(writeContactFlow(document, {}).text).toBe(flow);
        const { Actions, Metadata, StartAction } = JSON.parse(flow) as {
          readonly StartAction: string;
          readonly Actions: readonly {
            readonly Identifier: string;
            readonly Transitions: object;
          }[];
          readonly Metadata: { readonly ActionMetadata: Readonly<Record<string, object>> };
        };
        const known = new Set(Actions.map(({ Identifier }) => Identifier));
        expect(known.size).toBe(Actions.length);
        expect(known).toContain(StartAction);
        for (const name of known) {
          expect(name).toMatch(
            /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
          );
        }
        expect(new Set(Object.keys(Metadata.ActionMetadata))).toEqual(known);
        const targets = JSON.stringify(Actions).matchAll(/"NextAction":"([^"]*)"/g);
        for (const [, to = ''] of targets) expect(known).toContain(to);
      }),
      { numRuns: 60 },
    );
  });

  test('names what it needs by the table, and tells what the table lacks', () => {
    const document = documentOf(`
  hello: {kind: announcement, say: {recording: hello.wav}, to: sales}
  sales: {kind: queue, queue: sales}
`);
    const names = {
      queues: { sales: 'arn:x:queue/1' },
      prompts: { 'hello.wav': 'arn:x:prompt/1' },
    };
    const { text: flow, findings } = writeContactFlow(document, { names });
    expect(findings).toEqual([]);
    expect(flow).toContain('"PromptId": "arn:x:prompt/1"');
    expect(flow).toContain('"displayName": "hello.wav"');
    const without = writeContactFlow(document, {});
    expect(without.findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).toEqual([
      'exported-otherwise nodes/hello/say',
      'exported-otherwise nodes/sales/queue',
    ]);
  });

  test.each([
    ['mail: {kind: voicemail, say: Speak., to: bye}', 'not-exported nodes/mail'],
    [
      'main: {kind: menu, options: [{intent: bill, to: bye}]}',
      'not-exported nodes/main/options/0/intent',
    ],
    ['pin: {kind: collect, digits: {min: 4}, to: bye}', 'exported-otherwise nodes/pin/digits/min'],
    ['pin: {kind: collect, sensitive: true, to: bye}', 'exported-otherwise nodes/pin/sensitive'],
    [
      'x: {kind: branch, on: {calendar: c}, cases: [{when: holiday, to: bye}]}',
      'not-exported nodes/x/cases/0',
    ],
    [
      'x: {kind: branch, on: {emergency: c}, cases: [{when: "on", to: bye}]}',
      'exported-otherwise nodes/x/on/emergency',
    ],
    [
      'x: {kind: branch, on: {queue-status: q}, cases: [{when: full, to: bye}]}',
      'not-exported nodes/x/cases/0',
    ],
    [
      'x: {kind: branch, on: share, cases: [{when: 33.3%, to: bye}], otherwise: bye}',
      'exported-otherwise nodes/x/cases',
    ],
    [
      'q: {kind: queue, queue: q, overflow: {after: 2m, to: bye}}',
      'exported-otherwise nodes/q/overflow/after',
    ],
    ['q: {kind: queue, queue: q, announce: {waitTime: true}}', 'not-exported nodes/q/announce'],
    ['x: {kind: opaque, vendor: twilio-studio, type: x, exits: []}', 'not-exported nodes/x'],
    ['x: {kind: subflow, script: {unknown: something}}', 'not-exported nodes/x/script'],
    [
      'main: {kind: menu, options: [{key: "1", to: bye}], noInput: {wait: 2500ms}}',
      'exported-otherwise nodes/main/noInput/wait',
    ],
  ])('tells what it can’t say: %s', (nodes, finding) => {
    const { findings } = writeContactFlow(documentOf(`  ${nodes}\n  bye: {kind: hangup}\n`), {});
    expect(findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).toContain(finding);
    expect(findings.every(({ at }) => at.start.line > 1)).toBe(true);
  });

  test('parts calls by the number that was dialled', async () => {
    const document = parsed({
      ivr: 1,
      id: 'two-lines',
      language: 'en',
      entries: [
        { number: '+12025550100', start: 'one' },
        { number: '+12025550111', start: 'two' },
      ],
      nodes: {
        one: { kind: 'queue', queue: 'one' },
        two: { kind: 'queue', queue: 'two' },
      },
    });
    const { nodes } = await thereAndBack(document);
    expect(Object.values(nodes)).toContainEqual(
      expect.objectContaining({
        on: { attribute: 'SystemEndpoint.Address' },
        cases: [
          expect.objectContaining({ when: '+12025550100' }),
          expect.objectContaining({ when: '+12025550111' }),
        ],
      }),
    );
  });

  test('keeps the language of its texts, and of the calls that choose another', async () => {
    const lines = documentOf(`
  main:
    kind: menu
    say: {ru: "Нажмите 1.", de: "Drücken Sie die 2."}
    options: [{key: "1", to: bye}, {key: "2", language: de, to: bye}]
  bye: {kind: hangup, say: {ru: "До свидания.", de: "Auf Wiederhören."}}
`);
    const russian = inLanguage(lines, 'ru');
    const { text: flow, findings } = writeContactFlow(russian, {});
    expect(findings).toEqual([]);
    expect(flow).toContain('"TextToSpeechVoice": "Tatyana"');
    expect(flow).toContain('"TextToSpeechVoice": "Marlene"');
    const back = await thereAndBack(russian);
    expect(back.language).toBe('ru');
    const chosen = Object.values(back.nodes).flatMap((one) =>
      one.kind === 'menu' ? one.options.map(({ language }) => language) : [],
    );
    expect(new Set(chosen)).toEqual(new Set([undefined, 'de']));
    const { documents } = await readMenuFile({ path: 'flow.json', text: flow });
    const linted = documents.flatMap((one) => lintScript(one));
    expect(linted.map(({ ruleId }) => ruleId)).not.toContain('wrong-writing');
  });

  test.each([
    ['de', '"TextToSpeechVoice": "Marlene"'],
    ['de-AT', '"TextToSpeechEngine": "Neural"'],
    ['en-GB', '"TextToSpeechVoice": "Amy"'],
  ])('takes a voice for %s where all calls are in it', async (language, voice) => {
    const document = inLanguage(hello, language);
    expect(writeContactFlow(document, {}).text).toContain(voice);
    expect((await thereAndBack(document)).language).toBe(language);
  });

  test('tells languages that no voice reads', () => {
    const { findings } = writeContactFlow(inLanguage(hello, 'el'), {});
    expect(findings).toMatchObject([{ ruleId: 'not-exported', subject: 'language' }]);
  });

  test('brings attempts back as attempts', async () => {
    const { nodes } = await thereAndBack(
      documentOf(`
  main:
    kind: menu
    say: Press 1.
    options: [{key: "1", to: number}]
    noInput: {attempts: 3, say: Are you there?, to: bye}
    noMatch: {attempts: 2, to: bye}
  number: {kind: collect, say: Your number., noInput: {attempts: 4, to: bye}, to: bye}
  bye: {kind: hangup}
`),
    );
    expect(Object.values(nodes)).toMatchObject([
      {
        kind: 'menu',
        noInput: { attempts: 3, say: { text: 'Are you there?' } },
        noMatch: { attempts: 2 },
      },
      { kind: 'collect', noInput: { attempts: 4 } },
      { kind: 'hangup' },
      { kind: 'hangup' },
    ]);
  });

  test('brings a block of Amazon Connect’s own back as it was', async () => {
    const type = 'SomethingNew';
    const document = documentOf(`
  x: {kind: opaque, vendor: amazon-connect, type: ${type}, raw: {A: 1}, exits: [{trigger: next, to: bye}, {trigger: case, when: "> 5", to: bye}, {trigger: error, when: NoMatchingError, to: bye}]}
  bye: {kind: hangup}
`);
    const { nodes } = await thereAndBack(document);
    expect(Object.values(nodes)[0]).toMatchObject({
      kind: 'opaque',
      type,
      raw: { A: 1 },
      exits: [
        { trigger: 'next' },
        { trigger: 'case', when: '> 5' },
        { trigger: 'error', when: 'NoMatchingError' },
      ],
    });
  });
});
