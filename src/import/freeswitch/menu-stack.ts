import type { NodeId } from '../../script/names.ts';
import type { Place } from '../../source/source.ts';
import { elementsOf, valueIn } from '../../source/xml-tree.ts';
import type { ScriptWriter } from '../script-writer.ts';
import { attributePlace, tagPlace, type Located } from '../xml-document.ts';
import type { Library } from './library.ts';
import { readSound } from './read-sound.ts';

/** A menu that the dialplan begins, and where calls go on when it lets them go. */
export interface Beginning {
  readonly menu: string;
  readonly after: NodeId;
}

/** The menus of one script, and the ways between them that FreeSWITCH keeps on a stack. */
export interface MenuStack {
  readonly writer: ScriptWriter;
  readonly library: Library;
  readonly menus: readonly Located[];
  /** The node of a menu; a menu that isn't there keeps its name, so that the loose end is told. */
  readonly menuId: (name: string) => NodeId;
  /** Where a menu lets callers go: to the menus that lead into it, or out of the first. */
  readonly leave: (menu: string, at: Place) => NodeId;
  /** The way out of all menus at once. */
  readonly exit: (menu: string, at: Place) => NodeId;
  /** The first menu. */
  readonly top: (menu: string, at: Place) => NodeId;
  readonly isFirst: (menu: string) => boolean;
}

export const nameOf = ({ element }: Located): string => valueIn(element, 'name') ?? '';

/** The menus that an entry leads into. */
function calledBy(entry: Located): string | undefined {
  const action = valueIn(entry.element, 'action')?.toLowerCase();
  const param = valueIn(entry.element, 'param');
  if (action === 'menu-sub') return param;
  return action === 'menu-exec-app' ? /^ivr\s+(\S+)/.exec(param ?? '')?.[1] : undefined;
}

export const entriesOf = ({ source, element }: Located): readonly Located[] =>
  elementsOf(element, 'entry').map((entry) => ({ source, element: entry }));

/** All menus that callers can come to from these, each once, with the menus that lead there. */
function discover(starts: readonly string[], library: Library) {
  const menus = new Map<string, Located>();
  const parents = new Map<string, Set<string>>();
  const waiting = starts.toReversed();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const menu = library.menu(name);
    if (menu === undefined || menus.has(name)) continue;
    menus.set(name, menu);
    for (const called of entriesOf(menu).map(calledBy).toReversed()) {
      if (called === undefined || called === name) continue;
      const known = parents.get(called) ?? new Set();
      parents.set(called, known.add(name));
      waiting.push(called);
    }
  }
  return { menus, parents };
}

/** Ways back through more menus than this are not followed to their beginning. */
const mostAbove = 200;

/** The menus that a menu can have been come to from, itself included. */
function above(menu: string, parents: ReadonlyMap<string, ReadonlySet<string>>) {
  const found = new Set([menu]);
  for (const name of found) {
    if (found.size > mostAbove) break;
    for (const parent of parents.get(name) ?? []) found.add(parent);
  }
  return found;
}

/** Lays out the menus that a script's calls begin in. */
export function createMenuStack(
  writer: ScriptWriter,
  library: Library,
  beginnings: readonly Beginning[],
  named: ReadonlyMap<string, NodeId> = new Map(),
): MenuStack {
  const starts = [...new Set(beginnings.map(({ menu }) => menu))];
  const { menus, parents } = discover(starts, library);
  const ids = new Map(named);
  for (const name of menus.keys()) if (!ids.has(name)) ids.set(name, writer.freshId(name, 'menu'));
  const menuId = (name: string): NodeId => {
    const id = ids.get(name) ?? writer.freshId(name, 'menu');
    ids.set(name, id);
    return id;
  };
  const first = new Set(starts);
  const isFirst = (menu: string) => first.has(menu);

  /** One of several ways, where only the call itself knows which. */
  const ways = new Map<string, NodeId>();
  const oneOf = (candidates: ReadonlySet<NodeId>, type: string, from: string, at: Place) => {
    const [only, another] = candidates;
    if (only !== undefined && another === undefined) return only;
    const key = `${type} ${[...candidates].join(' ')}`;
    const known = ways.get(key);
    if (known !== undefined) return known;
    const id = writer.freshId(`${type}-from-${from}`, type);
    ways.set(key, id);
    const exits = [...candidates].map((to) => ({
      trigger: 'case' as const,
      when: `came from "${to}"`,
      to,
    }));
    writer.add(id, { kind: 'opaque', vendor: 'freeswitch', type, exits }, at);
    return id;
  };

  /** The first menu says goodbye before the dialplan goes on. */
  const goodbyes = new Map<string, NodeId>();
  const behind = ({ menu, after }: Beginning): NodeId => {
    const located = menus.get(menu);
    const sound = located && valueIn(located.element, 'exit-sound');
    if (located === undefined || sound === undefined) return after;
    const key = `${menu}\n${after}`;
    const known = goodbyes.get(key);
    if (known !== undefined) return known;
    const id = writer.freshId(`${menu}-exit-sound`, 'exit-sound');
    goodbyes.set(key, id);
    const say = readSound(sound, library);
    const at = attributePlace(located, 'exit-sound');
    writer.add(id, { kind: 'announcement', say, to: after, origin: [menu] }, at);
    return id;
  };
  const leadingTo = (menu: string) => above(menu, parents);
  const beginningsOf = new Map<string, Beginning[]>();
  for (const one of beginnings)
    beginningsOf.set(one.menu, [...(beginningsOf.get(one.menu) ?? []), one].slice(0, mostAbove));
  const behindAll = (reached: ReadonlySet<string>) =>
    new Set([...reached].flatMap((menu) => (beginningsOf.get(menu) ?? []).map(behind)));
  return {
    writer,
    library,
    menus: [...menus.values()],
    menuId,
    isFirst,
    leave: (menu, at) => {
      const before = [...(parents.get(menu) ?? [])].map(menuId);
      const out = behindAll(new Set([menu]));
      return oneOf(new Set([...before, ...out]), 'menu-back', menu, at);
    },
    exit: (menu, at) => oneOf(behindAll(leadingTo(menu)), 'menu-exit', menu, at),
    top: (menu, at) => {
      const tops = [...leadingTo(menu)].filter(isFirst).map(menuId);
      return oneOf(new Set(tops), 'menu-top', menu, at);
    },
  };
}

/** The place of a menu's opening tag. */
export const menuPlace = (menu: Located): Place => tagPlace(menu);
