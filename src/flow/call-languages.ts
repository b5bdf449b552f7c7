import type { NodeId } from '../script/names.ts';
import { languagePattern, type Language } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { type CallFlow, edgesFrom, type FlowEdge, hasNode, nodeAt } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { reachable } from './reach.ts';

/** A place where a call gets its language: an entry, an option, or a case that knows it already. */
export interface LanguageChoice {
  readonly language: Language;
  /** The node that the call goes on at. */
  readonly to: NodeId;
  /** The way to what says so in the script. */
  readonly path: Path;
}

/** More languages than this are no menu's: then nothing is known. */
const mostLanguages = 30;

/** Every place where a call that comes in gets its language, in script order; entries first. */
export const languageChoices = oncePerFlow((flow): readonly LanguageChoice[] => {
  const { script } = flow;
  const entries = script.entries.flatMap(
    ({ language, start }, index): readonly LanguageChoice[] => {
      if (!hasNode(flow, start)) return [];
      const path = ['entries', index, language === undefined ? 'start' : 'language'];
      return [{ language: language ?? script.language, to: start, path }];
    },
  );
  const reached = reachable(flow);
  const asked = flow.nodes.filter(
    ({ id, kind }) => reached.has(id) && (kind === 'menu' || kind === 'branch'),
  );
  const choices = asked.flatMap(({ id, node, path }) =>
    edgesFrom(flow, id).flatMap((edge): readonly LanguageChoice[] => {
      const { to, option, trigger, value } = edge;
      if (node.kind === 'menu' && option !== undefined) {
        const language = node.options[option]?.language;
        return language === undefined
          ? []
          : [{ language, to, path: [...path, 'options', option, 'language'] }];
      }
      const isCase = node.kind === 'branch' && node.on === 'language' && trigger === 'case';
      return isCase && value !== undefined && languagePattern.test(value)
        ? [{ language: value, to, path: [...edge.path.slice(0, -1), 'when'] }]
        : [];
    }),
  );
  return [...entries, ...choices];
});

/** The ways on for calls of one language: a branch on the language has one of them. */
export function waysInLanguage(
  flow: CallFlow,
  id: NodeId,
  language: Language,
): readonly FlowEdge[] {
  const { node } = nodeAt(flow, id);
  const edges = edgesFrom(flow, id);
  if (node.kind !== 'branch' || node.on !== 'language') return edges;
  const cases = edges.filter(({ trigger }) => trigger === 'case');
  const parts = language.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const tag = parts.slice(0, length).join('-');
    const fitting = cases.find(({ value }) => value?.toLowerCase() === tag);
    if (fitting !== undefined) return [fitting];
  }
  return edges.filter(({ trigger }) => trigger !== 'case');
}

/**
 * The languages that calls may be in when they come to each node. Starts from every place that
 * gives a call its language; a branch on a language counts as one, since it may have been set where
 * the script doesn't show it. Nothing when there are too many languages to follow.
 */
export const callLanguages = oncePerFlow(
  (flow): ReadonlyMap<NodeId, ReadonlySet<Language>> | undefined => {
    const choices = languageChoices(flow);
    if (new Set(choices.map(({ language }) => language)).size > mostLanguages) return undefined;
    const found = new Map<NodeId, Set<Language>>();
    const waiting: [NodeId, Language][] = choices.map(({ to, language }) => [to, language]);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [here, language] = next;
      const known = found.get(here) ?? new Set<Language>();
      if (known.has(language)) continue;
      found.set(here, known.add(language));
      const { node } = nodeAt(flow, here);
      for (const { to, option } of waysInLanguage(flow, here, language)) {
        const chosen =
          node.kind === 'menu' && option !== undefined ? node.options[option]?.language : undefined;
        waiting.push([to, chosen ?? language]);
      }
    }
    return found;
  },
);
