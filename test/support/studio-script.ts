import fc from 'fast-check';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const target = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...ids) },
  { weight: 1, arbitrary: fc.constant('lost') },
);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const say = perhaps(
  fc.constantFrom('One word.', 'Please press 1 for this, or 2 for that.', 'Two {{words}} more.'),
);
const retry = perhaps(
  fc.record({
    attempts: perhaps(fc.integer({ min: 1, max: 4 })),
    to: perhaps(target),
    say: perhaps(fc.constantFrom('Pardon?', 'Once more.')),
  }),
);
const option = fc
  .record({
    say,
    to: perhaps(target),
    repeats: fc.boolean(),
    set: perhaps(fc.constantFrom({ colour: 'red' }, { colour: 'blue', shape: 'round' })),
  })
  .map(({ to, repeats, ...rest }) => (repeats ? { ...rest, do: 'repeat' } : { ...rest, to }));
const chosen = fc.uniqueArray(fc.constantFrom('1', '2', '3', '9', '0', '*', '#', '12'), {
  minLength: 1,
  maxLength: 5,
});
const options = chosen.chain((keys) =>
  fc
    .tuple(...keys.map(() => option))
    .map((all) => all.map((one, index) => ({ key: keys[index], ...one }))),
);
const when = fc.constantFrom(
  'red',
  'blue',
  '> 5',
  '<= 3',
  'starts with r',
  'contains lu',
  'exists',
);

const node = fc.oneof(
  fc.record({ kind: fc.constant('announcement'), say, to: perhaps(target) }),
  fc.record({ kind: fc.constant('menu'), say, options, noInput: retry, noMatch: retry }),
  fc.record({
    kind: fc.constant('menu'),
    say,
    options: fc
      .tuple(option, option)
      .map((all) => all.map((one, index) => ({ intent: ['sales', 'help'][index], ...one }))),
    noInput: retry,
    noMatch: retry,
  }),
  fc.record({
    kind: fc.constant('collect'),
    say,
    digits: perhaps(fc.constantFrom({ min: 4, max: 6, end: '#' }, { max: 3 }, { min: 2 })),
    to: perhaps(target),
    noInput: retry,
    noMatch: retry,
  }),
  fc.record({
    kind: fc.constant('branch'),
    on: fc.constantFrom({ attribute: 'colour' }, { attribute: 'shape' }, { result: 'look-up' }),
    cases: fc.array(fc.record({ when, to: perhaps(target) }), { minLength: 1, maxLength: 3 }),
    otherwise: perhaps(target),
  }),
  fc.record({
    kind: fc.constant('task'),
    say,
    task: fc.constantFrom('look-up', 'pay', 'Ask & tell'),
    set: perhaps(fc.constant({ colour: 'blue' })),
    success: perhaps(target),
    failure: perhaps(target),
  }),
  fc.record({ kind: fc.constant('queue'), say, queue: fc.constantFrom('desk', 'sales') }),
  fc.record({
    kind: fc.constant('transfer'),
    say,
    number: fc.constantFrom('+12025550100', 'sip:desk@pbx.example.com'),
    to: perhaps(target),
    failure: perhaps(target),
  }),
  fc.record({ kind: fc.constant('voicemail'), say, to: perhaps(target) }),
  fc.record({ kind: fc.constant('subflow'), script: fc.constant('other'), to: perhaps(target) }),
  fc.record({ kind: fc.constant('hangup'), say }),
);

/**
 * Small scripts of what Studio can say too: no hours and no shares, which a function must answer, no
 * way back to the menu before, and each task at one node, since a flow keeps results by widget. What
 * comes behind an outside number or another script does something: else the call just ends.
 */
export const anyStudioScript: fc.Arbitrary<Script> = fc
  .array(node, { minLength: 1, maxLength: ids.length })
  .map((nodes) => {
    const tasks = new Set<unknown>();
    const kept = nodes.map((one) => {
      if (!('task' in one)) return one;
      const task = tasks.has(one.task) ? `${one.task} ${tasks.size}` : one.task;
      tasks.add(task);
      return { ...one, task };
    });
    const speaks = (id: string | undefined) => {
      const one = kept[ids.indexOf(id ?? '')];
      return (
        one !== undefined &&
        ((one.kind !== 'hangup' && one.kind !== 'announcement') ||
          ('say' in one && one.say !== undefined))
      );
    };
    const ended = kept.map((one) =>
      (one.kind === 'transfer' || one.kind === 'subflow') && 'to' in one && !speaks(one.to)
        ? { ...one, to: undefined }
        : one,
    );
    const named = Object.fromEntries(ended.map((one, index) => [ids[index] ?? 'z', one]));
    const text = JSON.stringify({
      ivr: 1,
      id: 'any',
      language: 'en',
      entries: [{ start: 'a' }],
      nodes: named,
    });
    const { document, findings } = parseScript({ path: 'any.json', text });
    if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
    return document.script;
  });
