import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spokenKeys } from '../../src/prompt/spoken-keys.ts';

type Row = readonly [language: string, text: string, keys: string];

const heard = (text: string, language: string): string =>
  spokenKeys(text, language)
    .keys.map(({ key }) => key)
    .join(' ');

function certainRows(rows: readonly Row[]): void {
  test.each(rows)('%s: %s', (language, text, keys) => {
    expect({ keys: heard(text, language), certain: spokenKeys(text, language).certain }).toEqual({
      keys,
      certain: true,
    });
  });
}

describe('keys that a prompt offers', () => {
  certainRows([
    ['en', 'For cards, press 1.', '1'],
    ['en', 'Press one for sales.', '1'],
    ['en', 'Press star to go back, or press the pound key to repeat.', '* #'],
    ['en', 'press hash, press zero', '# 0'],
    ['en', 'Press 1 for A, 2 for B or 3 for C.', '1 2 3'],
    ['en', 'Press one for sales, two for support, or three for billing.', '1 2 3'],
    ['en', 'Press 1 to check your balance\n2 to pay\n3 to talk', '1 2 3'],
    ['en', 'For X, press 1; for Y, 2.', '1 2'],
    ['en', 'For sales, press one. For support, two. For billing, three.', '1 2 3'],
    ['en', 'Dial 1 for sales.', '1'],
    ['en', 'For sales, key 1.', '1'],
    ['en', 'For sales, option 1; for support, option 2.', '1 2'],
    ['en', 'Say or press 1 for sales.', '1'],
    ['en', 'For sales, press or say one.', '1'],
    ['en', 'For billing, press to. For sales press for help', '2'],
    ['en', 'Enter your account number, or press # to skip', '#'],
    ['en', 'Press 1, 2, or 3 to choose', '1 2 3'],
    ['en', 'Press 1 or 2.', '1 2'],
    ['en', 'Press the 1 key. Press the number 2. Press button three', '1 2 3'],
    ['en', 'For English press 1. Para español, oprima el 2.', '1 2'],
    ['en', 'Press "1" for sales, (2) for support', '1 2'],
    ['en', 'Press 1 for Sales 2 for Support 3 for Billing', '1 2 3'],
    ['en', 'Press 1 for sales, 2 support, 3 billing.', '1 2 3'],
    ['en', 'Press:\n1 - Sales\n2 - Support\n', '1 2'],
    ['en', 'PRESS 1 NOW', '1'],
    [
      'en',
      'To pay your bill, press 1. For all other inquiries, press 0 or stay on the line.',
      '1 0',
    ],
    ['en', 'For claims, say "claims" or press 1. For billing, say "billing" or press 2.', '1 2'],
    ['en', 'To rate another call, press 1, or the star key to end.', '1 *'],
    [
      'en',
      'Press 0 to speak to an operator, 9 to repeat this menu, or * to return to the previous menu.',
      '0 9 *',
    ],
    ['en', 'To skip, press star. When you are done, press pound.', '* #'],
    ['en', 'Press [1] for Sales, [2] for Support', '1 2'],
    ['en', 'Enter 1 for yes, 2 for no', '1 2'],
    ['en', 'press *9 for more', '*9'],
    ['en', 'Press 10 for more', '10'],
    ['en', 'Press one for sales two for support', '1 2'],
    ['en', 'If you would like to leave a message, press 1, otherwise hold.', '1'],
    ['en', 'For Spanish, press nine.  Para español, marque nueve.', '9 9'],
    ['en', 'Press 1 and wait.', '1'],
    ['en', 'To speak to an agent, press zero at any time.', '0'],
    ['en', 'For hours press 1\nFor directions press 2', '1 2'],
  ]);
});

