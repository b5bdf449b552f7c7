import { beforeAll, describe, expect, test } from '@jest/globals';
import { compile } from '../support/compile.ts';

const imports = `import { defineScript } from './src/script/define-script.ts';
import { defineDirectory } from './src/routing/define-directory.ts';
`;

/** A small bank; each way to be wrong replaces one part of it. */
const directory = `const directory = defineDirectory({
  id: 'bank', timeZone: 'Europe/Athens',
  calendars: { office: { hours: '24/7' }, night: { hours: 'off' } },
  queues: { cards: { calendar: 'office', overflow: [{ to: 'general', after: '2m' }] }, general: {} },
  staffing: [{ queue: 'cards', hours: '24/7', heads: 2 }],
});
`;
const script = `export default defineScript({
  id: 'bank', language: 'en', directory,
  entries: [{ number: '+18005550142', start: 'hours' }],
  defaults: { noInput: { wait: '5s', to: 'general' } },
  nodes: {
    hours: { kind: 'branch', on: { calendar: 'office' }, cases: [{ when: 'open', to: 'welcome' }], otherwise: 'farewell' },
    welcome: { kind: 'announcement', say: { en: 'Hello.', el: 'Γεια σας.' }, to: 'main' },
    main: {
      kind: 'menu',
      options: [{ key: '1', say: 'For cards, press 1.', to: 'cards' }, { key: '9', do: 'repeat' }],
      noInput: { to: 'general' }, noMatch: { attempts: 3, to: 'general' },
    },
    balance: { kind: 'task', task: 'balance', success: 'main', failure: 'general' },
    cards: { kind: 'queue', queue: 'cards', overflow: { after: '2m', to: 'farewell' }, closed: 'farewell' },
    general: { kind: 'queue', queue: 'general', closed: { to: 'farewell' } },
    farewell: { kind: 'hangup' },
  },
});
`;
const right = imports + directory + script;

/** What is written wrongly: the part, what stands there instead, and what the compiler must say. */
const mistakes: readonly (readonly [string, string, string, string])[] = [
  ['a start', `start: 'hours'`, `start: 'hour'`, `"hour"|"hours"`],
  [
    'the target of an announcement',
    `to: 'main' },\n    main`,
    `to: 'maine' },\n    main`,
    `"maine"|"main"`,
  ],
  ['the target of an option', `to: 'cards' }, { key`, `to: 'card' }, { key`, `"card"|"cards"`],
  [
    'the target of no input',
    `noInput: { to: 'general' }`,
    `noInput: { to: 'genral' }`,
    `"genral"|"general"`,
  ],
  [
    'the target of no match',
    `attempts: 3, to: 'general'`,
    `attempts: 3, to: 'genral'`,
    `"genral"|"general"`,
  ],
  [
    'a target in the defaults',
    `wait: '5s', to: 'general'`,
    `wait: '5s', to: 'genral'`,
    `"genral"|"general"`,
  ],
  [
    'the target of a case',
    `when: 'open', to: 'welcome'`,
    `when: 'open', to: 'wellcome'`,
    `"wellcome"|"welcome"`,
  ],
  [
    'what happens otherwise',
    `otherwise: 'farewell'`,
    `otherwise: 'farwell'`,
    `"farwell"|"farewell"`,
  ],
  ['the target of success', `success: 'main'`, `success: 'man'`, `"man"|"main"`],
  ['the target of failure', `failure: 'general'`, `failure: 'generals'`, `"generals"|"general"`],
  [
    'the target of overflow',
    `after: '2m', to: 'farewell'`,
    `after: '2m', to: 'farwell'`,
    `"farwell"|"farewell"`,
  ],
  [
    'where callers go when it is closed',
    `closed: 'farewell'`,
    `closed: 'farwell'`,
    `"farwell"|"farewell"`,
  ],
  [
    'the same as an object',
    `closed: { to: 'farewell' }`,
    `closed: { to: 'farwell' }`,
    `"farwell"|"farewell"`,
  ],
  ['a queue', `queue: 'cards', overflow`, `queue: 'crads', overflow`, `"crads"|"cards"`],
  ['a calendar', `calendar: 'office' }, cases`, `calendar: 'ofice' }, cases`, `"ofice"|"office"`],
  [
    'the calendar of a queue',
    `calendar: 'office', overflow`,
    `calendar: 'ofice', overflow`,
    `"ofice"|"office"`,
  ],
  ['the queue of an overflow', `to: 'general', after`, `to: 'genral', after`, `"genral"|"general"`],
  ['the queue of people', `queue: 'cards', hours`, `queue: 'crads', hours`, `"crads"|"cards"`],
];

let said: Readonly<Record<string, readonly string[]>> = {};

beforeAll(() => {
  said = compile({
    right,
    'no-directory': imports + script.replace('directory,', `directory: 'bank.directory.yaml',`),
    'unknown-field': right.replace(`kind: 'hangup'`, `kind: 'hangup', sya: 'x'`),
    'unknown-kind': right.replace(`kind: 'hangup'`, `kind: 'hangupp'`),
    ...Object.fromEntries(
      mistakes.map(([, from, to], index) => [`mistake-${index}`, right.replace(from, to)]),
    ),
  });
}, 60_000);

describe('the compiler', () => {
  test('takes a script whose names all exist', () => {
    expect(said['right']).toEqual([]);
  });

  test('takes any queue and calendar where the directory is only named', () => {
    expect(said['no-directory']).toEqual([]);
  });

  test.each(mistakes.map(([what, from, to, names], index) => ({ what, from, to, names, index })))(
    'refuses $what that does not exist, and says what was meant',
    ({ from, to, names, index }) => {
      expect(right.split(from)).toHaveLength(2);
      expect(to).not.toBe(from);
      const [wrong = '', meant = ''] = names.split('|');
      const messages = said[`mistake-${index}`] ?? [];
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(wrong);
      expect(messages[0]).toContain(`Did you mean '${meant}'?`);
    },
  );

  test('refuses fields and kinds that mean nothing', () => {
    expect(said['unknown-field']).toHaveLength(1);
    expect(said['unknown-kind']).toHaveLength(1);
  });
});
