import fc from 'fast-check';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';
import type { NodeKind } from '../../src/script/vocabulary.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const id = fc.constantFrom(...ids);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const words = fc.constantFrom('One word.', 'Please press 1, or 2.', 'Say & tell <all> "of" it.');
const say = perhaps(words);

/** What a format can carry beside the kinds of nodes. */
export interface Carried {
  readonly kinds: readonly NodeKind[];
  /** False where silence is met without words of its own. */
  readonly silenceSays: boolean;
  /** True where the system's own failures lead somewhere. */
  readonly hasErrors: boolean;
  /** True where what comes behind an outside number is the same however that ended. */
  readonly transfersAlike: boolean;
  /** True where silence and wrong input are counted and lead alike when digits are collected. */
  readonly collectsAlike: boolean;
}

function nodesOf({ silenceSays, collectsAlike, hasErrors, transfersAlike }: Carried) {
  const error = hasErrors ? perhaps(id) : fc.constant(undefined);
  const retry = (says: boolean) =>
    fc.record({
      attempts: fc.integer({ min: 1, max: 3 }),
      to: id,
      say: says ? say : fc.constant(undefined),
    });
  const option = fc
    .record({ say, to: id, does: fc.constantFrom('repeat', 'back', 'lead', 'lead') })
    .map(({ does, to, ...rest }) => (does === 'lead' ? { ...rest, to } : { ...rest, do: does }));
  const alike = fc
    .record({ attempts: fc.integer({ min: 1, max: 3 }), to: id })
    .map((both) => ({ noInput: both, noMatch: both }));
  return {
    announcement: fc.record({ kind: fc.constant('announcement'), say, to: id, error }),
    menu: fc
      .record({
        kind: fc.constant('menu'),
        say,
        keys: fc.uniqueArray(fc.constantFrom('1', '2', '9', '0', '*', '12'), { minLength: 1 }),
        options: fc.array(option, { minLength: 6, maxLength: 6 }),
        noInput: retry(silenceSays),
        noMatch: retry(true),
        error,
      })
      .map(({ keys, options, ...rest }) => ({
        ...rest,
        options: keys.map((key, index) => ({ key, ...options[index] })),
      })),
    collect: fc
      .record({
        base: fc.record({
          kind: fc.constant('collect'),
          say,
          digits: fc.constantFrom({ min: 4, max: 6, end: '#' }, { min: 1, max: 3, end: '#' }),
          to: id,
          error,
        }),
        retries: collectsAlike
          ? alike
          : fc.record({ noInput: retry(silenceSays), noMatch: retry(true) }),
      })
      .map(({ base, retries }) => ({ ...base, ...retries })),
    branch: fc.record({
      kind: fc.constant('branch'),
      on: fc.constant({ attribute: 'colour' }),
      cases: fc.uniqueArray(fc.record({ when: fc.constantFrom('red', 'blue'), to: id }), {
        minLength: 1,
        selector: ({ when }) => when,
      }),
      otherwise: id,
    }),
    queue: fc.record({ kind: fc.constant('queue'), say, queue: fc.constant('desk') }),
    transfer: fc
      .record({
        kind: fc.constant('transfer'),
        say,
        number: fc.constant('+12025550100'),
        to: perhaps(id),
        failure: id,
        error,
      })
      .map((one) => (transfersAlike && one.to !== undefined ? { ...one, failure: one.to } : one)),
    voicemail: fc.record({ kind: fc.constant('voicemail'), say, to: id, error }),
    subflow: fc.record({
      kind: fc.constant('subflow'),
      script: fc.constant('other.vxml'),
      to: perhaps(id),
    }),
    hangup: fc.record({ kind: fc.constant('hangup'), say }),
  } satisfies Partial<Record<NodeKind, fc.Arbitrary<unknown>>>;
}

/** Random scripts of what a format can carry; every way leads somewhere. */
export function exportableScript(carried: Carried): fc.Arbitrary<Script> {
  const nodes = Object.entries(nodesOf(carried)).flatMap(([kind, node]) =>
    (carried.kinds as readonly string[]).includes(kind) ? [node as fc.Arbitrary<object>] : [],
  );
  return fc
    .array(fc.oneof(...nodes), { minLength: ids.length, maxLength: ids.length })
    .map((made) => {
      const first = {
        kind: 'menu',
        options: [{ key: '1', to: 'a' }],
        noInput: { to: 'b' },
        noMatch: { to: 'c' },
      };
      const named = Object.fromEntries(made.map((one, index) => [ids[index] ?? 'z', one]));
      const text = JSON.stringify({
        ivr: 1,
        id: 'any',
        language: 'en',
        entries: [{ number: '+18005550142', start: 'first' }],
        nodes: { first, ...named },
      });
      const { document, findings } = parseScript({ path: 'any.json', text });
      if (document === undefined)
        throw new Error(findings.map(({ message }) => message).join('\n'));
      return document.script;
    });
}
