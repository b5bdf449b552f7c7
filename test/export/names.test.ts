import { describe, expect, test } from '@jest/globals';
import { checkNames } from '../../src/export/check-names.ts';
import { nameFor } from '../../src/export/names.ts';
import { parseNames } from '../../src/export/parse-names.ts';
import { parseScript } from '../../src/script/parse-script.ts';

const namesFrom = (text: string) => parseNames({ path: 'names.yaml', text });

const { document: menu } = parseScript({
  path: 'a.ivr.yaml',
  text: `ivr: 1
id: line
language: en
entries: [{number: "+18005550142", start: hours}]
nodes:
  hours: {kind: branch, on: {calendar: office}, cases: [{when: open, to: cards}], otherwise: end}
  cards: {kind: queue, queue: cards, say: {recording: {en: hold.wav}, length: 4s}, closed: pay}
  pay: {kind: task, task: payment, success: out, failure: end}
  out: {kind: transfer, number: "+12025550100", to: other}
  other: {kind: subflow, script: second-line, to: end}
  end: {kind: hangup}
`,
});

function told(text: string): readonly string[] {
  const { document } = namesFrom(text);
  if (document === undefined || menu === undefined) throw new Error('unreadable');
  return checkNames(document, menu.script).map(
    ({ at, severity, message }) => `${at.start.line}:${at.start.column} ${severity} ${message}`,
  );
}

describe('a table of names', () => {
  test('gives what the target calls queues, hours, recordings, tasks, scripts and numbers', () => {
    const { document, findings } = namesFrom(`queues: {cards: arn:one}
calendars: {office: arn:two}
prompts: {hold.wav: arn:three}
tasks: {payment: arn:four}
scripts: {second-line: arn:five}
numbers: {"+12025550100": sip:six}
`);
    expect(findings).toEqual([]);
    expect(nameFor(document?.names, 'queues', 'cards')).toBe('arn:one');
    expect(nameFor(document?.names, 'numbers', '+12025550100')).toBe('sip:six');
    expect(nameFor(document?.names, 'queues', 'constructor')).toBeUndefined();
    expect(nameFor(undefined, 'queues', 'cards')).toBeUndefined();
  });

  test.each([
    ['queue: {cards: a}', 'The field "queue" is unknown here', 'Did you mean "queues"?'],
    ['queues: [a]', '"queues" must hold fields', ''],
    ['queues: {cards: 5}', '"cards" must be a text, and is the number 5.', ''],
    ['queues: {cards: ""}', '"cards" can\'t be read', 'empty'],
    ['queues: {__proto__: a}', '"__proto__"', ''],
    ['queues: {cards: a, cards: b}', '"cards" is written twice', ''],
    ['queues: {', 'This bracket', 'closed'],
  ])('%s is told at its place', (text, ...parts) => {
    const { document, findings } = namesFrom(text);
    expect(document).toBeUndefined();
    for (const part of parts) expect(findings[0]?.message).toContain(part);
    expect(findings[0]?.at.path).toBe('names.yaml');
  });

  test('a file of comments alone gives no names', () => {
    expect(namesFrom('# none yet\n').document?.names).toEqual({});
  });

  test('a name that the script nearly has is probably misspelt', () => {
    expect(told('queues:\n  card: arn:one\n')).toEqual([
      '2:3 warning The script has no queue "card", so this name is not used. Did you mean "cards"?',
    ]);
  });

  test('a name that the script has not may be there for another', () => {
    expect(told('prompts: {welcome.wav: arn:one}')).toEqual([
      '1:11 info The script has no recording "welcome.wav", so this name is not used.',
    ]);
  });

  test('names that the script uses are silent', () => {
    expect(
      told(
        'queues: {cards: a}\ncalendars: {office: b}\nprompts: {hold.wav: c}\ntasks: {payment: d}\nscripts: {second-line: e}\nnumbers: {"+18005550142": f}',
      ),
    ).toEqual([]);
  });
});