describe('numbers that are no keys', () => {
  certainRows([
    ['en', 'Press for operator', ''],
    ['en', 'Press to continue', ''],
    ['en', 'Enter the last 4 digits of your card', ''],
    ['en', 'Please enter your 3 digit code, or press 1 for help', '1'],
    ['en', 'Enter your four digit PIN followed by the pound key.', ''],
    ['en', 'Press any key to continue.', ''],
    ['en', 'Enter your account number, then press pound.', ''],
    ['en', 'Press pound when finished.', ''],
    ['en', 'Enter your account number and press #', ''],
    ['en', 'A fee of $5 or 5 dollars applies since 2019. Press 1 to accept.', '1'],
    ['en', 'We are open Monday to Friday, 9 to 5. For sales, press 2.', '2'],
    ['en', 'We are open from 9 a.m. to 5 p.m., 24/7, call 1-800-555-0142. Press 1.', '1'],
    ['en', 'If this is an emergency, hang up and dial 911. For cards, press 1.', '1'],
    [
      'en',
      'For terminal 1, press 1. For terminal 2, press 2. For terminal 3, please press 3.',
      '1 2 3',
    ],
    ['en', 'For apartments with 2 bedrooms, press 2; for 3 bedrooms, press 3.', '2 3'],
    ['en', 'To be called back at the number ending in 4 2 1, press 1.', '1'],
    ['en', 'For iPhone 12 press 1, for iPhone 13 press 2', '1 2'],
    ['en', 'For emergencies call 9-1-1. Press 1 for the nurse.', '1'],
    [
      'en',
      'Please enter your date of birth as 2 digits for the month and 4 digits for the year.',
      '',
    ],
    ['en', 'Press 1 for terminal 1, 2 for terminal 2.', '1 2'],
    ['en', 'For type 2 diabetes, press 1.', '1'],
    ['en', 'Please press one of the following keys: 1 for sales, 2 for support', '1 2'],
    ['en', 'Press one to speak with one of our agents', '1'],
    ['en', 'Thank you for calling. One moment please.', ''],
    ['en', 'Press 1 for sales, 24 hours a day.', '1'],
    ['en', 'Main menu.', ''],
    ['en', '<speak>Press <say-as interpret-as="digits">1</say-as> for sales</speak>', '1'],
    ['en', 'Your call will be answered within 3 minutes. Press 1 for a callback', '1'],
    ['en', 'For option 1, press 2', '2'],
    ['en', 'Press 1 for room 12, 3 for room 14', '1 3'],
    ['en', 'For a list of our 5 locations, press 3.', '3'],
    ['en', 'Press 9 to hear these 4 options again.', '9'],
    ['en', 'To reach extension 200, press 1.', '1'],
  ]);
});

describe('prompts in other languages than English', () => {
  certainRows([
    ['es', 'Para español oprima uno, para inglés marque el dos.', '1 2'],
    ['es', 'Pulse 2 para hablar con un agente; tecla 3 para salir', '2 3'],
    ['es', 'Oprima uno de los siguientes números', ''],
    ['es', 'Ingrese los últimos 4 dígitos de su tarjeta seguido de la tecla numeral', ''],
    ['es', 'Marque 1 para ventas, 2 para soporte o 0 para un agente', '1 2 0'],
    ['es', 'Presione la tecla asterisco', '*'],
    ['es', 'Oprima una tecla', ''],
    ['pt', 'Para saldo, tecle 1. Para cartões, digite dois.', '1 2'],
    ['pt', 'Pressione a tecla um', '1'],
    [
      'fr',
      'Pour les ventes, appuyez sur le 1. Pour le support, tapez 2. Sinon, appuyez sur la touche étoile.',
      '1 2 *',
    ],
    ['es', 'Gracias por llamar. Estamos abiertos de 9 a 17 horas. Para ventas pulse 1.', '1'],
    ['de', 'Wir sind von 8 bis 18 Uhr da. Für Notfälle drücken Sie 1.', '1'],
    ['de', 'Geben Sie Ihre 8-stellige Kundennummer ein und drücken Sie die Raute-Taste.', ''],
    ['el', 'Παρακαλώ πληκτρολογήστε τον 4ψήφιο κωδικό σας', ''],
    ['el', 'Για υπόλοιπο πατήστε ένα, για κάρτες δύο, για εκπρόσωπο μηδέν.', '1 2 0'],
    ['zh', '請輸入您的身份證號碼後按井字鍵', ''],
    ['zh', '营业时间为上午9点至下午5点。人工请按0。', '0'],
    ['ja', '営業時間は午前9時から午後5時までです。オペレーターは0を押してください。', '0'],
    ['fr', 'Appuyez sur une touche', ''],
    ['fr', 'Appuyez sur le 1 pour les ventes, le 2 pour le support', '1 2'],
    ['de', 'Für Konten drücken Sie die 1, für Karten die 2.', '1 2'],
    ['de', 'Für Konten die 1 drücken', '1'],
    ['de', 'Wählen Sie die Eins. Drücken Sie die Rautetaste.', '1 #'],
    ['de', 'Für Konten die 1, für Karten die 2 drücken', '1 2'],
    ['de', 'Für Filiale 1 drücken Sie die 2', '2'],
    ['el', 'Για κάρτες, πατήστε 1. Για λογαριασμούς πατήστε το δύο.', '1 2'],
    ['el', 'Πατήστε ένα για πωλήσεις, δύο για υποστήριξη', '1 2'],
    ['el', 'ΓΙΑ ΚΑΡΤΕΣ ΠΑΤΗΣΤΕ ΕΝΑ', '1'],
    ['it', 'Premere uno per le vendite, due per il supporto. Prema il tasto cancelletto', '1 2 #'],
    ['nl', 'Voor verkoop, toets 1. Voor service, druk op twee.', '1 2'],
    ['zh', '查询余额请按1，人工服务请按0。', '1 0'],
    ['zh', '普通话请按一，粤语请按二', '1 2'],
    ['zh', '请输入6位密码，按井号键结束', ''],
    ['zh', '返回请按星号键', '*'],
    ['zh', '请按任意键', ''],
    ['zh', '查询请按１号键', '1'],
    ['ja', '残高照会は1を、振込は2を押してください。', '1 2'],
    ['ja', 'オペレーターをご希望の方は0を押してください', '0'],
    ['ja', '1番を押してください。シャープを押してください', '1 #'],
    ['ja', '暗証番号4桁を入力し、最後に#を押してください', ''],
    ['ja', '英語は２番のキーを押してください', '2'],
    ['ja', '1または2を押してください', '1 2'],
  ]);
});

