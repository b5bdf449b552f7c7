import { once } from '../source/once.ts';
import { isPlain } from './is-plain.ts';

/** Its tables take a while to load, and most texts do without. */
const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * What a reader sees as the characters of a text, one by one (UAX #29), so that no accent is cut off
 * and no emoji is torn apart. Plain text goes the short way: there every unit is one.
 */
export function* graphemesOf(text: string): Generator<string> {
  if (isPlain(text)) yield* text;
  else for (const { segment } of segmenter().segment(text)) yield segment;
}
