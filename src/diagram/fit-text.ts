import { graphemesOf } from './graphemes.ts';
import { relativeWidth, textWidth } from './text-width.ts';

/** Other fonts of the stack are wider than Arial, by up to this much in what was measured. */
export const spareRoom = 1.12;
/** DejaVu Sans Bold is wider still; it is what many machines without Arial have. */
const spareRoomBold = 1.18;

/** What the width of a text in Arial is multiplied with for the room that it needs in any font. */
export const spareFor = (bold: boolean): number => (bold ? spareRoomBold : spareRoom);

/** What a cut text ends with: a quotation is closed. */
const endOf = (text: string): string => (text.endsWith('”') ? '…”' : '…');

/**
 * As much of a text as fits into a room (in pixels, with spare room for wider fonts), with an
 * ellipsis where it was cut, and never cut inside a grapheme. Nothing fits nowhere: then it is empty.
 */
export function fitText(text: string, room: number, size: number, bold = false): string {
  if (text.length < 200 && textWidth(text, size, bold) * spareFor(bold) <= room) return text;
  const most = (room * 1000) / size / spareFor(bold);
  const mostCut = most - relativeWidth(endOf(text), bold);
  let width = 0;
  let cut = 0;
  let at = 0;
  for (const grapheme of graphemesOf(text)) {
    width += relativeWidth(grapheme, bold);
    if (width > most) return mostCut < 0 ? '' : `${text.slice(0, cut).trimEnd()}${endOf(text)}`;
    at += grapheme.length;
    if (width <= mostCut) cut = at;
  }
  return text;
}
