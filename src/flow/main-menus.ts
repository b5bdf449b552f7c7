import type { NodeId } from '../script/names.ts';
import type { MenuOption, NodeOfKind } from '../script/script.ts';
import { type CallFlow, nodeAt, nodeOfKind } from './call-flow.ts';
import { openWays } from './open-ways.ts';

/** A call that waits or is with people has left the menus that come first. */
const behind = new Set(['queue', 'transfer', 'voicemail', 'callback', 'hangup']);

/** True for an option by which callers say what language they speak. */
export const choosesLanguage = ({ role, language }: MenuOption): boolean =>
  role === 'language' || language !== undefined;

/** True for a menu in which callers only say what language they speak. */
export function isLanguageMenu(menu: NodeOfKind<'menu'>): boolean {
  const choices = menu.options.filter((option) => option.do === undefined);
  return choices.length > 0 && choices.every(choosesLanguage);
}

/**
 * True for a menu that leads callers on by their wish: its keys lead to different places. A survey, or
 * a key to go on, leads all callers to the same.
 */
function isChoice(menu: NodeOfKind<'menu'>): boolean {
  const keyed = menu.options.filter(({ key, do: does }) => key !== undefined && does === undefined);
  return new Set(keyed.map(({ to }) => to)).size > 1;
}

/**
 * The menus that callers come to first while the place is open, in script order. A menu that only
 * asks for the language is passed, and one that leads everybody the same way: the one behind it is the
 * first to offer something.
 */
export function mainMenus(flow: CallFlow): readonly NodeId[] {
  const seen = new Set<NodeId>(flow.entries.map((entry) => entry.start));
  const waiting = [...seen];
  const found = new Set<NodeId>();
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const menu = nodeOfKind(flow, here, 'menu');
    if (menu !== undefined && !isLanguageMenu(menu) && isChoice(menu)) {
      found.add(here);
      continue;
    }
    if (behind.has(nodeAt(flow, here).kind)) continue;
    for (const { to } of openWays(flow, here)) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return flow.nodes.map(({ id }) => id).filter((id) => found.has(id));
}
