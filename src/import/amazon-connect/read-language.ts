import type { Language } from '../../script/values.ts';
import type { Action } from './action.ts';
import { textBelow } from '../tree-values.ts';

/** What Amazon Connect speaks until a flow sets a voice: Joanna. */
const platformLanguage = 'en-US';

/** Voices of Amazon Polly by language. https://docs.aws.amazon.com/polly/latest/dg/available-voices.html */
const voices: Readonly<Record<Language, string>> = {
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
    'Ivy Joanna Kendra Kimberly Salli Joey Justin Kevin Matthew Ruth Stephen Danielle Gregory',
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

const languageOfVoice: ReadonlyMap<string, Language> = new Map(
  Object.entries(voices).flatMap(([language, names]) =>
    names.split(' ').map((name): [string, Language] => [name, language]),
  ),
);

/** The language that the flow sets first, by its code or by its voice; else that of the platform. */
export function readLanguage(actions: readonly Action[]): Language {
  for (const { type, parameters } of actions) {
    const code = type === 'UpdateContactData' ? textBelow(parameters, 'LanguageCode') : undefined;
    if (code !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return code;
    if (type !== 'UpdateContactTextToSpeechVoice') continue;
    const voice = textBelow(parameters, 'TextToSpeechVoice');
    const language = voice === undefined ? undefined : languageOfVoice.get(voice);
    if (language !== undefined) return language;
  }
  return platformLanguage;
}
