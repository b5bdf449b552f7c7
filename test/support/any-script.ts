import fc from 'fast-check';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const id = fc.constantFrom(...ids);
/** Mostly a node that is likely to exist, sometimes one that doesn't. */
const target = fc.oneof(
  { weight: 9, arbitrary: id },
  { weight: 1, arbitrary: fc.constant('lost') },
);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const words = fc.constantFrom('One word.', 'Please press 1 for this, or 2 for that.', '');
const say = perhaps(
  fc.oneof(
    words,
    fc.record({ en: words, el: words }),
    fc.constant({ recording: 'a.wav', length: 2 }),
  ),
);
const key = fc.constantFrom('1', '2', '3', '9', '0', '*', '#', '12');
const retry = perhaps(
  fc.record({ attempts: perhaps(fc.integer({ min: 1, max: 3 })), to: perhaps(target), say }),
);
const option = fc
  .record({
    key,
    say,
    to: perhaps(target),
    does: perhaps(fc.constantFrom('repeat', 'back')),
    role: perhaps(fc.constantFrom('agent', 'language')),
    reason: perhaps(fc.constantFrom('bill', 'fault', 'move')),
    language: perhaps(fc.constantFrom('el', 'ja')),
    set: perhaps(fc.constant({ colour: 'red' })),
  })
  .map(({ does, to, ...rest }) => (does === undefined ? { ...rest, to } : { ...rest, do: does }));

const on = fc.constantFrom(
  'language',
  'share',
  { calendar: 'office' },
  { emergency: 'office' },
  { attribute: 'colour' },
  { 'queue-status': 'desk' },
  { result: 'look-up' },
);
const when = fc.constantFrom('open', 'closed', 'on', 'red', 'el', '30%', 'success', 'blue');

const node = fc.oneof(
  fc.record({ kind: fc.constant('announcement'), say, to: perhaps(target) }),
  fc.record({
    kind: fc.constant('menu'),
    say,
    bargeIn: perhaps(fc.boolean()),
    options: fc.array(option, { maxLength: 5 }),
    noInput: retry,
    noMatch: retry,
  }),
  fc.record({
    kind: fc.constant('collect'),
    say,
    digits: perhaps(fc.constantFrom({ min: 4, max: 6, end: '#' }, { min: 0 }, { max: 3 })),
    to: perhaps(target),
    noInput: retry,
    noMatch: retry,
  }),
  fc.record({
    kind: fc.constant('branch'),
    on,
    cases: fc.array(fc.record({ when, to: perhaps(target) }), { maxLength: 3 }),
    otherwise: perhaps(target),
  }),
  fc.record({
    kind: fc.constant('task'),
    say,
    task: fc.constantFrom('look-up', 'pay'),
    selfService: perhaps(fc.boolean()),
    duration: perhaps(fc.constantFrom('2s', '10s')),
    success: perhaps(target),
    failure: perhaps(target),
    error: perhaps(target),
  }),
  fc.record({
    kind: fc.constant('queue'),
    say,
    queue: fc.constant('desk'),
    overflow: perhaps(fc.record({ after: perhaps(fc.constant('1m')), to: perhaps(target) })),
    closed: perhaps(fc.record({ to: target })),
  }),
  fc.record({
    kind: fc.constant('transfer'),
    say,
    number: fc.constant('+12025550100'),
    to: perhaps(target),
    failure: perhaps(target),
  }),
  fc.record({ kind: fc.constant('voicemail'), say, to: perhaps(target) }),
  fc.record({ kind: fc.constant('callback'), to: perhaps(target), failure: perhaps(target) }),
  fc.record({ kind: fc.constant('subflow'), script: fc.constant('other'), to: perhaps(target) }),
  fc.record({
    kind: fc.constant('opaque'),
    vendor: fc.constant('some-vendor'),
    type: fc.constant('Block'),
    exits: fc.array(
      fc.record({
        trigger: fc.constantFrom('next', 'key', 'noInput', 'failure', 'case'),
        to: perhaps(target),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('hangup'), say }),
);

/** Small scripts of every kind of node, well and badly connected; all of them follow the schema. */
export const anyScript: fc.Arbitrary<Script> = fc
  .record({
    entries: fc.array(fc.record({ start: target, language: perhaps(fc.constant('el')) }), {
      minLength: 1,
      maxLength: 2,
    }),
    nodes: fc.array(node, { minLength: 1, maxLength: ids.length }),
  })
  .map(({ entries, nodes }) => {
    const named = Object.fromEntries(nodes.map((one, index) => [ids[index] ?? 'z', one]));
    const text = JSON.stringify({ ivr: 1, id: 'any', language: 'en', entries, nodes: named });
    const { document, findings } = parseScript({ path: 'any.json', text });
    if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
    return document.script;
  });
