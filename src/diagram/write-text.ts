import type { DrawnText } from './drawing.ts';
import { fitText } from './fit-text.ts';
import { roomFor } from './card-metrics.ts';
import { textLanguage } from './text-language.ts';
import type { Language } from '../script/values.ts';

type Rest = Pick<DrawnText, 'x' | 'y' | 'size' | 'room'> &
  Partial<Pick<DrawnText, 'bold' | 'anchor' | 'tone' | 'note'>> & {
    /** Leaves the note out where all of it doesn't fit. */
    readonly isWhole?: boolean;
  };

/**
 * A line of text cut to its room. `spoken` are the languages that the author writes in; words of the
 * drawing's own are written with theirs alone.
 */
export function writeText(text: string, spoken: readonly Language[], rest: Rest): DrawnText {
  const { x, y, size, room, bold = false, anchor = 'start', tone = 'ink', note = '' } = rest;
  const fitted = fitText(text, room, size, bold);
  const separator = ' · ';
  const fitsNote = note !== '' && fitted === text;
  const left = fitsNote ? room - roomFor(fitted + separator, size, bold) : 0;
  const quiet = fitsNote ? fitText(note, left, size) : '';
  // Half a word of a note says less than none.
  const isEnough = quiet === note || (quiet.length > 7 && rest.isWhole !== true);
  const shown = fitsNote && isEnough ? `${separator}${quiet}` : '';
  const language = textLanguage(fitted, spoken);
  return {
    text: fitted,
    note: shown,
    x,
    y,
    size,
    bold,
    anchor,
    tone,
    language,
    room,
  };
}
