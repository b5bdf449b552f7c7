import {
  optional,
  plainEither,
  plainInteger,
  plainNumber,
  plainShape,
  plainTable,
  plainText,
  plainTextThat,
  plainWords,
  type PlainReader,
} from '../source/plain-reader.ts';
import { fieldOf } from '../source/tree.ts';
import { isName, type CalendarId, type NodeId, type QueueId } from './names.ts';
import {
  durationPattern,
  keyPattern,
  languagePattern,
  secondsOf,
  type Language,
  type Unknown,
} from './values.ts';
import type { MenuOption } from './script.ts';

// What `value-schemas.ts` and `name-schemas.ts` let through, read from a tree.

export const plainName = plainTextThat<string>(isName);
export const plainNodeId = plainTextThat<NodeId>(isName);
export const plainQueueId = plainTextThat<QueueId>(isName);
export const plainCalendarId = plainTextThat<CalendarId>(isName);

const isLanguage = (text: string): boolean => languagePattern.test(text);

export const plainLanguage = plainTextThat<Language>(isLanguage);

export const plainUnknown = plainShape<Unknown>({ unknown: plainText });

const plainSeconds = plainNumber(0);

export const plainDuration: PlainReader<number> = (tree) => {
  const written = plainText(tree);
  if (written === undefined) return plainSeconds(tree);
  return durationPattern.test(written) ? secondsOf(written) : undefined;
};

const plainDigit = plainInteger(0, 9);

export const plainKey: PlainReader<string> = (tree) => {
  const written = plainText(tree);
  if (written !== undefined) return keyPattern.test(written) ? written : undefined;
  return plainDigit(tree)?.toString();
};

const inAnyLanguage = <Value>(
  value: PlainReader<Value>,
): PlainReader<Value | Readonly<Record<Language, Value>>> =>
  plainEither(value, plainTable<Language, Value>(isLanguage, value));

const texts = plainTable<Language, string>(isLanguage, plainText);

type ReadPrompt = NonNullable<MenuOption['say']>;

const recording = plainShape<Extract<ReadPrompt, { readonly recording: unknown }>>({
  recording: inAnyLanguage(plainWords),
  length: optional(inAnyLanguage(plainDuration)),
  text: optional(inAnyLanguage(plainText)),
});
const unknown = plainShape<Extract<ReadPrompt, { readonly unknown: unknown }>>({
  unknown: plainText,
  text: optional(inAnyLanguage(plainText)),
});

export const plainPrompt: PlainReader<ReadPrompt> = (tree) => {
  if (tree.kind !== 'map') {
    const text = plainText(tree);
    return text === undefined ? undefined : { text };
  }
  // Neither of these is the tag of a language, so one reader at most takes it.
  if (fieldOf(tree, 'recording') !== undefined) return recording(tree);
  if (fieldOf(tree, 'unknown') !== undefined) return unknown(tree);
  const text = texts(tree);
  return text === undefined ? undefined : { text };
};
