import type { FoldedExit } from './fold-exits.ts';
import type { NodeFinding } from './options.ts';
import type { Step } from './read-steps.ts';
import type { RowIcon } from './row-icons.ts';
import type { CardKind } from './words.ts';

/** One way out of a step, as a line of its card. */
export interface CardRow {
  readonly folded: FoldedExit;
  readonly key: string | undefined;
  readonly icon: RowIcon;
  readonly label: string;
  readonly note: string;
  readonly isWhen: boolean;
  /** Calls that went this way, and their share of those that came here. */
  readonly calls: number | undefined;
  readonly share: number | undefined;
  readonly percent: string;
  /** The letter of the connector, for a jump. */
  readonly letter: string | undefined;
  /** The sign behind the row. */
  readonly sign: 'repeat' | 'back' | 'down' | undefined;
}

/** Everything that a card shows, before anyone knows where it stands and how wide it is. */
export interface Card {
  readonly step: Step;
  readonly kind: CardKind;
  readonly title: string;
  readonly sub: string;
  /** Calls that came here, and as they are written. */
  readonly entered: number | undefined;
  readonly count: string;
  /** Callers lost here: how many, and their share of those that came. */
  readonly lost: { readonly calls: number; readonly share: number } | undefined;
  readonly findings: readonly NodeFinding[];
  /** Every way out; a single one that needs no row has none. */
  readonly exits: readonly CardRow[];
  readonly hasRows: boolean;
  /** The letter under which others jump here. */
  readonly letter: string | undefined;
  readonly isStranded: boolean;
  /** The step under it in the same column, for the spine. */
  readonly below: string | undefined;
  readonly height: number;
  /** How wide it wants to be. */
  readonly width: number;
}
