import type { Calibration, CalibratedFigure, MeasuredFigure } from '../advice/calibration.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { percent } from './numbers.ts';
import { tableLines, type Cell } from './table.ts';

const names: Readonly<Record<CalibratedFigure, string>> = {
  press: 'to decide and press',
  fullListenShare: 'hear the whole menu first',
  textTimeFactor: 'reading speed',
};

const values: Readonly<Record<CalibratedFigure, (figure: MeasuredFigure) => string>> = {
  press: ({ value, low, high }) =>
    `${value.toFixed(2)} s (${low.toFixed(2)} to ${high.toFixed(2)})`,
  fullListenShare: ({ value, low, high }) =>
    `${percent(value)} (${percent(low)} to ${percent(high)})`,
  // The faster texts are read, the less time they take: the ends of the interval change places.
  textTimeFactor: ({ value, low, high }) => {
    const words = (factor: number) => String(Math.round(160 / factor));
    return `${words(value)} words a minute (${words(high)} to ${words(Math.max(low, 0.01))})`;
  },
};

/** Each figure that was measured, in words: `to decide and press 1.47 s (1.43 to 1.51), from 2,131 presses`. */
export function measuredFigures({
  figures,
}: Calibration): readonly (readonly [string, string, string])[] {
  const told = Object.entries(figures) as [CalibratedFigure, MeasuredFigure | undefined][];
  return told.flatMap(([figure, measured]) =>
    measured === undefined
      ? []
      : [
          [
            names[figure],
            values[figure](measured),
            `from ${grouped(measured.count)} ${measured.of}`,
          ] as const,
        ],
  );
}

/** Where a calibration comes from, in a line. */
export function calibrationOrigin({ script, calls, window }: Calibration): string {
  const days =
    window === undefined ? '' : `, ${window.from.slice(0, 10)} to ${window.to.slice(0, 10)} UTC`;
  return `${plural(calls, 'call')} of ${cleanText(script)}${days}`;
}

/** What `ivr calibrate` prints for people: every figure with its interval, and those that it refuses. */
export function calibrationToText(calibration: Calibration, paint: Paint = plain): string {
  const rows = measuredFigures(calibration).map((cells): readonly Cell[] =>
    cells.map((text) => ({ text })),
  );
  const refused = calibration.refused.map(
    ({ figure, why }) => `${paint.yellow('not measured')} ${names[figure]}: ${why}`,
  );
  const lines = [
    `Calibrated on ${calibrationOrigin(calibration)}`,
    '',
    ...tableLines(rows, ['left', 'left', 'left']),
    ...refused,
    '',
    paint.dim(
      'Intervals are 95 %. What was not measured keeps its default. docs/calibrating.md says how each is measured.',
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
