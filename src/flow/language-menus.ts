import { isSameLanguage } from '../prompt/same-language.ts';
import type { NodeId } from '../script/names.ts';
import { isUnknown, type Language } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { type CallFlow, edgesFrom, nodeAt, nodeOf, nodeOfKind } from './call-flow.ts';
import { isLanguageMenu } from './main-menus.ts';

interface KeyedOption {
  readonly key: string;
  readonly path: Path;
}

/** Two menus that are one menu in two languages. */
export interface MenuPair {
  readonly menu: NodeId;
  readonly language: Language;
  readonly other: NodeId;
  readonly otherLanguage: Language;
  readonly menuPath: Path;
  /** For each thing that the other menu offers, where it is offered there, and here if at all. */
  readonly options: readonly {
    readonly its: KeyedOption;
    readonly mine: KeyedOption | undefined;
  }[];
}

/** Farther than this a menu isn't the first behind a choice. */
const mostSteps = 20;

/** The one menu that a call comes to from a node, with only announcements between. */
function menuBehind(flow: CallFlow, from: NodeId): NodeId | undefined {
  let here = from;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const { kind } = nodeAt(flow, here);
    if (kind === 'menu') return here;
    const [way] = edgesFrom(flow, here);
    if (kind !== 'announcement' || way === undefined) return undefined;
    here = way.to;
  }
  return undefined;
}

/** What the options of a menu are for, so far as another menu's can be for the same. */
function purposes(flow: CallFlow, id: NodeId): ReadonlyMap<string, KeyedOption> {
  const menu = nodeOfKind(flow, id, 'menu');
  const found = new Map<string, KeyedOption>();
  menu?.options.forEach(({ key, reason, to, role, language, do: does }, index) => {
    if (key === undefined || does !== undefined || language !== undefined) return;
    const target = to === undefined ? undefined : nodeOf(flow, to)?.node;
    const queue = target?.kind === 'queue' && !isUnknown(target.queue) ? target.queue : undefined;
    const purpose = reason ?? (role === 'language' ? undefined : (role ?? queue ?? to));
    if (purpose === undefined || found.has(purpose)) return;
    found.set(purpose, { key, path: ['nodes', id, 'options', index, 'key'] });
  });
  return found;
}

/** Shared by this part of the options, two menus are the same one in two languages. */
const sameShare = 0.5;

function pairOf(
  flow: CallFlow,
  one: { readonly menu: NodeId; readonly language: Language },
  other: { readonly menu: NodeId; readonly language: Language },
): MenuPair | undefined {
  const [mine, its] = [purposes(flow, other.menu), purposes(flow, one.menu)];
  const shared = [...its.keys()].filter((purpose) => mine.has(purpose)).length;
  if (shared < 2 || shared < its.size * sameShare) return undefined;
  return {
    menu: other.menu,
    language: other.language,
    other: one.menu,
    otherLanguage: one.language,
    menuPath: ['nodes', other.menu],
    options: [...its].map(([purpose, option]) => ({ its: option, mine: mine.get(purpose) })),
  };
}

/**
 * Menus behind a choice of language that are the same menu in two languages: at least two options,
 * and half of those of the first, are for the same contact reason, queue or node. The first language
 * of each choice is what the others are compared with.
 */
export function languageMenus(flow: CallFlow): readonly MenuPair[] {
  return flow.nodes.flatMap(({ id, node }): readonly MenuPair[] => {
    const isChoice = node.kind === 'menu' && isLanguageMenu(node);
    const isBranch = node.kind === 'branch' && node.on === 'language';
    if (!isChoice && !isBranch) return [];
    const behind = edgesFrom(flow, id).flatMap(({ to, option, trigger, value }) => {
      const language =
        node.kind === 'menu'
          ? node.options[option ?? -1]?.language
          : trigger === 'case'
            ? value
            : flow.script.language;
      const menu = menuBehind(flow, to);
      return language === undefined || menu === undefined ? [] : [{ menu, language }];
    });
    const [first, ...others] = behind;
    if (first === undefined) return [];
    return others.flatMap((other) => {
      if (other.menu === first.menu || isSameLanguage(other.language, first.language)) return [];
      return pairOf(flow, first, other) ?? [];
    });
  });
}
