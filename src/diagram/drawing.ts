import type { RowIcon } from './row-icons.ts';
import type { Tone } from './theme.ts';
import type { CardKind } from './words.ts';
import type { Severity } from '../source/finding.ts';
import type { Way } from './fold-exits.ts';
import type { Language } from '../script/values.ts';

/** One line of text, cut to the room it has; places are relative to what it belongs to. */
export interface DrawnText {
  readonly text: string;
  /** Said more quietly after the text, in the same line. */
  readonly note: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: Tone;
  readonly language: Language;
  /** The width that it must not exceed in any font, in pixels. */
  readonly room: number;
}

export interface DrawnRow {
  readonly y: number;
  readonly way: Way;
  /** The ways in the script of the exits that this row stands for. */
  readonly path: string;
  /** Where it leads: nothing for a loose end, several for a way back. */
  readonly targets: readonly string[];
  /** Calls that went this way. */
  readonly calls: number | undefined;
  readonly icon: RowIcon;
  readonly cap:
    { readonly x: number; readonly width: number; readonly text: DrawnText } | undefined;
  readonly bar: { readonly x: number; readonly width: number } | undefined;
  readonly sign: { readonly icon: RowIcon; readonly x: number } | undefined;
  readonly texts: readonly DrawnText[];
  /** Where a line begins at the right edge. */
  readonly port: number | undefined;
}

export interface DrawnBadge {
  readonly x: number;
  /** Numbers of the findings that it stands for. */
  readonly numbers: readonly number[];
  readonly severity: Severity;
  readonly text: DrawnText;
}

/** A letter on a disc, or a number of steps that aren't shown in an outline. */
export interface DrawnDisc {
  readonly isMore: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: DrawnText;
}

export interface DrawnPill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** How bad it is: below 8 %, below 20 %, more. */
  readonly level: 0 | 1 | 2;
  readonly text: DrawnText;
}

export interface DrawnCard {
  readonly id: string;
  readonly kind: CardKind;
  /** True for decisions by opening hours. */
  readonly hasClock: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isStranded: boolean;
  /** Calls that came here, and those that were lost here. */
  readonly calls: number | undefined;
  readonly lost: number | undefined;
  /** Title, sub-line, calls. */
  readonly texts: readonly DrawnText[];
  readonly rows: readonly DrawnRow[];
  readonly disc: DrawnDisc | undefined;
  readonly pill: DrawnPill | undefined;
  readonly badges: readonly DrawnBadge[];
  /** All of it in sentences, for readers who don't see it, and in short, for a tooltip. */
  readonly label: string;
  readonly tooltip: string;
}

export type Dash = 'solid' | 'closed' | 'noInput' | 'trouble';

interface DrawnLine {
  readonly from: string;
  /** The ways in the script of the edges that it stands for. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tone: Tone;
  readonly dash: Dash;
  readonly calls: number | undefined;
  readonly label: string;
  /** In a drawing of changes: a way that only the new menu has, or only the old one. */
  readonly change?: 'added' | 'removed' | undefined;
}

/** A line from a row of one card to another card: across to the next column, or straight down. */
export interface DrawnWire extends DrawnLine {
  readonly to: string;
  readonly direction: 'across' | 'down';
  /** Where it begins to bend. */
  readonly bend: number;
  readonly toX: number;
  readonly toY: number;
}

/** A short line that ends in a letter, or broken off. */
export interface DrawnStub extends DrawnLine {
  readonly to: string | undefined;
  readonly disc: DrawnDisc | undefined;
}

export type LegendSign =
  | { readonly sign: 'dash'; readonly dash: Dash }
  | { readonly sign: 'heat'; readonly tone: Tone; readonly width: number }
  | { readonly sign: 'badge'; readonly severity: Severity }
  | { readonly sign: 'disc' | 'more' | 'repeat' | 'back' | 'loose' | 'drop' | 'stranded' };

export interface LegendItem {
  readonly mark: LegendSign;
  readonly x: number;
  readonly y: number;
  readonly text: DrawnText;
}

/** A finding in the list: its badge around the place, and what it says beside it. */
export interface DrawnFinding {
  readonly x: number;
  readonly y: number;
  readonly severity: Severity;
  readonly number: DrawnText;
  readonly lines: readonly DrawnText[];
}

/** A flow diagram as numbers and texts: all that is needed to draw it, and nothing decided later. */
export interface Drawing {
  readonly id: string;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Title and caption of the page. */
  readonly texts: readonly DrawnText[];
  /** The upper left corner of the flow; cards, lines and headings count from there. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly headings: readonly DrawnText[];
  readonly rules: readonly {
    readonly x: number;
    readonly y: number;
    readonly toX: number;
    readonly toY: number;
  }[];
  /** Lightest traffic first, so that the main ways lie on top. */
  readonly wires: readonly DrawnWire[];
  readonly stubs: readonly DrawnStub[];
  /** In the order in which callers hear them. */
  readonly cards: readonly DrawnCard[];
  readonly legend: readonly LegendItem[];
  /** Under the legend: what isn't shown, and the heading of the list of findings. */
  readonly notes: readonly DrawnText[];
  readonly list: readonly DrawnFinding[];
}