describe('prompts that can not be judged', () => {
  const rows: readonly Row[] = [
    ['en', 'By pressing 1 you agree. You pressed 2.', '1'],

    ['en', 'Rate us between 1 and 5', ''],
    ['en', 'Press a number from 5 to 1.', ''],
    ['en', 'Rate us from 1 to 5', ''],
    ['en', 'Press 1 to 5 to rate', ''],
    ['en', 'Sales 1, support 2', ''],
    ['en', 'Hello {{name}}, press 1', '1'],
    ['zh', '账户查询请按1，信用卡2，人工0', '1'],
    ['tr', "Bakiye için 1'e basın", ''],
    ['tr', 'For English press 1', '1'],
    ['en', 'Press 1 to hear this again. 1', '1'],
    ['es', 'Para ventas, uno. Para soporte, dos.', ''],
    ['en', '1 for sales, 2 for service.', ''],
  ];
  test.each(rows)('%s: %s', (language, text, keys) => {
    expect({ keys: heard(text, language), certain: spokenKeys(text, language).certain }).toEqual({
      keys,
      certain: false,
    });
  });
});

describe('the place of a spoken key', () => {
  test('is that of the digit or the word itself, also behind speech markup', () => {
    const text = 'Press <say-as interpret-as="digits">1</say-as>, or the pound key; oprima el dos.';
    const { keys } = spokenKeys(text, 'en');
    expect(keys.map(({ key, start, end }) => [key, text.slice(start, end)])).toEqual([
      ['1', '1'],
      ['#', 'pound'],
      ['2', 'dos'],
    ]);
    expect(keys.map(({ language }) => language)).toEqual(['en', 'en', 'es']);
  });

  test('lies inside the text, and keys stand in reading order, whatever the text', () => {
    const words = fc.constantFrom(
      'press',
      'oprima',
      'drücken',
      '按',
      '押して',
      'を',
      '1',
      '２',
      'one',
      'to',
      'for',
      'or',
      ',',
      '.',
      '\n',
      '<b',
      '>',
      '{{',
      '}}',
      '$.',
      '*',
      '#',
      '12',
      '800-555',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 40 }),
        fc.constantFrom('en', 'de', 'zh', 'ja', 'tr'),
        (parts, language) => {
          const text = parts.join(' ');
          let last = 0;
          for (const { start, end, key } of spokenKeys(text, language).keys) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(key).toMatch(/^[0-9*#]{1,8}$/);
            last = end;
          }
        },
      ),
    );
  });
});

describe('hostile prompts', () => {
  test.each(['the ', 'or ', '1 ', '1, ', 'press ', 'for ', '<', '{', '$.', '按', '一', '1-', 'a'])(
    'a text of %j, 200,000 characters long, is read in the time of its length',
    (unit) => {
      const text = `press ${unit.repeat(200_000 / unit.length)} 1`;
      spokenKeys(text, 'en');
    },
  );
});
