import type { DrawnText } from '../drawing.ts';
import type { Tone } from '../theme.ts';

/** A shape of one colour: a box, or a line along a path. */
export type Mark =
  | {
      readonly shape: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Tone;
      readonly stroke?: Tone;
    }
  | { readonly shape: 'area'; readonly d: string; readonly fill: Tone }
  | {
      readonly shape: 'line';
      readonly d: string;
      readonly stroke: Tone;
      readonly width: number;
      readonly dash?: string;
    };

/** What belongs together in a chart: a bar with its name and numbers, a second of a curve. */
export interface ChartItem {
  /** All of it in a sentence, for readers who don't see it and as a tooltip. */
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly texts: readonly DrawnText[];
}

/** A chart in numbers and texts: all that is needed to draw it. */
export interface ChartDrawing {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly texts: readonly DrawnText[];
  /** Axes and guides, behind everything. */
  readonly behind: readonly Mark[];
  readonly items: readonly ChartItem[];
  /** What the colours stand for; readers who don't see them need none of it. */
  readonly legend: readonly { readonly mark: Mark; readonly text: DrawnText }[];
}

/** What every chart may be told. */
export interface ChartOptions {
  /** Begins every id in the drawing; letters, digits and hyphens. */
  readonly id?: string | undefined;
  /** The language of the script's own words. */
  readonly language?: string | undefined;
  /** False where the page around the chart says already what it is. */
  readonly hasTitle?: boolean | undefined;
}
