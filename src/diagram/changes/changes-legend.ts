import type { Drawing, DrawnText } from '../drawing.ts';
import { roomFor } from '../card-metrics.ts';
import type { Words } from '../words.ts';
import { writeText } from '../write-text.ts';
import { capAt, changeAt, type DrawnChange } from './drawn-change.ts';

/** What the signs mean, in lines below a drawing. */
export interface ChangesLegend {
  /** Counts from the corner of the page. */
  readonly legend: readonly { readonly mark: DrawnChange; readonly text: DrawnText }[];
  /** How high the page gets by them. */
  readonly height: number;
}

/** Explains the signs in the words of a language. */
export function changesLegend({ width, height, language }: Drawing, words: Words): ChangesLegend {
  const margin = 24;
  const size = 11;
  const [left, line] = [margin + 8, 20];
  let [x, y] = [left, height + 6];
  const legend = (['added', 'removed', 'changed', 'moved'] as const).map((sign) => {
    const told = words.changes[sign];
    const room = roomFor(told, size) + 1;
    const wide = sign === 'moved' ? 26 : 14;
    if (x > left && x + wide + room > width - margin) [x, y] = [left, y + line];
    const mark = sign === 'moved' ? capAt(x, y) : changeAt(sign, x, y, 7);
    const text = writeText(told, [language], { x: x + wide, y: y + 4, size, room, tone: 'muted' });
    x += wide + room + 22;
    return { mark, text };
  });
  return { legend, height: Math.ceil(y + 18) };
}
