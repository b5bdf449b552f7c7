import { callEventNames, type CallEventName } from '../call-event.ts';
import { meaningsIn, type LogMapping, type WordMeaning } from './mapping.ts';
import { cutOut, textOf, type FieldOf, type TextOf } from './text-of.ts';

/** An event that a word of a log means, and where its value and node are read from. */
export interface Meaning {
  readonly event: CallEventName;
  readonly value: TextOf | undefined;
  readonly node: TextOf | undefined;
}

const names: ReadonlySet<string> = new Set(callEventNames);
const isName = (word: string): word is CallEventName => names.has(word);

function meaningsOf(meaning: WordMeaning): readonly Meaning[] {
  return meaningsIn(meaning).flatMap((one) => {
    if (one === 'skip') return [];
    if (typeof one === 'string') return [{ event: one, value: undefined, node: undefined }];
    const { event, value, node } = one;
    return [
      {
        event,
        value: value === undefined ? undefined : textOf(value),
        node: node === undefined ? undefined : textOf(node),
      },
    ];
  });
}

/** The events that a word of the log means; capitals don't matter. Nothing for a word that isn't known. */
export type MeaningOf = (field: FieldOf) => readonly Meaning[] | undefined;

/** Makes what finds the meaning of a row: of a word in a column, of the event it names, or the same for all. */
export function meaningOf(
  source: NonNullable<LogMapping['event']> | NonNullable<LogMapping['exit']>,
): MeaningOf {
  if (typeof source === 'string') {
    return (field) => plainMeaning(field(source));
  }
  if ('text' in source) {
    const meanings = meaningsOf(source.text);
    return () => meanings;
  }
  const { words, others } = source;
  const known = new Map(
    Object.entries(words ?? {}).map(([word, meaning]) => [
      word.trim().toLowerCase(),
      meaningsOf(meaning),
    ]),
  );
  return (field) => {
    const word = cutOut(field(source.column), source).toLowerCase();
    return (
      known.get(word) ??
      (words === undefined ? plainMeaning(word) : undefined) ??
      (others === 'skip' ? [] : undefined)
    );
  };
}

function plainMeaning(word: string): readonly Meaning[] | undefined {
  const name = word.toLowerCase();
  return isName(name) ? meaningsOf(name) : undefined;
}
