import { describe, expect, test } from '@jest/globals';
import { keyPositions } from '../../src/prompt/key-positions.ts';

const told = (text: string, language = 'en') =>
  keyPositions(text, language)
    .map(({ key, position }) => `${key} ${position}`)
    .join(', ');

describe('whether a key comes before what it is for', () => {
  test.each([
    ['Press 1 for cards, 2 for loans, or 3 for us.', '1 before, 2 before, 3 before'],
    ['Press 1 to pay\n2 to hear', '1 before, 2 before'],
    ['Please press 1 if you want to pay.', '1 before'],
    ['For cards, press 1. For loans, press two.', '1 after, 2 after'],
    ['To pay press 1 now, or to hear your balance press the 2 key.', '1 after, 2 after'],
    ['Press 1. Press 2.', '1 unknown, 2 unknown'],
    ['To confirm, press 1 to go on.', '1 unknown'],
    ['Enter the last 4 digits.', ''],
  ])('is told of "%s"', (text, positions) => {
    expect(told(text)).toBe(positions);
  });

  test.each([
    ['es', 'Oprima uno para pagar. Para saldos, oprima dos.', '1 before, 2 after'],
    ['de', 'Drücken Sie die 1 für Rechnungen, die 2 für Verträge.', '1 before, 2 before'],
    ['de', 'Für Rechnungen die 1 drücken.', '1 after'],
    ['el', 'Πατήστε 1 για κάρτες. Για δάνεια, πατήστε 2.', '1 before, 2 after'],
    ['zh', '按1查询余额，按2转账。', '1 before, 2 before'],
    ['zh', '查询余额，请按1。', '1 after'],
    ['ja', '残高については、1を押してください。', '1 after'],
  ])('is told in %s of "%s"', (language, text, positions) => {
    expect(told(text, language)).toBe(positions);
  });

  test('takes a text of 20,000 keys', () => {
    expect(keyPositions('press 1 '.repeat(20_000), 'en')).toHaveLength(20_000);
  });
});
