import type { ChangeKind } from '../change.ts';
import type { Ground } from '../ground.ts';
import { proposeFlattening } from './flatten.ts';
import { proposeGroups } from './group.ts';
import { proposeMerging } from './merge.ts';
import { proposeLifts } from './promote.ts';
import type { Proposal } from './proposal.ts';
import { proposePruning } from './prune.ts';
import { proposeOrders } from './reorder.ts';
import { proposeSkipping } from './skip-level.ts';
import { proposeFewerWords } from './words.ts';

/** Who proposes what: one function a kind, or for kinds that are found together. */
const proposers: readonly {
  readonly kinds: readonly ChangeKind[];
  readonly propose: (ground: Ground) => readonly Proposal[];
}[] = [
  { kinds: ['reorder'], propose: proposeOrders },
  { kinds: ['promote', 'move', 'duplicate'], propose: proposeLifts },
  { kinds: ['flatten'], propose: proposeFlattening },
  { kinds: ['skip-level'], propose: proposeSkipping },
  { kinds: ['merge'], propose: proposeMerging },
  { kinds: ['group'], propose: proposeGroups },
  { kinds: ['prune'], propose: proposePruning },
  { kinds: ['shorten', 'drop-filler'], propose: proposeFewerWords },
];

/** Everything of these kinds that could be changed in a script. */
export function proposeAll(ground: Ground, kinds: ReadonlySet<ChangeKind>): readonly Proposal[] {
  return proposers.flatMap(({ kinds: own, propose }) =>
    own.some((kind) => kinds.has(kind)) ? propose(ground) : [],
  );
}
