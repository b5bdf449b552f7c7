import { fitText, spareRoom } from './fit-text.ts';
import { textWidth } from './text-width.ts';

/**
 * A text in at most so many lines of a room (in pixels, with spare room for wider fonts), broken between
 * words; the last line ends with an ellipsis where more follows.
 */
export function wrapText(
  text: string,
  room: number,
  size: number,
  mostLines: number,
): readonly string[] {
  const lines: string[] = [];
  const words = text.split(' ');
  let line = '';
  words.forEach((word, index) => {
    if (lines.length === mostLines) return;
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) * spareRoom <= room) {
      line = longer;
      return;
    }
    if (lines.length === mostLines - 1) {
      lines.push(fitText([line, ...words.slice(index)].join(' '), room, size));
      line = '';
      return;
    }
    lines.push(fitText(line, room, size));
    line = word;
  });
  if (line !== '' && lines.length < mostLines) lines.push(fitText(line, room, size));
  return lines;
}
