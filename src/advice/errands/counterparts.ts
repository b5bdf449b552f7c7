import {
  edgesFrom,
  edgesInto,
  nodeOf,
  nodeOfKind,
  type CallFlow,
  type FlowEdge,
  type FlowNode,
} from '../../flow/call-flow.ts';
import { reachable } from '../../flow/reach.ts';
import { spokenLabel } from '../../prompt/spoken-label.ts';
import { promptText } from '../../prompt/prompt-text.ts';
import type { NodeId } from '../../script/names.ts';
import type { MenuOption } from '../../script/script.ts';
import { isSameLanguage } from '../../walk/languages.ts';
import type { ChosenOption } from './errand.ts';
import { nodeSubject } from './node-subject.ts';
import { remembering } from './remembering.ts';

/** Where the things of one script are in another. */
export interface Counterparts {
  /** The nodes that are what a node of the script was: by its id, else by what it is; none where it is gone. */
  readonly nodes: (id: NodeId) => readonly NodeId[];
  /**
   * The edges by which callers who look for that option get to this goal in the other script; none where
   * only options for others lead there, nothing where the goal is behind no option at all.
   */
  readonly choices: (by: ChosenOption, goal: NodeId) => readonly FlowEdge[] | undefined;
  /** The edges that are what an edge of the script was. */
  readonly ways: (edge: FlowEdge) => readonly FlowEdge[];
}

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

/** Kinds that end a way between an option and what it leads to. */
const places = new Set<FlowNode['kind']>(['menu', 'queue', 'transfer', 'voicemail', 'callback']);

/** The options, in menus that callers come to, from which a call gets to one of these nodes without another menu or queue between. */
function optionsTo(flow: CallFlow, goals: readonly NodeId[]): readonly FlowEdge[] {
  const reached = reachable(flow);
  const seen = new Set<NodeId>(goals);
  const found: FlowEdge[] = [];
  for (const id of seen) {
    for (const edge of edgesInto(flow, id)) {
      if (!reached.has(edge.from)) continue;
      if (edge.option !== undefined && edge.does === undefined) found.push(edge);
      const kind = nodeOf(flow, edge.from)?.kind;
      if (kind !== undefined && !places.has(kind)) seen.add(edge.from);
    }
  }
  return found;
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

/** Finds the things of `was` in `is`, which may be the same flow. Answers are remembered. */
export function counterpartsOf(was: CallFlow, is: CallFlow): Counterparts {
  const bySubject = new Map<string, NodeId[]>();
  for (const { id, node } of is.nodes) {
    const subject = nodeSubject(node);
    if (subject === undefined) continue;
    const others = bySubject.get(subject);
    if (others === undefined) bySubject.set(subject, [id]);
    else others.push(id);
  }
  const nodesKnown = remembering<readonly NodeId[]>();
  const nodes = (id: NodeId): readonly NodeId[] =>
    nodesKnown(id, () => {
      const old = nodeOf(was, id);
      const same = nodeOf(is, id);
      const subject = old === undefined ? undefined : nodeSubject(old.node);
      const alike = subject === undefined ? [] : (bySubject.get(subject) ?? []);
      const isKept = same !== undefined && same.kind === old?.kind;
      if (isKept && (alike.length === 0 || alike.includes(same.id))) return [same.id];
      return alike;
    });

  const labelKnown = new Map<MenuOption, string>();
  const label = (flow: CallFlow, option: MenuOption): string => {
    const known = labelKnown.get(option) ?? labelOf(flow, option);
    labelKnown.set(option, known);
    return known;
  };
  const reasons = new Set<string>();
  const labels = new Set<string>();
  for (const { node } of was.nodes) {
    for (const option of node.kind === 'menu' ? node.options : []) {
      if (option.reason !== undefined) reasons.add(option.reason);
      labels.add(label(was, option));
    }
  }
  labels.delete('');

  const reachKnown = remembering<readonly FlowEdge[]>();
  const choicesKnown = remembering<readonly FlowEdge[] | undefined>();
  const optionIn = (edge: FlowEdge) => optionOf(is, edge);
  /** Whether an option is called what no option of the script was called: it may be any of them anew. */
  const isNew = (edge: FlowEdge): boolean => {
    const option = optionIn(edge);
    return (
      option !== undefined &&
      !(option.reason !== undefined && reasons.has(option.reason)) &&
      !labels.has(label(is, option))
    );
  };
  const alike = (
    candidates: readonly FlowEdge[],
    { menu, option: position }: ChosenOption,
  ): readonly FlowEdge[] => {
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

  return {
    nodes,
    choices: (by, goal) =>
      choicesKnown(`${by.menu} ${by.option} ${goal}`, () => {
        const leading = reachKnown(goal, () => optionsTo(is, nodes(goal)));
        return leading.length === 0 ? undefined : alike(leading, by);
      }),
    ways: ({ from, to, trigger, value, option, does }) =>
      nodes(from).flatMap((id) => {
        const there = new Set<NodeId>([...nodes(to)]);
        const edges = edgesFrom(is, id).filter((edge) => there.has(edge.to) && edge.does === does);
        return option === undefined
          ? edges.filter((edge) => edge.trigger === trigger && edge.value === value)
          : alike(
              edges.filter((edge) => edge.option !== undefined),
              { menu: from, option },
            );
      }),
  };
}
