import type { FlowNode } from '../../flow/call-flow.ts';
import { defaultSpeechFigures } from '../../prompt/speech-figures.ts';
import { languageShares, type LanguageShare } from '../../replay/language-shares.ts';
import { optionLabel } from '../../script/option-label.ts';
import type { InsightInput } from '../insight.ts';
import { heardParts, type HeardNode } from './heard-parts.ts';
import { hearingsOf, type Hearings } from './hearings.ts';

/** A node that calls came to, with the hearings of its prompt. */
export interface TimedNode {
  readonly node: FlowNode;
  readonly hearings: readonly Hearings[];
  readonly languages: readonly LanguageShare[];
  readonly heard: HeardNode;
}

const known = new WeakMap<InsightInput['log'], readonly TimedNode[]>();

/** Every node whose prompt was heard, in script order; reckoned once for a log. */
export function timingOf({ flow, log, replay }: InsightInput): readonly TimedNode[] {
  const before = known.get(log);
  if (before !== undefined) return before;
  const hearings = hearingsOf(flow, log.dwell);
  const languages = languageShares(flow, replay);
  const timed = flow.nodes.flatMap((node): readonly TimedNode[] => {
    const own = hearings.get(node.id);
    if (own === undefined) return [];
    const shares = languages.get(node.id) ?? [{ language: flow.script.language, share: 1 }];
    const heard = heardParts(flow, node, own, shares, defaultSpeechFigures);
    return [{ node, hearings: own, languages: shares, heard }];
  });
  known.set(log, timed);
  return timed;
}

/** What people call an option: its key and its name. */
export function namedOption({ node }: FlowNode, position: number): string {
  const option = node.kind === 'menu' ? node.options[position] : undefined;
  if (option === undefined) return '';
  const label = optionLabel(option);
  return option.key === undefined || option.key === label ? label : `${option.key} ${label}`;
}

/** Stretches that are seen, of the visits that there were: the others end with the log. */
export function unseenVisits(
  { replay }: Pick<InsightInput, 'replay'>,
  timed: readonly TimedNode[],
): number {
  const visits = new Map(replay.nodes.map((node) => [node.id, node.visits]));
  return timed.reduce((sum, { node, hearings }) => {
    const seen = hearings.reduce(
      (total, { again, times }) => total + (again === undefined ? times : 0),
      0,
    );
    return sum + Math.max(0, (visits.get(node.id) ?? 0) - seen);
  }, 0);
}
