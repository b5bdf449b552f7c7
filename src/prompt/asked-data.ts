import type { Language } from '../script/values.ts';
import { plainWord } from './key-tokens.ts';
import { baseLanguage } from './same-language.ts';
import { spokenWords } from './spoken-words.ts';
import { oncePerText } from './once-per-text.ts';

/** What a prompt may ask for that must not be kept. */
export type SensitiveData = 'card-number' | 'card-code' | 'pin' | 'identity';

type Words = Readonly<Record<SensitiveData, string>> & { readonly part: string };

/**
 * Words by which prompts ask for digits that must not be kept, and (`part`) by which they ask for a
 * part only, which may be. Without accents and capitals, one of several between bars; written for
 * this project.
 */
const wordsByLanguage: Readonly<Record<string, Words>> = {
  en: {
    'card-number':
      'credit card number|debit card number|payment card number|bank card number|number of your credit card|number of your debit card|number on the front of your card|16 digit card|sixteen digit card',
    'card-code':
      'cvv|cvc|cv2|card security code|card verification|security code on the back|digits on the back of your card',
    pin: 'pin|pin number|pin code',
    identity: 'social security number|national insurance number|passport number|tax id',
    part: 'last four|last 4|last six|last 6|last digits|last three|last 3|first six|first 6',
  },
  es: {
    'card-number':
      'numero de tarjeta de credito|numero de tarjeta de debito|numero de su tarjeta de credito|numero de su tarjeta de debito|numero de la tarjeta de credito|digitos de su tarjeta',
    'card-code': 'cvv|cvc|codigo de seguridad de su tarjeta|codigo de seguridad de la tarjeta',
    pin: 'pin|nip|clave secreta|clave personal',
    identity: 'dni|nie|nif|curp|numero de seguro social|numero de seguridad social|pasaporte',
    part: 'ultimos|ultimas|primeros',
  },
  pt: {
    'card-number':
      'numero do cartao de credito|numero do seu cartao de credito|numero do cartao de debito|numero do seu cartao de debito',
    'card-code': 'cvv|cvc|codigo de seguranca do cartao|codigo de seguranca do seu cartao',
    pin: 'pin|senha',
    identity:
      'cpf|numero de contribuinte|numero de identificacao fiscal|cartao de cidadao|passaporte',
    part: 'ultimos|ultimas|primeiros|primeiras',
  },
  fr: {
    'card-number':
      'numero de carte bancaire|numero de votre carte bancaire|numero de carte de credit|numero de votre carte de credit|numero de votre carte bleue',
    'card-code': 'cvv|cvc|cryptogramme',
    pin: 'pin|code secret|code confidentiel',
    identity: 'numero de securite sociale|numero de passeport',
    part: 'derniers|premiers',
  },
  de: {
    'card-number': 'kreditkartennummer|nummer ihrer kreditkarte',
    'card-code': 'cvv|cvc|kartenprufnummer|prufziffer ihrer karte|prufnummer ihrer karte',
    pin: 'pin|geheimzahl',
    identity: 'sozialversicherungsnummer|steueridentifikationsnummer|personalausweisnummer',
    part: 'letzten|ersten',
  },
  it: {
    'card-number':
      'numero della carta di credito|numero della sua carta di credito|numero di carta di credito',
    'card-code': 'cvv|cvc|codice di sicurezza della carta',
    pin: 'pin|codice segreto',
    identity: 'codice fiscale',
    part: 'ultime|ultimi|prime',
  },
  nl: {
    'card-number': 'creditcardnummer|nummer van uw creditcard',
    'card-code': 'cvv|cvc|beveiligingscode van uw kaart',
    pin: 'pin|pincode',
    identity: 'bsn|burgerservicenummer',
    part: 'laatste|eerste',
  },
  el: {
    'card-number':
      'αριθμο τησ πιστωτικησ|αριθμο τησ χρεωστικησ|αριθμο πιστωτικησ|αριθμο τησ καρτασ πληρωμων',
    'card-code': 'cvv|cvc|κωδικο ασφαλειασ τησ καρτασ',
    pin: 'pin|μυστικο κωδικο|προσωπικο κωδικο',
    identity: 'αφμ|αμκα|αριθμο ταυτοτητασ',
    part: 'τελευταια|πρωτα',
  },
  zh: {
    'card-number': '信用卡号|信用卡號|信用卡卡号|信用卡卡號|银行卡号|銀行卡號',
    'card-code': '安全码|安全碼|cvv',
    pin: '密码|密碼',
    identity: '身份证号|身份證號|身分證',
    part: '后四位|後四位|末四位|后4位|後4位|最后四位|最後四位|后六位',
  },
  ja: {
    'card-number': 'クレジットカード番号|クレジットカードの番号',
    'card-code': 'セキュリティコード|cvv',
    pin: '暗証番号',
    identity: 'マイナンバー|個人番号',
    part: '下4桁|下四桁|下 4 桁',
  },
};

/** As the words are listed: no accents, no capitals, a blank for whatever stands between words. */
const plain = (text: string): string =>
  ` ${plainWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The words as they stand in a plain text; Chinese and Japanese put no blanks between theirs. */
function listed(words: string): readonly string[] {
  return words
    .split('|')
    .map((word) => (/^[a-zα-ω0-9]/.test(word) ? plain(word) : plain(word).trim()));
}
const kinds: readonly SensitiveData[] = ['card-number', 'card-code', 'pin', 'identity'];

/**
 * What a prompt asks callers to enter that must not be kept, as far as its words are known in the
 * language: whole card numbers, not their last four digits. Nothing for any other text.
 */
export const askedData: (text: string, language: Language) => SensitiveData | undefined =
  oncePerText(findAskedData);

function findAskedData(text: string, language: Language): SensitiveData | undefined {
  const words = Object.hasOwn(wordsByLanguage, baseLanguage(language))
    ? wordsByLanguage[baseLanguage(language)]
    : undefined;
  if (words === undefined) return undefined;
  const said = plain(spokenWords(text));
  const has = (list: string) => listed(list).some((word) => said.includes(word));
  return has(words.part) ? undefined : kinds.find((kind) => has(words[kind]));
}
