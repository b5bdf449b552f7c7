import type { Change } from '../change.ts';
import type { NodeId } from '../../script/names.ts';
import type { Demand } from '../demand.ts';

/** A change, and what callers of today do with it. */
export interface Proposed {
  readonly change: Change;
  readonly demand: Demand;
}

/** Something that could be changed, with what its identity says that this saves. */
export interface Proposal {
  /** Seconds a call; exact where no pause comes or goes and everyone chooses. */
  readonly saving: number;
  /** The menu that it does no more than put in order. */
  readonly orders?: NodeId;
  /** Menus whose order it settles, besides what else it does. */
  readonly settles?: readonly NodeId[];
  /** For a new order: true when no other order that keeps the pinned places is better. */
  readonly optimal?: boolean;
  /** Makes the change; nothing where that isn't permitted or can't be done with certainty. */
  readonly make: () => Proposed | undefined;
}
