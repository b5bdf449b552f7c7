import { describe, expect, test } from '@jest/globals';
import { exportScript } from '../../../src/export/export-script.ts';
import type { ExportOptions } from '../../../src/export/exporter.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { flowOf, sourceOf, widget } from '../../support/studio-flow.ts';

interface State {
  readonly name: string;
  readonly type: string;
  readonly transitions: readonly {
    readonly event: string;
    readonly next?: string;
    readonly conditions?: readonly { readonly type: string; readonly value: string }[];
  }[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Exports nodes (YAML, indented by two) and gives the widgets by their names. */
async function exported(nodes: string, options: ExportOptions = {}, head = '') {
  const text = `ivr: 1\nid: any\nlanguage: en\n${head === '' ? 'entries: [{start: a}]' : head}\nnodes:\n${nodes}\n`;
  const { document, findings: problems } = parseScript({ path: 'any.ivr.yaml', text });
  if (document === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  const { text: written, findings } = await exportScript(document, 'twilio-studio', options);
  const flow = JSON.parse(written) as { readonly states: readonly State[]; initial_state: string };
  const named = new Map(flow.states.map((state) => [state.name, state]));
  const ways = (name: string) =>
    Object.fromEntries(
      (named.get(name)?.transitions ?? []).map(({ event, next }) => [event, next]),
    );
  return { flow, findings, named, ways, names: [...named.keys()] };
}

describe('a flow that Studio takes', () => {
  test('has one trigger, unique names, and ways to widgets that exist', async () => {
    const { flow, names } = await exported(`
  a: {kind: menu, say: Hello., options: [{key: "1", to: b}, {key: "2", to: gone}], noInput: {to: b}, noMatch: {to: b}}
  b: {kind: transfer, number: "+12025550100", to: c, failure: d}
  c: {kind: collect, digits: {min: 4}, to: d}
  d: {kind: hangup, say: Goodbye.}`);
    expect(new Set(names).size).toBe(flow.states.length);
    expect(flow.initial_state).toBe('Trigger');
    for (const { transitions, properties } of flow.states) {
      expect(properties).toHaveProperty('offset');
      for (const { next } of transitions) if (next !== undefined) expect(names).toContain(next);
    }
  });

  test('counts attempts, asks again, and sets its counters back', async () => {
    const { ways, named } = await exported(`
  a: {kind: menu, say: Hello., options: [{key: "1", title: One, to: b}], noInput: {wait: 7s, attempts: 2, say: Pardon?, to: b}, noMatch: {attempts: 1, to: b}}
  b: {kind: hangup, say: Goodbye.}`);
    expect(ways('Trigger')).toMatchObject({ incomingCall: 'a' });
    expect(ways('a')).toEqual({ next: 'a_ask' });
    expect(ways('a_ask')).toEqual({ keypress: 'a_keys', speech: 'b', timeout: 'a_silent' });
    expect(named.get('a_ask')?.properties).toMatchObject({
      say: 'Hello.',
      timeout: 7,
      number_of_digits: 1,
      finish_on_key: '',
    });
    expect(ways('a_silent')).toEqual({ next: 'a_silent_limit' });
    expect(ways('a_silent_limit')).toEqual({ noMatch: 'b', match: 'a_silent_say' });
    expect(ways('a_silent_say')).toEqual({ audioComplete: 'a_ask' });
    expect(named.get('a_keys')?.transitions[1]).toMatchObject({
      next: 'b',
      conditions: [{ type: 'equal_to', value: '1', friendly_name: 'One' }],
    });
    expect(ways('b')).toEqual({});
  });

  test.each([
    ['gold', [['equal_to', 'gold']]],
    ['> 5', [['greater_than', '5']]],
    [
      '<= 5',
      [
        ['less_than', '5'],
        ['equal_to', '5'],
      ],
    ],
    ['starts with 49', [['starts_with', '49']]],
    ['ends with a.b', [['regex', '^.*a\\.b$']]],
    ['contains x', [['contains', 'x']]],
    ['exists', [['is_not_blank', '']]],
    ['(empty)', [['is_blank', '']]],
  ])('splits on "%s"', async (when, expected) => {
    const { named } = await exported(`
  a: {kind: branch, on: {attribute: colour}, cases: [{when: ${JSON.stringify(when)}, to: b}]}
  b: {kind: hangup, say: Goodbye.}`);
    const conditions = named.get('a')?.transitions.flatMap((way) => way.conditions ?? []);
    expect(conditions?.map(({ type, value }) => [type, value])).toEqual(expected);
    expect(named.get('a')?.properties).toMatchObject({ input: '{{flow.variables.colour}}' });
  });

  test('names things as the table of names does', async () => {
    const { named, findings } = await exported(
      `
  a: {kind: announcement, say: {recording: hello.wav}, to: b}
  b: {kind: task, task: balance, success: c, failure: c}
  c: {kind: subflow, script: other, to: d}
  d: {kind: queue, queue: desk, priority: 2}`,
      {
        names: {
          prompts: { 'hello.wav': 'https://example.com/hello.mp3' },
          tasks: { balance: 'https://example.com/balance' },
          scripts: { other: `FW${'0'.repeat(32)}` },
          queues: { desk: `WW${'a'.repeat(32)}` },
        },
      },
    );
    expect(findings).toEqual([]);
    expect(named.get('a')?.properties).toMatchObject({ play: 'https://example.com/hello.mp3' });
    expect(named.get('b')?.properties).toMatchObject({ url: 'https://example.com/balance' });
    expect(named.get('c')?.properties).toMatchObject({ flow_sid: `FW${'0'.repeat(32)}` });
    expect(named.get('d')?.properties).toMatchObject({
      workflow_sid: `WW${'a'.repeat(32)}`,
      priority: 2,
    });
  });

  test('begins by the number that was dialled', async () => {
    const { ways, named } = await exported(
      `
  a: {kind: hangup, say: One.}
  b: {kind: hangup, say: Two.}`,
      {},
      'entries: [{start: a}, {number: "+12025550100", start: b, set: {line: two}}]',
    );
    expect(ways('Trigger')).toMatchObject({ incomingCall: 'Entries' });
    expect(named.get('Entries')?.properties).toMatchObject({ input: '{{trigger.call.To}}' });
    expect(ways('Entries')).toEqual({ noMatch: 'a', match: 'Entry_2' });
  });

  test('speaks the language that callers choose', async () => {
    const { named, ways } = await exported(`
  a: {kind: menu, options: [{key: "1", language: el, to: b}, {key: "2", to: b}], noInput: {attempts: 1}, noMatch: {attempts: 1}}
  b: {kind: hangup, say: {en: Goodbye., el: Αντίο.}}`);
    expect(ways('a_option_1')).toEqual({ next: 'b' });
    expect(named.get('b')?.properties).toMatchObject({
      say: '{% case flow.variables.language %}{% when "el" %}Αντίο.{% else %}Goodbye.{% endcase %}',
    });
  });

  test('does not take words for Liquid', async () => {
    const { named } = await exported('  a: {kind: hangup, say: "Say {{this}}."}');
    expect(named.get('a')?.properties).toMatchObject({ say: '{% raw %}Say {{this}}.{% endraw %}' });
  });

  test('has back what was opaque, and what nobody knew', async () => {
    const flow = flowOf([
      widget('odd', 'text-to-speech', { next: 'hello', failed: '' }, { text: 'Hi' }),
      widget('hello', 'say-play', { audioComplete: '' }, { say: 'Dear {{contact.name}}.' }),
    ]);
    const { documents } = await readMenuFile(sourceOf(flow));
    const [document] = documents;
    if (document === undefined) throw new Error('no flow');
    const { text, findings } = await exportScript(document, 'twilio-studio');
    const { states } = JSON.parse(text) as { states: readonly State[] };
    expect(findings.filter(({ message }) => !message.includes('notes'))).toEqual([]);
    expect(states).toMatchObject([
      { type: 'trigger' },
      { name: 'odd', type: 'text-to-speech', properties: { text: 'Hi' } },
      { name: 'hello', properties: { say: 'Dear {{contact.name}}.' } },
    ]);
  });
});

describe("what Studio can't say is told at its place", () => {
  test.each<readonly [string, string, RegExp]>([
    [
      'a: {kind: queue, queue: desk, closed: b, overflow: {after: 2m, to: b}}',
      'not-exported',
      /"overflow"/,
    ],
    ['a: {kind: queue, queue: desk, announce: {every: 30s}}', 'not-exported', /"announce"/],
    ['a: {kind: callback, queue: desk, to: b}', 'exported-otherwise', /call-backs/],
    [
      'a: {kind: branch, on: {calendar: office}, cases: [{when: open, to: b}]}',
      'exported-otherwise',
      /calendar/,
    ],
    ['a: {kind: branch, on: share, cases: [{when: 20%, to: b}]}', 'exported-otherwise', /share/],
    ['a: {kind: collect, sensitive: true, to: b}', 'not-exported', /log of the flow/],
    ['a: {kind: menu, options: [{key: "9", do: back}]}', 'exported-otherwise', /menu before/],
    [
      'a: {kind: menu, bargeIn: false, options: [{key: "9", to: b}]}',
      'exported-otherwise',
      /interrupt/,
    ],
    [
      'a: {kind: announcement, say: Hello., to: b, error: b}',
      'not-exported',
      /failures of the system/,
    ],
    ['a: {kind: announcement, say: {recording: a.wav}, to: b}', 'exported-otherwise', /address/],
    ['a: {kind: announcement, say: {unknown: x}, to: b}', 'not-exported', /partly known/],
    [
      'a: {kind: opaque, vendor: other, type: Block, exits: []}',
      'not-exported',
      /"Block" of other/,
    ],
    ['a: {kind: subflow, script: other, to: b}', 'exported-otherwise', /ids/],
    ['a: {kind: menu, options: [{key: "9", reason: bill, to: b}]}', 'not-exported', /Reasons/],
    [
      'a: {kind: menu, options: [{key: "9", to: b}], noInput: {wait: 2500ms}}',
      'exported-otherwise',
      /whole seconds/,
    ],
  ])('%s', async (node, ruleId, message) => {
    const { findings } = await exported(`  ${node}\n  b: {kind: hangup}`);
    const found = findings.find((finding) => message.test(finding.message));
    expect(found).toMatchObject({ ruleId });
    expect(found?.at.start.line).toBe(6);
    expect(found?.at.start.column).toBeGreaterThan(2);
  });
});
