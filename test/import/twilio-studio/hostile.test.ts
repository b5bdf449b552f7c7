import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { writeNativeScript } from '../../../src/export/native.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import {
  count,
  flowOf,
  gather,
  importSource,
  say,
  sourceOf,
  split,
} from '../../support/studio-flow.ts';

/** These are heavy, and machines are shared: time is no part of what they say. */
jest.setTimeout(120_000);

describe('sizes', () => {
  test('a chain of 2,500 menus with counters is imported and keeps its ends', async () => {
    const widgets = Array.from({ length: 2500 }, (_, index) => [
      gather(`m${index}`, { keypress: `s${index}`, speech: '', timeout: `c${index}` }),
      split(
        `s${index}`,
        `{{widgets.m${index}.Digits}}`,
        [['equal_to', '1', `m${index + 1}`]],
        `c${index}`,
      ),
      count(`c${index}`, `v${index}`, `l${index}`),
      split(`l${index}`, `{{flow.variables.v${index}}}`, [['less_than', '3', `m${index}`]], 'end'),
    ]).flat();
    const { script, report } = await importSource({
      path: 'long.json',
      text: JSON.stringify(flowOf([...widgets, say('end', 'Bye.')])),
    });
    expect(Object.keys(script.nodes)).toHaveLength(2502);
    expect(script.nodes).toMatchObject({ m2499: { noInput: { attempts: 3, to: 'end' } } });
    expect(report.blocks).toBe(10_002);
  });

  test('one counter for 2,000 menus takes no longer for each', async () => {
    const widgets = Array.from({ length: 2000 }, (_, index) =>
      gather(`m${index}`, { keypress: `m${index + 1}`, speech: 'c', timeout: 'c' }),
    );
    const { script } = await importSource(
      sourceOf(
        flowOf([
          ...widgets,
          count('c', 'v', 'l'),
          split('l', '{{flow.variables.v}}', [['less_than', '3', 'm0']]),
        ]),
      ),
    );
    expect(Object.keys(script.nodes)).toHaveLength(2003);
  });

  test.each(['{{', '{%', '{% if a %}', '<', '${'])('10,000 times %j in a prompt', async (piece) => {
    const { script } = await importSource(sourceOf(flowOf([say('hello', piece.repeat(10_000))])));
    expect(Object.keys(script.nodes)).toHaveLength(2);
  });

  test('wrappers that never end are not followed', async () => {
    const deep = `${'{"flows":['.repeat(90)}{"initial_state":"x"}${']}'.repeat(90)}`;
    const { documents, findings } = await readMenuFile({ path: 'deep.json', text: deep });
    expect(documents).toEqual([]);
    expect(findings).toHaveLength(1);
  });
});

