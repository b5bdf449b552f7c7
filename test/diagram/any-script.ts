import fc from 'fast-check';
import { scriptSchema } from '../../src/script/schema.ts';
import type { Script } from '../../src/script/script.ts';

/** Texts that break things: markup, spreadsheets, overrides, scripts of the world, and very long ones. */
const hostile = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]>',
  '=cmd|/c calc!A1',
  '\u202eright to left',
  '\u0000\u0008 control \ufffe',
  'half \ud800 a pair \udc00',
  '👨‍👩‍👧‍👦 family 🏳️‍🌈',
  'Ελληνική εξυπηρέτηση',
  'Ἀρχὴ πολυτονική',
  '日本語サポート窓口',
  '中文服务',
  '한국어 상담',
  'خدمة العملاء',
  'हिन्दी सेवा',
  'z͑ͫ̓ͪ̂ͫ̽͏̴̙a̴̡l̷g̶o̸',
  '"quotes" & \'more\' <tags/>',
  'x'.repeat(10_000),
  'W'.repeat(60),
  '\u00a0',
  '﷽',
];

const label = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
);

interface Draft {
  readonly kind: number;
  readonly title: string | undefined;
  readonly ways: readonly (number | undefined)[];
  readonly deed: number;
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#', '12345678'];

/** A node with these ways out; a way may be missing, or lead to a node that isn't there. */
function nodeFrom(
  { kind, title, ways, deed }: Draft,
  target: (way: number | undefined) => string | undefined,
): object {
  const [first, second, third] = ways.map(target);
  const common = {
    ...(title === undefined ? {} : { title }),
    say: title ?? 'Please hold the line.',
  };
  const bare = title === undefined ? {} : { title };
  switch (kind % 12) {
    case 0:
      return { kind: 'announcement', ...common, to: first };
    case 1:
    case 2:
    case 3:
      return {
        kind: 'menu',
        ...common,
        options: ways.map((way, index) => {
          const key = keys[index % keys.length];
          if (index === 3) return { key, do: deed % 2 === 0 ? 'repeat' : 'back' };
          return index === 4
            ? { intent: title ?? 'help', to: target(way) }
            : { key, to: target(way) };
        }),
        noInput: { attempts: 1 + (deed % 3), to: second },
        noMatch: { to: third },
      };
    case 4:
      return {
        kind: 'collect',
        ...common,
        digits: { max: 4, end: '#' },
        to: first,
        noInput: { to: second },
      };
    case 5:
      return {
        kind: 'branch',
        ...bare,
        on: deed % 2 === 0 ? { calendar: 'office' } : { attribute: 'tier' },
        cases: [
          { when: 'open', to: first },
          { when: title ?? 'closed', to: second },
        ],
        otherwise: third,
      };
    case 6:
      return {
        kind: 'task',
        ...common,
        task: 'look-up',
        success: first,
        failure: second,
        error: third,
      };
    case 7:
      return {
        kind: 'queue',
        ...common,
        queue: 'service',
        overflow: { after: 60, to: first },
        closed: { to: second },
      };
    case 8:
      return {
        kind: 'transfer',
        ...common,
        number: '+18005550100',
        ...(deed % 2 === 0 ? {} : { to: first, failure: second }),
      };
    case 9:
      return deed % 2 === 0
        ? { kind: 'voicemail', ...common, to: first }
        : { kind: 'callback', ...common, to: first };
    case 10:
      return deed % 2 === 0
        ? { kind: 'subflow', ...bare, script: 'other', to: first }
        : {
            kind: 'opaque',
            ...bare,
            vendor: 'maker',
            type: title ?? 'Block',
            exits: ways.map((way) => ({ trigger: 'case', when: 'x', to: target(way) })),
          };
    default:
      return { kind: 'hangup', ...common };
  }
}

/** Any script that parses: cycles, stranded nodes, missing targets, several starts, hostile labels. */
export function anyScript(most = 24): fc.Arbitrary<Script> {
  const draft = fc.record({
    kind: fc.nat(11),
    title: label,
    ways: fc.array(fc.option(fc.nat(most + 2), { nil: undefined, freq: 8 }), { maxLength: 7 }),
    deed: fc.nat(5),
  });
  return fc
    .record({
      title: label,
      starts: fc.array(fc.nat(most), { minLength: 1, maxLength: 4 }),
      drafts: fc.array(draft, { minLength: 1, maxLength: most }),
    })
    .map(({ title, starts, drafts }) => {
      const id = (index: number): string => `step-${index}`;
      const target = (way: number | undefined): string | undefined =>
        way === undefined ? undefined : id(way % (drafts.length + 1));
      const script = {
        ivr: 1,
        id: 'any',
        ...(title === undefined ? {} : { title }),
        language: 'en',
        entries: starts.map((start, index) => ({
          number: `+1800555010${index}`,
          start: id(start % (drafts.length + 1)),
        })),
        nodes: Object.fromEntries(drafts.map((own, index) => [id(index), nodeFrom(own, target)])),
      };
      return scriptSchema.parse(JSON.parse(JSON.stringify(script)));
    });
}
