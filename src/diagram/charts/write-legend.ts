import { roomFor } from '../card-metrics.ts';
import type { Tone } from '../theme.ts';
import { writeText } from '../write-text.ts';
import type { ChartDrawing, Mark } from './chart-drawing.ts';

/** What a colour or a sign stands for. */
export interface LegendEntry {
  readonly sign: 'box' | 'whisker' | 'range' | 'line' | 'mark';
  readonly tone: Tone;
  readonly text: string;
}

const size = 10.5;
const line = 20;

function markOf({ sign, tone }: LegendEntry, x: number, y: number): Mark {
  switch (sign) {
    case 'box':
      return { shape: 'box', x, y: y - 9, width: 16, height: 10, fill: tone };
    case 'whisker':
      return whisker(x, x + 16, y - 4, tone);
    case 'range':
      return rangeLine(x, x + 16, y - 4, tone);
    case 'mark':
      return estimateMark(x + 8, y - 4, tone);
    case 'line':
      return { shape: 'line', d: `M${x} ${y - 4}H${x + 16}`, stroke: tone, width: 2 };
  }
}

/** An interval: a line with both ends marked. */
export function whisker(from: number, to: number, y: number, stroke: Tone): Mark {
  const at = (value: number) => Math.round(value * 10) / 10;
  const d = `M${at(from)} ${y - 4}V${y + 4}M${at(from)} ${y}H${at(to)}M${at(to)} ${y - 4}V${y + 4}`;
  return { shape: 'line', d, stroke, width: 1.4 };
}

/** An estimate: a stroke across. */
export function estimateMark(at: number, y: number, stroke: Tone): Mark {
  const x = Math.round(at * 10) / 10;
  return { shape: 'line', d: `M${x} ${y - 9}V${y + 9}`, stroke, width: 2 };
}

/** What could be at most: dots behind what is known. */
export function rangeLine(from: number, to: number, y: number, stroke: Tone): Mark {
  const at = (value: number) => Math.round(value * 10) / 10;
  return { shape: 'line', d: `M${at(from)} ${y}H${at(to)}`, stroke, width: 2, dash: '2 3' };
}

/** Places a legend in lines of a width; `height` is what it takes. */
export function writeLegend(
  entries: readonly LegendEntry[],
  at: { readonly x: number; readonly y: number; readonly width: number },
): { readonly legend: ChartDrawing['legend']; readonly height: number } {
  let x = at.x;
  let y = at.y;
  const legend = entries.map((entry) => {
    const room = roomFor(entry.text, size);
    if (x > at.x && x + 22 + room > at.x + at.width) {
      x = at.x;
      y += line;
    }
    const mark = markOf(entry, x, y);
    const text = writeText(entry.text, ['en'], { x: x + 22, y, size, room, tone: 'muted' });
    x += 22 + room + 20;
    return { mark, text };
  });
  return { legend, height: entries.length === 0 ? 0 : y - at.y + line };
}