/** Values of every shape at every place where a flow has its own. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.constantFrom('', '1', 'a', 'b', '{{widgets.a.Digits}}', '{{flow.variables.v | plus: 1}}'),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('say', 'key', 'value', '__proto__', 'event'), tie('value')),
  ),
})).value;
const target = fc.constantFrom('a', 'b', 'c', 'd', 'missing', '', null);
const types = fc.constantFrom(
  ...['gather-input-on-call', 'split-based-on', 'set-variables', 'say-play', 'connect-call-to'],
  ...['enqueue-call', 'send-to-flex', 'record-voicemail', 'capture-payments', 'run-subflow'],
  ...['Gather', 'Branch', 'constructor', 'add-twiml-redirect', 'trigger', 'run-function'],
);
const inputs = fc.constantFrom(
  ...['{{widgets.a.Digits}}', '{{widgets.b.SpeechResult}}', '{{flow.variables.v}}', 'x', ''],
);
const conditions = fc.array(
  fc.record(
    {
      type: fc.constantFrom('equal_to', 'less_than', 'regex', 'contains', 'not_equal_to', 'odd'),
      value: fc.constantFrom('1', ' 2', '3', '^[1-3]$', 'x', '', '99'),
      arguments: fc.array(inputs, { maxLength: 2 }),
      friendly_name: anything,
    },
    { requiredKeys: ['type'] },
  ),
  { maxLength: 2 },
);
const properties = fc.record(
  {
    say: anything,
    input: inputs,
    variables: fc.oneof(
      anything,
      fc.constant([{ key: 'v', value: '{{flow.variables.v | plus: 1}}' }]),
    ),
    timeout: anything,
    loop: anything,
    number_of_digits: anything,
    finish_on_key: anything,
    to: anything,
    priority: anything,
    workflow: anything,
    max_attempts: anything,
  },
  { requiredKeys: [] },
);
const transition = fc.record(
  {
    event: fc.constantFrom(
      ...['keypress', 'speech', 'timeout', 'match', 'noMatch', 'next', 'audioComplete', 'success'],
      ...['fail', 'callCompleted', 'hangup', 'callComplete', 'odd', 'incomingCall'],
    ),
    next: target,
    conditions,
  },
  { requiredKeys: ['event'] },
);
const states = fc.array(
  fc.record(
    {
      name: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') }, anything),
      type: types,
      sid: anything,
      properties: fc.oneof({ weight: 6, arbitrary: properties }, anything),
      transitions: fc.oneof(
        { weight: 6, arbitrary: fc.array(transition, { maxLength: 4 }) },
        anything,
      ),
    },
    { requiredKeys: ['name', 'type'] },
  ),
  { maxLength: 8 },
);

describe('any flow', () => {
  test('becomes a script that is valid, reads back the same, and has a place for everything', async () => {
    await fc.assert(
      fc.asyncProperty(states, fc.oneof(target, anything), async (own, start) => {
        const trigger = {
          name: 'T',
          type: 'trigger',
          transitions: [{ event: 'incomingCall', next: start }],
        };
        const source = sourceOf({ states: [trigger, ...own], initial_state: 'T' });
        const { documents, findings, report } = await readMenuFile(source);
        if (documents.length === 0) {
          expect(findings.length).toBeGreaterThan(0);
          return;
        }
        for (const { script, places } of documents) {
          const written = writeNativeScript(script, 'yaml');
          const again = parseScript({ path: 'a.ivr.yaml', text: written });
          expect(again.findings).toEqual([]);
          expect(again.document?.script).toEqual(script);
          for (const id of Object.keys(script.nodes)) expect(places.has(['nodes', id])).toBe(true);
        }
        expect(report?.blocks).toBe(own.length + 1);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps every way between two widgets as an exit, or tells of it', async () => {
    await fc.assert(
      fc.asyncProperty(states, async (all) => {
        const own = ['a', 'b', 'c', 'd'].flatMap((name) => {
          const found = all.find((state) => state.name === name && state.type !== 'trigger');
          return found === undefined ? [] : [{ ...found, name }];
        });
        const first = own[0]?.name;
        if (first === undefined) return;
        const trigger = {
          name: 'T',
          type: 'trigger',
          transitions: [{ event: 'incomingCall', next: first }],
        };
        const { script, report } = await importSource(
          sourceOf({ states: [trigger, ...own], initial_state: 'T' }),
        );
        const nodes = Object.entries(script.nodes);
        const madeFrom = (name: unknown) =>
          nodes.filter(([, { origin }]) => origin?.includes(String(name)) === true);
        const notes = report.unresolved.map(({ message }) => message).join('\n');
        for (const { name, transitions } of own) {
          if (notes.includes(`"${name}" (`)) continue;
          const shown = JSON.stringify(madeFrom(name).map(([, node]) => node));
          const written: readonly unknown[] = Array.isArray(transitions) ? transitions : [];
          for (const way of written) {
            if (typeof way !== 'object' || way === null) continue;
            const { event, next } = way as { readonly event?: unknown; readonly next?: unknown };
            if (event === 'hangup' || event === 'callComplete') continue;
            const targets = madeFrom(next);
            if (targets.length === 0) continue;
            const isKept =
              targets.some(([id]) => shown.includes(`"${id}"`)) ||
              targets.some(([, { origin }]) => origin?.includes(name) === true);
            expect({ name, event, next, isKept }).toEqual({ name, event, next, isKept: true });
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
