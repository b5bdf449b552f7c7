import type { DrawnText } from '../drawing.ts';
import { metrics } from '../card-metrics.ts';
import { writeText } from '../write-text.ts';
import type { ChangeSign } from './change-marks.ts';

/** A sign on a disc, around its middle. */
export interface DrawnChange {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly sign: ChangeSign | 'moved';
  readonly text: DrawnText;
}

const glyphs = { added: '+', removed: '−', changed: '~' } as const;

/** The sign of what became of a part. */
export function changeAt(sign: ChangeSign, x: number, y: number, radius: number): DrawnChange {
  const size = radius * 1.6;
  const text = writeText(glyphs[sign], ['en'], {
    x: 0,
    y: size * 0.36,
    size,
    room: 2 * radius,
    bold: true,
    anchor: 'middle',
  });
  return { x, y, radius, sign, text };
}

/** The cap of a moved key, for the legend. */
export function capAt(x: number, y: number): DrawnChange {
  const text = writeText('4→1', ['en'], {
    x: 8,
    y: 3.7,
    size: metrics.key,
    room: 30,
    bold: true,
    anchor: 'middle',
  });
  return { x, y, radius: 7, sign: 'moved', text };
}
