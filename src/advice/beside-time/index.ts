import type { ChangeKind } from '../change.ts';
import { proposeAgentKeys } from './agent-keys.ts';
import type { Help, HelpFacts } from './help.ts';
import { proposeKnownCallers } from './known-callers.ts';
import { proposeLanguagesOfCallers } from './languages-of-callers.ts';
import { proposeLanguagesOfNumbers } from './languages-of-numbers.ts';
import { proposeTimeOuts } from './time-outs.ts';
import { proposeWaitOffers } from './wait-offers.ts';

const proposers: readonly {
  readonly kind: ChangeKind;
  readonly propose: (facts: HelpFacts) => readonly Help[];
}[] = [
  { kind: 'skip-question', propose: proposeLanguagesOfNumbers },
  { kind: 'skip-question', propose: proposeLanguagesOfCallers },
  { kind: 'skip-question', propose: proposeKnownCallers },
  { kind: 'time-out', propose: proposeTimeOuts },
  { kind: 'agent-key', propose: proposeAgentKeys },
  { kind: 'wait-offer', propose: proposeWaitOffers },
];

/** What helps callers besides shorter menus. */
export function proposeHelp(facts: HelpFacts, kinds: ReadonlySet<ChangeKind>): readonly Help[] {
  return proposers.flatMap(({ kind, propose }) => (kinds.has(kind) ? propose(facts) : []));
}
