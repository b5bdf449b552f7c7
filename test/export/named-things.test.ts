import { expect, test } from '@jest/globals';
import { namedThings } from '../../src/export/named-things.ts';
import { documentOf } from '../support/script-of.ts';

const { script } = documentOf(
  `
  main:
    kind: menu
    say: { recording: { en: welcome.wav, el: welcome-el.wav } }
    options: [{ key: "1", say: { recording: cards.wav }, to: hours }]
  hours: { kind: branch, on: { calendar: office }, cases: [{ when: open, to: staff }], otherwise: snow }
  snow: { kind: branch, on: { emergency: storm }, cases: [{ when: "on", to: bye }], otherwise: staff }
  staff: { kind: branch, on: { queue-status: desk }, cases: [{ when: open, to: cards }], otherwise: look }
  look: { kind: branch, on: { result: find-order }, cases: [{ when: success, to: bye }], otherwise: pay }
  pay: { kind: task, task: take-payment, success: bye, failure: other }
  other: { kind: subflow, script: survey, to: out }
  out: { kind: transfer, number: "+18005550100" }
  cards: { kind: queue, queue: cards }
  later: { kind: callback, queue: evening }
  bye: { kind: hangup }
`,
  'entries: [{ start: main, number: "+18005550142" }]\ndefaults: { noMatch: { say: { recording: again.wav } } }',
);

test('everything that only a name stands for can be given another one', () => {
  const names = Object.entries(namedThings(script)).map(([kind, of]) => [kind, [...of]]);
  expect(Object.fromEntries(names)).toEqual({
    queues: ['desk', 'cards', 'evening'],
    calendars: ['office', 'storm'],
    prompts: ['welcome.wav', 'welcome-el.wav', 'cards.wav', 'again.wav'],
    tasks: ['find-order', 'take-payment'],
    scripts: ['survey'],
    numbers: ['+18005550142', '+18005550100'],
  });
});
