import type { Language } from '../../script/values.ts';

/** Voices of Amazon Polly by language. https://docs.aws.amazon.com/polly/latest/dg/available-voices.html */
export const voices: Readonly<Record<Language, string>> = {
  'ar-AE': 'Hala Zayd',
  'ca-ES': 'Arlet',
  'cmn-CN': 'Zhiyu',
  'cs-CZ': 'Jitka',
  'cy-GB': 'Gwyneth',
  'da-DK': 'Naja Mads Sofie',
  'de-AT': 'Hannah',
  'de-CH': 'Sabrina',
  'de-DE': 'Marlene Vicki Hans Daniel',
  'en-AU': 'Nicole Olivia Russell',
  'en-GB': 'Amy Emma Brian Arthur',
  'en-IE': 'Niamh',
  'en-IN': 'Aditi Raveena Kajal',
  'en-NZ': 'Aria',
  'en-US':
    'Joanna Ivy Kendra Kimberly Salli Joey Justin Kevin Matthew Ruth Stephen Danielle Gregory',
  'en-ZA': 'Ayanda',
  'es-ES': 'Conchita Lucia Enrique Sergio',
  'es-MX': 'Mia Andres',
  'es-US': 'Lupe Penelope Miguel Pedro',
  'fi-FI': 'Suvi',
  'fr-BE': 'Isabelle',
  'fr-CA': 'Chantal Gabrielle Liam',
  'fr-FR': 'Celine Lea Mathieu Remi',
  'is-IS': 'Dora Karl',
  'it-IT': 'Carla Bianca Giorgio Adriano',
  'ja-JP': 'Mizuki Takumi Kazuha Tomoko',
  'ko-KR': 'Seoyeon',
  'nb-NO': 'Liv Ida',
  'nl-BE': 'Lisa',
  'nl-NL': 'Lotte Laura Ruben',
  'pl-PL': 'Ewa Maja Jacek Jan Ola',
  'pt-BR': 'Camila Vitoria Ricardo Thiago',
  'pt-PT': 'Ines Cristiano',
  'ro-RO': 'Carmen',
  'ru-RU': 'Tatyana Maxim',
  'sv-SE': 'Astrid Elin',
  'tr-TR': 'Filiz Burcu',
  'yue-CN': 'Hiujin',
};

/** Voices that only the neural engine has. */
const neural = new Set(
  'Hala Zayd Arlet Jitka Hannah Sabrina Olivia Niamh Kajal Aria Ayanda Suvi Isabelle Gabrielle Liam Lisa Laura Ola Elin Burcu Hiujin'.split(
    ' ',
  ),
);

/** The country that a language is spoken for where a script names none. */
const usual: Readonly<Record<string, Language>> = {
  ar: 'ar-AE',
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
  no: 'nb-NO',
  pt: 'pt-BR',
  zh: 'cmn-CN',
};

/** A voice, and the engine that it needs where that isn't the standard one. */
export interface Voice {
  readonly name: string;
  readonly engine: 'Neural' | undefined;
}

/** The voice that reads a language: of that country, else of the usual one; nothing where there is none. */
export function voiceOf(language: Language): Voice | undefined {
  const [base = ''] = language.toLowerCase().split('-');
  const tags = Object.keys(voices);
  const tag =
    tags.find((one) => one.toLowerCase() === language.toLowerCase()) ??
    usual[base] ??
    tags.find((one) => one.startsWith(`${base}-`));
  const name = tag === undefined ? undefined : voices[tag]?.split(' ')[0];
  return name === undefined ? undefined : { name, engine: neural.has(name) ? 'Neural' : undefined };
}
