import type { Language } from '../script/values.ts';
import { spokenKeys } from './spoken-keys.ts';

/** Words and what says the same in fewer; `^` and `$` of a word are added. */
type Cuts = readonly (readonly [words: string, shorter: string])[];

/**
 * What can be said in fewer words without another meaning: courtesies before a key, and conditions that are
 * purposes (`If you would like to hear …, press 1`: `To hear …, press 1`). Written for this project.
 */
const cuts: Readonly<Record<string, Cuts>> = {
  en: [
    ['please(?= (?:press|dial|choose|select|enter|say) )', ''],
    ["(?:if you (?:would like|want|wish|need)|if you'd like) to", 'to'],
    ['if you are calling (?:about|for)', 'for'],
    ['(?:press|dial) (?:the )?(?:number|key)(?= \\d)', 'press'],
    ['(?<=press \\d )now', ''],
    ['on your (?:telephone |phone )?keypad', ''],
  ],
  es: [
    ['por favor,?', ''],
    ['si (?:usted )?(?:desea|quiere)', 'para'],
    ['(?<=(?:marque|pulse|oprima|presione) )el número(?= \\d)', 'el'],
  ],
  pt: [
    ['por favor,?', ''],
    ['se (?:você )?(?:deseja|desejar|quiser|quer)', 'para'],
  ],
  fr: [
    ["s['’]il vous plaît,?", ''],
    ['si vous (?:souhaitez|désirez|voulez)', 'pour'],
    ['veuillez appuyer', 'appuyez'],
    ['veuillez composer', 'composez'],
    ['veuillez taper', 'tapez'],
  ],
  de: [
    ['(?<=(?:drücken|wählen) sie )bitte', ''],
    ['bitte(?= (?:drücken|wählen) )', ''],
  ],
  it: [
    ['per favore,?', ''],
    ['se (?:desidera|vuole)', 'per'],
  ],
  el: [
    ['παρακαλώ(?= (?:πατήστε|πιέστε))', ''],
    ['(?:εάν|αν) (?:επιθυμείτε|θέλετε) να', 'για να'],
  ],
};

const pattern = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');
const patterns = new Map(
  Object.entries(cuts).map(([language, list]) => [
    language,
    list.map(([words, shorter]) => [pattern(words), shorter] as const),
  ]),
);

/** Begins with a capital where the text that it replaces did. */
const capitalLike = (text: string, model: string): string =>
  /^\p{Lu}/u.test(model) ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text;

/** The keys that a text names, in order; nothing where that isn't certain. */
function keysIn(text: string, language: Language): string | undefined {
  const { keys, certain } = spokenKeys(text, language);
  return certain ? keys.map(({ key }) => key).join() : undefined;
}

/**
 * The same in fewer words; nothing where no word can be spared, where the language has no list, or where
 * the keys that it names would not surely stay the same.
 */
export function shorterText(text: string, language: Language): string | undefined {
  const list = patterns.get(language.toLowerCase().split('-')[0] ?? '');
  if (list === undefined || /[<{$]/.test(text)) return undefined;
  let shorter = text;
  for (const [words, less] of list) {
    shorter = shorter.replace(words, (found) => capitalLike(less, found));
  }
  shorter = capitalLike(
    shorter
      .replace(/ {2,}/g, ' ')
      .replace(/ (?=[,.;])/g, '')
      .trim(),
    text,
  );
  // A sentence whose first word went begins with the next.
  shorter = shorter.replace(/(?<=[.!?] )\p{Ll}/gu, (letter) => letter.toUpperCase());
  if (shorter === text || shorter.length >= text.length) return undefined;
  const keys = keysIn(text, language);
  return keys !== undefined && keys === keysIn(shorter, language) ? shorter : undefined;
}
