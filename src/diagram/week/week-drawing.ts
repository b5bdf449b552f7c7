import type { Language } from '../../script/values.ts';
import type { CoverageState } from '../../insight/week-coverage.ts';
import type { DrawnText } from '../drawing.ts';
import type { OfferedSign } from './week-words.ts';

/** A stretch of a row, in pixels from the left edge of the picture. */
export interface DrawnSpan {
  readonly x: number;
  readonly width: number;
  readonly state: CoverageState;
  readonly offered: OfferedSign | undefined;
}

/** A destination through the week. */
export interface DrawnWeekRow {
  readonly y: number;
  readonly texts: readonly DrawnText[];
  readonly spans: readonly DrawnSpan[];
  /** The whole row in sentences, for readers who don't see it. */
  readonly label: string;
}

/** A line that divides days, or hours of a day. */
export interface DrawnTick {
  readonly x: number;
  readonly isDay: boolean;
}

/** A picture of a week in numbers and texts. */
export interface WeekDrawing {
  readonly id: string;
  /** The language of its own words. */
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly texts: readonly DrawnText[];
  readonly ticks: readonly DrawnTick[];
  /** Where the rows begin and end. */
  readonly top: number;
  readonly bottom: number;
  /** Where the hours begin and end. */
  readonly left: number;
  readonly right: number;
  readonly rows: readonly DrawnWeekRow[];
  readonly legend: readonly {
    readonly sign: CoverageState | OfferedSign;
    readonly x: number;
    readonly y: number;
    readonly text: DrawnText;
  }[];
}
