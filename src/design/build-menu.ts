import { optionsUnpaused, rankAt, type MenuProblem } from '../optimise/menu-problem.ts';
import { isCategory, leavesOf, type MenuTree } from '../optimise/menu-tree.ts';
import type { Language } from '../script/values.ts';
import type { DesignedMenu, DesignedOption, OptionWords } from './design.ts';
import type { Labels } from './label-seconds.ts';
import { optionText } from './option-text.ts';
import { textsIn, type WantedReason } from './wanted-reason.ts';

/** What a tree of numbers becomes a menu with. */
export interface MenuParts {
  readonly problem: MenuProblem;
  readonly reasons: readonly WantedReason[];
  readonly languages: readonly Language[];
  readonly labels: Labels;
}

/** Keys rise with the places; a pinned option keeps its own. */
const keyAt = (index: number, pinned: number | undefined): string =>
  String(Math.max(pinned ?? 0, index + 1));

/** A tree with names, keys, texts, calls, and the seconds it takes to have chosen each option. */
export function buildMenu(parts: MenuParts, tree: MenuTree, depth = 1, before = 0): DesignedMenu {
  const { problem, reasons, languages, labels } = parts;
  const { header, entry, press, pause } = problem.constants;
  const gap = tree.length > optionsUnpaused(problem) ? pause : 0;
  let heard = before + header + entry;
  const options = tree.map((item, index): DesignedOption => {
    const isMenu = isCategory(item);
    const leaves = isMenu ? leavesOf(item).toSorted((a, b) => a - b) : [item];
    const place = isMenu ? undefined : problem.leaves[item]?.place;
    const key = keyAt(index, place);
    const said = isMenu
      ? typeof problem.categorySeconds === 'number'
        ? problem.categorySeconds
        : problem.categorySeconds(leaves, rankAt(depth))
      : (problem.leaves[item]?.seconds ?? 0);
    heard += said + gap;
    const seconds = heard + press;
    const calls = leaves.reduce((sum, leaf) => sum + (reasons[leaf]?.calls ?? 0), 0);
    const reason = isMenu ? undefined : reasons[item];
    const words = languages.map((language): OptionWords => {
      const label = isMenu
        ? labels.categoryName(language, leaves, rankAt(depth))
        : ((reason && textsIn(reason, language)?.label) ?? '');
      return { language, label, text: optionText(language, label, key) ?? label };
    });
    const facts = { key, words, calls, seconds };
    if (reason !== undefined) return { ...facts, leadsTo: 'reason', reason };
    const menu = isMenu ? buildMenu(parts, item, depth + 1, seconds) : { options: [] };
    return { ...facts, leadsTo: 'menu', menu };
  });
  return { options };
}
