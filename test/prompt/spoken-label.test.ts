import { describe, expect, test } from '@jest/globals';
import { spokenLabel } from '../../src/prompt/spoken-label.ts';
import { soundsAlike } from '../../src/prompt/sounds-alike.ts';

const words = (text: string, language = 'en') => spokenLabel(text, language).words.join(' ');

describe('what an option is called', () => {
  test.each([
    ['en', 'For cards, press 1.', 'for cards'],
    ['en', 'Please press the 1 key for the last 4 digits.', 'for the last 4 digits'],
    ['de', 'Für Rechnungen die 1 drücken.', 'fur rechnungen'],
    ['es', 'Para saldos, oprima la tecla 1 ahora.', 'para saldos'],
    ['ja', '残高は、1を押してください。', '残 高 は'],
    ['en', 'Press 1.', ''],
  ])('leaves out the words that name the key (%s)', (language, text, label) => {
    expect(words(text, language)).toBe(label);
  });

  test('counts signs where no blanks part the words', () => {
    expect(spokenLabel('更改自动扣款，请按1。', 'zh').length).toBe(4);
    expect(spokenLabel('自動送金を変更するには、1を押してください。', 'ja').length).toBe(5.5);
    expect(spokenLabel('To change a standing order, press 1.', 'en').length).toBe(5);
  });

  test('tells that a part is filled in during the call', () => {
    expect(spokenLabel('For {{name}}, press 1.', 'en').hasGap).toBe(true);
  });
});

describe('two options by ear', () => {
  const alike = (a: string, b: string, language = 'en') =>
    soundsAlike(spokenLabel(a, language), spokenLabel(b, language));

  test.each([
    ['For a bill, press 1.', 'If you would like bills, press 2.', true],
    ['To pay a bill, press 1.', 'To hear a bill, press 2.', false],
    ['For cards, press 1.', 'For lost cards, press 2.', false],
    ['For flights to London, press 1.', 'For flights from London, press 2.', false],
    ['For the first line, press 1.', 'For line 2, press 2.', false],
    ['Press 1.', 'Press 2.', false],
  ])('"%s" and "%s": %s', (a, b, expected) => {
    expect(alike(a, b)).toBe(expected);
    expect(alike(b, a)).toBe(expected);
  });
});
