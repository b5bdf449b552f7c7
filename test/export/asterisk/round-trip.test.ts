import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { writeDialplan } from '../../../src/export/asterisk/write-dialplan.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import type { ScriptDocument } from '../../../src/script/script-document.ts';
import { importText } from '../../support/asterisk-dialplan.ts';
import { draws } from '../../support/draws.ts';
import '../../support/fixed-seed.ts';
import { differenceBetween } from '../../support/same-behaviour.ts';

jest.setTimeout(60_000);

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const id = fc.constantFrom(...ids);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const say = perhaps(fc.constantFrom('Hello there.', 'Please press one key.'));
const retry = fc.record({ attempts: fc.integer({ min: 1, max: 4 }), to: perhaps(id), say });
const way = fc.oneof(
  { weight: 4, arbitrary: fc.record({ to: id }) },
  fc.record({ do: fc.constantFrom('repeat', 'back') }),
);
const optionWith = {
  key: fc.constantFrom('1', '2', '3', '9', '0', '*', '#', '12'),
  say,
  way,
  language: perhaps(fc.constantFrom('el', 'en-GB')),
  set: perhaps(fc.constantFrom({ colour: 'red' }, { colour: 'blue' })),
};
const option = fc.record(optionWith).map(({ way: led, ...rest }) => ({ ...rest, ...led }));
const menu = fc.record({
  kind: fc.constant('menu'),
  say,
  options: fc.uniqueArray(option, { maxLength: 5, selector: ({ key }) => key }),
  noInput: retry,
  noMatch: retry,
});

/** What a dialplan can say, and says in one way only. */
const node = fc.oneof(
  { weight: 3, arbitrary: menu },
  fc.record({ kind: fc.constant('announcement'), say, to: perhaps(id) }),
  fc.record({
    kind: fc.constant('collect'),
    say,
    digits: fc.constantFrom({ max: 6, end: '#' }, { max: 12, end: '#' }),
    to: id,
    noInput: retry,
    noMatch: fc.constant({ attempts: 1 }),
  }),
  fc.record({
    kind: fc.constant('branch'),
    on: fc.constantFrom('language', { attribute: 'colour' }),
    cases: fc.uniqueArray(fc.record({ when: fc.constantFrom('el', 'red', 'blue'), to: id }), {
      maxLength: 3,
      selector: ({ when }) => when,
    }),
    otherwise: id,
  }),
  fc.record({
    kind: fc.constant('task'),
    say,
    set: perhaps(fc.constant({ colour: 'blue' })),
    task: fc.constantFrom('look-up', 'pay'),
    success: id,
    failure: id,
  }),
  fc.record({
    kind: fc.constant('queue'),
    say,
    queue: fc.constantFrom('sales', 'help'),
    overflow: perhaps(fc.record({ after: fc.constant('1m'), to: id })),
    closed: perhaps(fc.record({ to: id })),
  }),
  fc.record({
    kind: fc.constant('transfer'),
    say,
    number: fc.constant('+12025550100'),
    wait: fc.constant('20s'),
    to: perhaps(id),
    failure: id,
  }),
  fc.record({ kind: fc.constant('voicemail'), say, to: perhaps(id) }),
  fc.record({ kind: fc.constant('subflow'), script: fc.constant('other'), to: id }),
  fc.record({ kind: fc.constant('hangup'), say }),
);

const scripts: fc.Arbitrary<ScriptDocument> = fc
  .array(node, { minLength: ids.length, maxLength: ids.length })
  .map((nodes) => {
    const named = Object.fromEntries(nodes.map((one, index) => [ids[index] ?? 'z', one]));
    const text = JSON.stringify({
      ivr: 1,
      id: 'any',
      language: 'en',
      entries: [{ start: 'a' }],
      nodes: named,
    });
    const { document, findings } = parseScript({ path: 'any.json', text });
    if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
    return document;
  });

test('a script that is exported and imported again treats callers the same', () => {
  fc.assert(
    fc.property(scripts, draws(1000), (document, draw) => {
      const { text, findings } = writeDialplan(document, {});
      fc.pre(!findings.some(({ subject }) => subject.endsWith('/do')));
      const { script } = importText(text);
      const difference = differenceBetween(document.script, script, { draw, words: 'ignored' });
      if (difference !== undefined) throw new Error(`${difference}\n${text}`);
      expect(difference).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
