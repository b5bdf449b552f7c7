import type { LogMapping } from './mapping.ts';
import type { MappedReject } from './mapped-reject.ts';
import { meaningOf, type MeaningOf } from './meaning-of.ts';
import { blamedColumn, textOf, type FieldOf, type TextOf } from './text-of.ts';
import { timeReader, type TimeReader } from './time-reader.ts';

/** Seconds, or hours, minutes and seconds with colons between them, in milliseconds. */
function secondsIn(text: string, decimal: '.' | ','): number | undefined {
  const plain = decimal === ',' ? text.replace(',', '.') : text;
  const [, hours, minutes, seconds] =
    /^(\d{1,3}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/.exec(plain) ?? [];
  if (hours !== undefined)
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(plain) ? Math.round(Number(plain) * 1000) : undefined;
}

/** Finds the text of a moment in a row. */
export const timeText = (time: LogMapping['at']): TextOf => {
  if (typeof time === 'string') return (field) => field(time);
  return 'columns' in time ? textOf({ columns: time.columns }) : textOf(time.column);
};
/** How the text of a moment is read. */
export const timeOptions = (time: LogMapping['at']): Exclude<LogMapping['at'], string> =>
  typeof time === 'string' ? { column: time } : time;

/** How the end of a visit is told: by a word, and by a length or a moment. */
export interface VisitEnding {
  readonly meaningOf: MeaningOf;
  readonly column: string;
  /** When the visit ends, by its row and its beginning. */
  readonly endOf: (field: FieldOf, at: number) => number | MappedReject;
}

/** Makes what finds the end of visits; nothing where a row is only a beginning. */
export async function endingOf(mapping: LogMapping): Promise<VisitEnding | undefined> {
  const { exit, seconds, until, decimal = '.', at } = mapping;
  if (exit === undefined) return undefined;
  const untilReader: TimeReader | undefined =
    until === undefined
      ? undefined
      : await timeReader({ ...timeOptions(at), ...timeOptions(until) }, decimal);
  const endOf = (field: FieldOf, start: number): number | MappedReject => {
    if (seconds !== undefined) {
      const ms = secondsIn(field(seconds), decimal);
      return ms === undefined ? { column: seconds, reason: 'seconds not readable' } : start + ms;
    }
    if (until === undefined || untilReader === undefined) return start;
    const column = blamedColumn(until);
    const moment = untilReader.readAfter(timeText(until)(field), start);
    if (typeof moment === 'string') return { column, reason: moment };
    // Of two moments that the clock shows alike, a visit ends at the first that isn't before it.
    const end =
      typeof moment === 'number' ? moment : moment.first >= start ? moment.first : moment.second;
    return end < start ? { column, reason: 'ends before it begins' } : end;
  };
  return { meaningOf: meaningOf(exit), column: exit.column, endOf };
}
