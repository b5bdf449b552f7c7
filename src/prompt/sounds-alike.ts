import type { SpokenLabel } from './spoken-label.ts';

/** Articles, possessives and ways to lead up to what an option is about: callers don't listen to them. */
const quiet = new Set(
  (
    'a an the my your our for to if you please would like want wish need about with regarding press ' +
    'el la los las un una su sus para si desea por favor de del sobre o os as uma seu sua seus suas deseja ' +
    'le les des du une votre vos pour souhaitez der die das den dem ein eine einen ihr ihre ihren für zu zum zur ' +
    'wenn sie möchten fragen il lo i gli per het een uw voor το τον την τη τα τις τους του της των σασ για αν θελετε'
  )
    .split(' ')
    .map((word) =>
      word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replaceAll('ς', 'σ'),
    ),
);

/** Two forms of a word that a caller takes for one: the plural, nothing else. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 4 && (long === `${short}s` || long === `${short}es` || long === `${short}en`)
  );
}

const contents = new WeakMap<SpokenLabel, readonly string[]>();

/** The words that callers listen for; each label is compared with all others of its menu. */
function content(label: SpokenLabel): readonly string[] {
  const known = contents.get(label);
  if (known !== undefined) return known;
  const words = label.words.filter((word) => !quiet.has(word));
  contents.set(label, words);
  return words;
}

/**
 * True when callers can't tell two options apart by ear: the same words in the same order, but for
 * articles, plurals, and how they lead up to it (`for a bill`, `if you want bills`). One word more or
 * another (`for lost cards`) tells them apart. False where nothing but such words is left.
 */
export function soundsAlike(a: SpokenLabel, b: SpokenLabel): boolean {
  if (a.hasGap || b.hasGap) return false;
  const [one, other] = [content(a), content(b)];
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every((word, index) => isSameWord(word, other[index] ?? ''))
  );
}
