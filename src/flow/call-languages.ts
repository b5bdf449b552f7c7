import type { NodeId } from '../script/names.ts';
import { languagePattern, type Language } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import {
  type CallFlow,
  edgesFrom,
  type FlowEdge,
  type FlowNode,
  hasNode,
  nodeAt,
} from './call-flow.ts';
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

/** The language that a way out of a node gives to a call, and the field that says so. */
function languageChosen(
  { node, path }: FlowNode,
  edge: FlowEdge,
): Omit<LanguageChoice, 'to'> | undefined {
  const { option, trigger, value } = edge;
  if (node.kind === 'menu' && option !== undefined) {
    const language = node.options[option]?.language;
    return language === undefined
      ? undefined
      : { language, path: [...path, 'options', option, 'language'] };
  }
  const isCase = node.kind === 'branch' && node.on === 'language' && trigger === 'case';
  return isCase && value !== undefined && languagePattern.test(value)
    ? { language: value, path: [...edge.path.slice(0, -1), 'when'] }
    : undefined;
}

/** Every place where a call that comes in gets its language, in script order; entries first. */
export const languageChoices = oncePerFlow((flow): readonly LanguageChoice[] => {
  const { script } = flow;
  const choices: LanguageChoice[] = [];
  script.entries.forEach(({ language, start }, index) => {
    if (!hasNode(flow, start)) return;
    const path = ['entries', index, language === undefined ? 'start' : 'language'];
    choices.push({ language: language ?? script.language, to: start, path });
  });
  const reached = reachable(flow);
  for (const flowNode of flow.nodes) {
    const { id, kind } = flowNode;
    if (!reached.has(id) || (kind !== 'menu' && kind !== 'branch')) continue;
    for (const edge of edgesFrom(flow, id)) {
      const chosen = languageChosen(flowNode, edge);
      if (chosen !== undefined) choices.push({ ...chosen, to: edge.to });
    }
  }
  return choices;
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
    const waiting: [NodeId, Language][] = [];
    const come = (to: NodeId, language: Language): void => {
      const known = found.get(to);
      if (known === undefined) found.set(to, new Set([language]));
      else if (known.has(language)) return;
      else known.add(language);
      waiting.push([to, language]);
    };
    for (const { to, language } of choices) come(to, language);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [here, language] = next;
      const { node } = nodeAt(flow, here);
      for (const { to, option } of waysInLanguage(flow, here, language)) {
        const chosen =
          node.kind === 'menu' && option !== undefined ? node.options[option]?.language : undefined;
        come(to, chosen ?? language);
      }
    }
    return found;
  },
);
