import type { Language } from '../../script/values.ts';
import type { DrawnText } from '../drawing.ts';
import type { CardKind } from '../words.ts';

/** One step on one way; or the ways that are too thin to be drawn, together. */
export interface DrawnBlock {
  /** Nothing for parts that are drawn as one. */
  readonly id: string | undefined;
  readonly kind: CardKind | undefined;
  readonly hasClock: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly weight: number;
  /** Whether the sign of the kind has room. */
  readonly hasIcon: boolean;
  readonly texts: readonly DrawnText[];
  /** Callers who were lost here, as a strip beside it. */
  readonly lost:
    | {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
        readonly calls: number;
      }
    | undefined;
  readonly label: string;
}

/** An icicle as numbers and texts. */
export interface IcicleDrawing {
  readonly id: string;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly texts: readonly DrawnText[];
  /** Every block before those behind it. */
  readonly blocks: readonly DrawnBlock[];
  /** Where the sign for lost callers is explained; nothing where there are none. */
  readonly legend: { readonly x: number; readonly y: number; readonly text: DrawnText } | undefined;
}
