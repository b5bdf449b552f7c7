import { baseLanguage } from '../prompt/same-language.ts';
import type { Language } from '../script/values.ts';

/** What a menu says in one language. `{label}` and `{key}` stand for what is filled in. */
export interface DesignPhrases {
  readonly option: string;
  /** A label that begins with one of these words brings its own beginning: "To pay a bill". */
  readonly leads: readonly string[];
  /** How an option ends that brings its own beginning. */
  readonly press: string;
  readonly and: string;
  readonly comma: string;
  /** What stands for further things in a list that would be too long. */
  readonly more: string;
  /** Asks for this language itself. */
  readonly language: string;
  readonly person: string;
  readonly noInput: string;
  readonly noMatch: string;
  readonly wait: string;
  readonly message: string;
  readonly goodbye: string;
}

/** Written for this project. What an option asks for comes first, its key last, as W3C's COGA notes advise. */
const phrases: Readonly<Record<string, DesignPhrases>> = {
  en: {
    option: 'For {label}, press {key}.',
    leads: ['for', 'to', 'if'],
    press: '{label}, press {key}.',
    ...{ and: ' and ', comma: ', ', more: 'more' },
    language: 'For English, press {key}.',
    person: 'To speak to someone, press {key}.',
    noInput: "We didn't hear a key.",
    noMatch: 'That key has no use here.',
    wait: 'Please hold while we connect you.',
    message: 'We can’t take your call now. Please leave your name, your number and a message.',
    goodbye: 'Thank you for calling. Goodbye.',
  },
  es: {
    option: 'Para {label}, marque {key}.',
    leads: ['para', 'si'],
    press: '{label}, marque {key}.',
    ...{ and: ' y ', comma: ', ', more: 'más' },
    language: 'Para español, marque {key}.',
    person: 'Para hablar con una persona, marque {key}.',
    noInput: 'No hemos recibido ninguna tecla.',
    noMatch: 'Esa tecla no tiene uso aquí.',
    wait: 'Espere mientras le conectamos.',
    message: 'Ahora no podemos atenderle. Deje su nombre, su número y un mensaje.',
    goodbye: 'Gracias por llamar. Adiós.',
  },
  pt: {
    option: 'Para {label}, digite {key}.',
    leads: ['para', 'se'],
    press: '{label}, digite {key}.',
    ...{ and: ' e ', comma: ', ', more: 'mais' },
    language: 'Para português, digite {key}.',
    person: 'Para falar com uma pessoa, digite {key}.',
    noInput: 'Não recebemos nenhuma tecla.',
    noMatch: 'Essa tecla não tem uso aqui.',
    wait: 'Aguarde enquanto transferimos.',
    message: 'Agora não podemos atender. Deixe o seu nome, o seu número e uma mensagem.',
    goodbye: 'Obrigado por ligar. Até logo.',
  },
  fr: {
    option: 'Pour {label}, tapez {key}.',
    leads: ['pour', 'si'],
    press: '{label}, tapez {key}.',
    ...{ and: ' et ', comma: ', ', more: 'autres sujets' },
    language: 'Pour le français, tapez {key}.',
    person: "Pour parler à quelqu'un, tapez {key}.",
    noInput: "Nous n'avons reçu aucune touche.",
    noMatch: "Cette touche n'a pas d'usage ici.",
    wait: 'Veuillez patienter, nous vous mettons en relation.',
    message: 'Personne ne peut vous répondre. Laissez votre nom, votre numéro et un message.',
    goodbye: 'Merci de votre appel. Au revoir.',
  },
  de: {
    option: 'Für {label} drücken Sie die {key}.',
    leads: ['für', 'um', 'wenn'],
    press: '{label}, drücken Sie die {key}.',
    ...{ and: ' und ', comma: ', ', more: 'mehr' },
    language: 'Für Deutsch drücken Sie die {key}.',
    person: 'Um mit jemandem zu sprechen, drücken Sie die {key}.',
    noInput: 'Wir haben keine Taste erkannt.',
    noMatch: 'Diese Taste ist hier nicht belegt.',
    wait: 'Bitte warten Sie, wir verbinden Sie.',
    message: 'Wir können gerade nicht antworten. Bitte nennen Sie Namen, Nummer und Anliegen.',
    goodbye: 'Danke für Ihren Anruf. Auf Wiederhören.',
  },
  it: {
    option: 'Per {label}, prema {key}.',
    leads: ['per', 'se'],
    press: '{label}, prema {key}.',
    ...{ and: ' e ', comma: ', ', more: 'altro' },
    language: "Per l'italiano, prema {key}.",
    person: 'Per parlare con una persona, prema {key}.',
    noInput: 'Non abbiamo ricevuto nessun tasto.',
    noMatch: 'Questo tasto qui non serve.',
    wait: 'Resti in linea, la mettiamo in contatto.',
    message: 'Ora non possiamo rispondere. Lasci il suo nome, il numero e un messaggio.',
    goodbye: 'Grazie per la chiamata. Arrivederci.',
  },
  nl: {
    option: 'Voor {label}, toets {key}.',
    leads: ['voor', 'om', 'als'],
    press: '{label}, toets {key}.',
    ...{ and: ' en ', comma: ', ', more: 'meer' },
    language: 'Voor Nederlands, toets {key}.',
    person: 'Om iemand te spreken, toets {key}.',
    noInput: 'We hebben geen toets gehoord.',
    noMatch: 'Die toets heeft hier geen functie.',
    wait: 'Een ogenblik, we verbinden u door.',
    message: 'We kunnen nu niet opnemen. Spreek uw naam, uw nummer en uw bericht in.',
    goodbye: 'Bedankt voor het bellen. Tot ziens.',
  },
  el: {
    option: 'Για {label}, πατήστε {key}.',
    leads: ['για', 'αν'],
    press: '{label}, πατήστε {key}.',
    ...{ and: ' και ', comma: ', ', more: 'άλλα' },
    language: 'Για ελληνικά, πατήστε {key}.',
    person: 'Για να μιλήσετε με κάποιον, πατήστε {key}.',
    noInput: 'Δεν λάβαμε κάποιο πλήκτρο.',
    noMatch: 'Αυτό το πλήκτρο δεν ισχύει εδώ.',
    wait: 'Παρακαλώ περιμένετε, σας συνδέουμε.',
    message: 'Δεν μπορούμε να απαντήσουμε τώρα. Αφήστε όνομα, αριθμό και μήνυμα.',
    goodbye: 'Ευχαριστούμε που καλέσατε. Αντίο σας.',
  },
  zh: {
    option: '{label}，请按{key}。',
    leads: [],
    press: '{label}，请按{key}。',
    ...{ and: '和', comma: '、', more: '其他' },
    language: '普通话，请按{key}。',
    person: '人工服务，请按{key}。',
    noInput: '没有收到您的按键。',
    noMatch: '您按的键无效。',
    wait: '请稍候，正在为您转接。',
    message: '现在无法接听，请留下您的姓名、电话和留言。',
    goodbye: '感谢您的来电，再见。',
  },
  ja: {
    option: '{label}は、{key}を押してください。',
    leads: [],
    press: '{label}は、{key}を押してください。',
    ...{ and: 'と', comma: '、', more: 'その他' },
    language: '日本語は、{key}を押してください。',
    person: '担当者とお話しになる方は、{key}を押してください。',
    noInput: 'ボタンが押されませんでした。',
    noMatch: 'そのボタンは使えません。',
    wait: 'おつなぎします。お待ちください。',
    message: 'ただいま電話に出られません。お名前と電話番号とご用件をお話しください。',
    goodbye: 'お電話ありがとうございました。失礼いたします。',
  },
};

/** Languages in which a menu can be written, by their tags. */
export const designLanguages: readonly string[] = Object.keys(phrases);

/** What menus say in a language; nothing where it isn't known here. */
export function phrasesOf(language: Language): DesignPhrases | undefined {
  const base = baseLanguage(language);
  return Object.hasOwn(phrases, base) ? phrases[base] : undefined;
}
