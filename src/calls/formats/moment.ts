import { parseTime } from '../parse-time.ts';
import type { RecordReason } from './log-format.ts';

/** Seconds since 1970, with a fraction or without. */
const seconds = /^\d{9,11}(?:\.\d{1,9})?$/;

/**
 * The moment that a vendor's log writes as ISO 8601 with its offset, or as seconds since 1970; in
 * milliseconds since 1970, UTC. Any other text is told why it is none.
 */
export function momentIn(text: string): number | RecordReason {
  if (text === '') return 'no time';
  return seconds.test(text) ? Math.floor(Number(text) * 1000) : parseTime(text);
}
