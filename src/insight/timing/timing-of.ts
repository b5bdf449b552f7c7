import type { FlowNode } from '../../flow/call-flow.ts';
import { defaultSpeechFigures, type SpeechFigures } from '../../prompt/speech-figures.ts';
import { languageShares, sharesOf, type LanguageShare } from '../../replay/language-shares.ts';
import { choiceKey, pathLanguages } from '../../replay/path-languages.ts';
import { optionLabel } from '../../script/option-label.ts';
import { plural } from '../../source/plural.ts';
import type { InsightInput } from '../insight.ts';
import { decisionsAt, type Decisions } from './decisions.ts';
import { heardParts, type HeardNode } from './heard-parts.ts';
import { hearingsOf, type Hearings } from './hearings.ts';

/** A node that calls came to, with the hearings of its prompt. */
export interface TimedNode {
  readonly node: FlowNode;
  readonly hearings: readonly Hearings[];
  readonly languages: readonly LanguageShare[];
  readonly heard: HeardNode;
  /** Nothing for a node that is no menu. */
  readonly decisions: Decisions | undefined;
}

/** Every node whose prompt was heard, in script order, with what is said when under these figures. */
export function timeNodes(
  { flow, log, replay }: Pick<InsightInput, 'flow' | 'log' | 'replay'>,
  figures: SpeechFigures,
): readonly TimedNode[] {
  const hearings = hearingsOf(flow, log.dwell);
  const languages = languageShares(flow, replay);
  const { choices } = pathLanguages(flow, replay.paths);
  return flow.nodes.flatMap((node): readonly TimedNode[] => {
    const own = hearings.get(node.id);
    if (own === undefined) return [];
    const shares = languages.get(node.id) ?? [{ language: flow.script.language, share: 1 }];
    const heard = heardParts(flow, node, own, shares, figures);
    const ofOption = (option: number) => {
      const counts = choices.get(choiceKey(node.id, option));
      return counts === undefined ? shares : sharesOf(counts);
    };
    const decisions = decisionsAt(flow, node, own, { shares, ofOption }, figures);
    return [{ node, hearings: own, languages: shares, heard, decisions }];
  });
}

const known = new WeakMap<InsightInput['log'], readonly TimedNode[]>();

/** The same under the usual figures, reckoned once for a log. */
export function timingOf(input: InsightInput): readonly TimedNode[] {
  const timed = known.get(input.log) ?? timeNodes(input, defaultSpeechFigures);
  known.set(input.log, timed);
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

/** What to mind where the log names no numbers and entries speak several languages. */
export function languageNotes({
  flow,
  replay,
}: Pick<InsightInput, 'flow' | 'replay'>): readonly string[] {
  const { assumed } = pathLanguages(flow, replay.paths);
  return assumed === 0
    ? []
    : [
        `The number dialled of ${plural(assumed, 'call')} is unknown, and entries speak several languages: these calls are assumed to begin in ${flow.script.language}, if an entry does.`,
      ];
}
