import type * as z from 'zod';
import type { Immutable } from '../../script/script.ts';
import type { mappingSchema } from './schema.ts';

/** How a log of some other layout is read, as its mapping says. */
export type LogMapping = Immutable<z.output<typeof mappingSchema>>;
export type MappedText = NonNullable<LogMapping['value']>;
export type MappedNode = NonNullable<LogMapping['node']>;
export type MappedTime = LogMapping['at'];
export type MappedEvent = NonNullable<LogMapping['event']>;
export type MappedExit = NonNullable<LogMapping['exit']>;
/** What a word of the log means; a list where it means several events, in their order. */
export type WordMeaning = MappedExit['words'][string];
export type OneMeaning = Exclude<WordMeaning, readonly unknown[]>;

/** The events that a word means, as they are written. */
export function meaningsIn(meaning: WordMeaning): readonly OneMeaning[] {
  return Array.isArray(meaning) ? (meaning as readonly OneMeaning[]) : [meaning as OneMeaning];
}
