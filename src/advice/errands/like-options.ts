import { nodeOfKind, type CallFlow, type FlowEdge } from '../../flow/call-flow.ts';
import { promptText } from '../../prompt/prompt-text.ts';
import { spokenLabel } from '../../prompt/spoken-label.ts';
import type { MenuOption } from '../../script/script.ts';
import { isSameLanguage } from '../../walk/languages.ts';
import type { ChosenOption } from './errand.ts';

/** Of edges that options lead along: those whose options callers would take for this one. */
export type LikeOptions = (
  candidates: readonly FlowEdge[],
  chosen: ChosenOption,
) => readonly FlowEdge[];

/** The option of a menu that an edge belongs to. */
const optionOf = (flow: CallFlow, { from, option }: FlowEdge): MenuOption | undefined =>
  option === undefined ? undefined : nodeOfKind(flow, from, 'menu')?.options[option];

/** What an option is called in the script's own language, without its key; empty where it isn't said alone. */
function labelOf(flow: CallFlow, { title, intent, say }: MenuOption): string {
  const { language } = flow.script;
  const text = promptText(say, language, language);
  const words = text === undefined ? '' : spokenLabel(text, language).words.join(' ');
  return words === '' ? (title ?? intent ?? '') : words;
}

/** Labels of options, each read once. */
function rememberedLabels(): (flow: CallFlow, option: MenuOption) => string {
  const known = new Map<MenuOption, string>();
  return (flow, option) => {
    const label = known.get(option) ?? labelOf(flow, option);
    known.set(option, label);
    return label;
  };
}

/** The first group of candidates that has any; none where no group has. */
function firstOf(
  candidates: readonly FlowEdge[],
  tests: readonly ((edge: FlowEdge) => boolean)[],
): readonly FlowEdge[] {
  for (const test of tests) {
    const found = candidates.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/** Finds the options of `was` among those of `is`: by their reason, their words, or their key. */
export function likeOptions(was: CallFlow, is: CallFlow): LikeOptions {
  const label = rememberedLabels();
  const optionIn = (edge: FlowEdge) => optionOf(is, edge);
  const reasons = new Set<string>();
  const labels = new Set<string>();
  for (const { node } of was.nodes) {
    for (const option of node.kind === 'menu' ? node.options : []) {
      if (option.reason !== undefined) reasons.add(option.reason);
      labels.add(label(was, option));
    }
  }
  labels.delete('');

  /** Whether an option is called what no option of the script was called: it may be any of them anew. */
  const isNew = (edge: FlowEdge): boolean => {
    const option = optionIn(edge);
    return (
      option !== undefined &&
      !(option.reason !== undefined && reasons.has(option.reason)) &&
      !labels.has(label(is, option))
    );
  };
  return (candidates, { menu, option: position }) => {
    const old = nodeOfKind(was, menu, 'menu')?.options[position];
    if (old === undefined) return candidates;
    const oldLabel = label(was, old);
    const { language } = old;
    const spoken =
      language === undefined
        ? candidates
        : candidates.filter((edge) => isSameLanguage(optionIn(edge)?.language ?? '', language));
    return firstOf(spoken, [
      (edge) => old.reason !== undefined && optionIn(edge)?.reason === old.reason,
      (edge) => {
        const option = optionIn(edge);
        return option !== undefined && oldLabel !== '' && label(is, option) === oldLabel;
      },
      // Where nothing names an option, the key does, as long as it leads where it led.
      (edge) =>
        edge.from === menu && optionIn(edge)?.key === old.key && optionIn(edge)?.to === old.to,
      (edge) => isNew(edge) && optionIn(edge)?.to === old.to && optionIn(edge)?.role === old.role,
      (edge) => isNew(edge) && optionIn(edge)?.to === old.to,
      isNew,
    ]);
  };
}
