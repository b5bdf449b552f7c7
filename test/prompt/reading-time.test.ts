import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { promptSeconds, readingSeconds } from '../../src/prompt/reading-time.ts';

describe('how long a text takes to say', () => {
  test('English is spoken at 160 words a minute (Sutton et al. 1995: 150 to 200 are comfortable)', () => {
    expect(readingSeconds('For your balance, press one.', 'en')).toBeCloseTo(5 / (160 / 60), 10);
    expect(readingSeconds('For your balance, press 1.', 'en-GB')).toBeCloseTo(5 / (160 / 60), 10);
  });

  test('syllables take longer in Mandarin than in Spanish, as Pellegrino et al. 2011 measured', () => {
    const spanish = readingSeconds('la casa', 'es') / 3;
    const mandarin = readingSeconds('查询余额', 'zh') / 4;
    expect(mandarin / spanish).toBeCloseTo(7.82 / 5.18, 10);
  });

  const words = (text: string): number => Math.round(readingSeconds(text, 'en') * (160 / 60));
  test.each([
    ['0', 1],
    ['12', 1],
    ['42', 2],
    ['125', 4],
    ['1,250', 5],
    ['2026', 3],
    ['007', 3],
    ['8005550142', 10],
    ['800-555-0142', 10],
    ['+1 800 555 0142', 11],
    ['9:30', 2],
    ['$5', 2],
    ['$12.50', 3],
    ['$12.00', 2],
    ['3.14', 4],
    ['2026-12-24', 6],
    ['24/12', 3],
    ['50%', 2],
    ["don't", 1],
    ['twenty-four', 2],
    ['#', 1],
  ])('%s is %i words', (text, count) => {
    expect(words(text)).toBe(count);
  });

  test('every language that prompts are read in takes between one and six seconds for an option', () => {
    const options = {
      en: 'For your balance, press 1.',
      es: 'Para consultar su saldo, oprima uno.',
      pt: 'Para consultar o saldo, tecle 1.',
      fr: 'Pour votre solde, appuyez sur le 1.',
      de: 'Für Ihren Kontostand drücken Sie die 1.',
      it: 'Per il saldo, premere uno.',
      nl: 'Voor uw saldo, toets 1.',
      el: 'Για το υπόλοιπό σας, πατήστε 1.',
      zh: '查询余额请按1。',
      ja: '残高照会は1を押してください。',
      tr: 'Bakiye için 1’e basın.',
      ar: 'للرصيد اضغط 1',
      ru: 'Чтобы узнать баланс, нажмите 1.',
    };
    for (const [language, text] of Object.entries(options)) {
      const seconds = readingSeconds(text, language);
      expect({ language, isSane: seconds > 1 && seconds < 6 }).toEqual({ language, isSane: true });
    }
  });

  test('speech markup is not read, but the breaks that it asks for are waited', () => {
    const plain = readingSeconds('Press 1.', 'en');
    expect(readingSeconds('<speak>Press <break time="1500ms"/>1.</speak>', 'en')).toBeCloseTo(
      plain + 1.5,
      10,
    );
    expect(readingSeconds('Press <break strength="none"/>1.', 'en')).toBeCloseTo(plain, 10);
  });

  test('no text takes no time, and more text never less', () => {
    expect(readingSeconds('', 'en')).toBe(0);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('en', 'es', 'zh', 'xx', '__proto__'),
        (text, language) => {
          const seconds = readingSeconds(text, language);
          expect(Number.isFinite(seconds) && seconds >= 0).toBe(true);
          expect(readingSeconds(`${text} and more`, language)).toBeGreaterThan(seconds - 1e-9);
        },
      ),
    );
  });
});

describe('how long a prompt takes', () => {
  test("a recording's own length wins over its text", () => {
    const prompt = { recording: 'a.wav', length: 4, text: 'Press 1.' };
    expect(promptSeconds(prompt, 'en', 'en')).toEqual({ seconds: 4, basis: 'recording' });
  });

  test('each language has its own length, and the main one stands in', () => {
    const prompt = { recording: 'a.wav', length: { en: 4, el: 6 } };
    expect(promptSeconds(prompt, 'el-GR', 'en').seconds).toBe(6);
    expect(promptSeconds(prompt, 'ja', 'en').seconds).toBe(4);
  });

  test('a recording without a length is reckoned from its text, or not at all', () => {
    expect(promptSeconds({ recording: 'a.wav', text: 'Hello.' }, 'en', 'en').basis).toBe('text');
    expect(promptSeconds({ recording: 'a.wav' }, 'en', 'en')).toEqual({
      seconds: 0,
      basis: 'unknown',
    });
    expect(promptSeconds(undefined, 'en', 'en')).toEqual({ seconds: 0, basis: 'unknown' });
  });
});
