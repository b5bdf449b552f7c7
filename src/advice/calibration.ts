import type { CallerTimeModel } from './caller-time-model.ts';

/** The figures of the caller-time model that a log can tell. */
export const calibratedFigures = ['press', 'fullListenShare', 'textTimeFactor'] as const;
export type CalibratedFigure = (typeof calibratedFigures)[number];

/** A figure as a log tells it, with its 95 % interval and what it was counted from. */
export interface MeasuredFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly of: 'presses' | 'prompts';
}

/** A figure that a log doesn't tell surely enough. */
export interface RefusedFigure {
  readonly figure: CalibratedFigure;
  readonly why: string;
}

/** What a log tells of the callers of a menu, for advice on it. */
export interface Calibration {
  /** The version of this form. */
  readonly calibration: 1;
  readonly script: string;
  /** First and last event of the log, ISO 8601 in UTC; nothing of an empty one. */
  readonly window?: { readonly from: string; readonly to: string } | undefined;
  readonly calls: number;
  readonly figures: Readonly<Partial<Record<CalibratedFigure, MeasuredFigure | undefined>>>;
  readonly refused: readonly RefusedFigure[];
}

/** The figures of the caller-time model that a calibration replaces. */
export function calibratedModel({ figures }: Calibration): Partial<CallerTimeModel> {
  const told = calibratedFigures.flatMap((figure) => {
    const measured = figures[figure];
    return measured === undefined ? [] : [[figure, measured.value] as const];
  });
  return Object.fromEntries(told);
}
