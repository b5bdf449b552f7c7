import type { PathStep } from '../../src/calls/variant.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { isCategory, type MenuTree, type TreeItem } from '../../src/optimise/menu-tree.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import type { Replay } from '../../src/replay/replay.ts';
import type { Random } from '../../src/walk/random.ts';
import { flowOf } from './script-of.ts';

/** What menus are made of: what callers want, and what stands around the choices. */
export interface MenuStuff {
  /** Words of each option, without its key; a number is the length of a recording. */
  readonly labels: readonly (string | number)[];
  /** How many queues there are: several options may lead to one. */
  readonly queues: number;
  readonly greeting: boolean;
  readonly bargeIn: boolean;
  readonly language: boolean;
  /** Words before the options of each menu. */
  readonly header: string;
}

const things =
  'cards balances loans transfers insurance opening hours complaints orders bills repairs'.split(
    ' ',
  );

/** Labels of options at random. */
export function randomStuff(random: Random): MenuStuff {
  const count = 3 + random.below(6);
  return {
    labels: Array.from({ length: count }, (_, index) => {
      const words = Array.from(
        { length: 1 + random.below(4) },
        () => things[random.below(10)] ?? '',
      );
      return random.chance(0.15) ? 1 + random.below(5) : `${words.join(' ')} ${'abcdefghi'[index]}`;
    }),
    queues: 1 + random.below(count),
    greeting: random.chance(0.5),
    bargeIn: random.chance(0.8),
    language: random.chance(0.3),
    header: random.chance(0.5) ? 'Main menu.' : '',
  };
}

/** A tree of menus for so many leaves, at random, each menu of at most nine. */
export function randomTree(random: Random, leaves: readonly number[]): MenuTree {
  let items: TreeItem[] = leaves.map((leaf) => leaf);
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [items[index], items[other]] = [items[other] ?? 0, items[index] ?? 0];
  }
  const times = random.below(4);
  for (let time = 0; time < times && items.length > 2; time += 1) {
    const from = random.below(items.length - 1);
    const to = from + 2 + random.below(items.length - from - 1);
    if (from === 0 && to >= items.length) continue;
    items = [...items.slice(0, from), items.slice(from, to), ...items.slice(to)];
  }
  return items;
}

/** The same stuff in a tree of menus. */
export function arrangedMenu(stuff: MenuStuff, tree: MenuTree): CallFlow {
  const { labels, queues, greeting, bargeIn, language, header } = stuff;
  const menus: { readonly id: string; readonly items: MenuTree }[] = [{ id: 'main', items: tree }];
  const lines: string[] = [];
  for (const { id, items } of menus) {
    const options = items.map((item, index) => {
      const key = index + 1;
      if (isCategory(item)) {
        const behind = `menu-${menus.length}`;
        menus.push({ id: behind, items: item });
        const words = `matters of kind ${'abcdefghijkl'[menus.length]} and others`;
        return `      - {key: "${key}", say: "For ${words}, press ${key}.", to: ${behind}}`;
      }
      const label = labels[item] ?? '';
      const say =
        typeof label === 'number'
          ? `{recording: option-${item}, length: ${label}s}`
          : `"For ${label}, press ${key}."`;
      return `      - {key: "${key}", say: ${say}, reason: r${item}, to: told-${item}}`;
    });
    lines.push(
      `  ${id}:`,
      `    kind: menu`,
      ...(header === '' || id !== 'main' ? [] : [`    say: "${header}"`]),
      `    bargeIn: ${bargeIn}`,
      `    noInput: {to: queue-0}`,
      `    options:`,
      ...options,
    );
  }
  const start = language ? 'speaks' : 'main';
  const before = [
    ...(greeting
      ? [`  hello: {kind: announcement, say: "Welcome to our line.", to: ${start}}`]
      : []),
    ...(language
      ? [
          `  speaks:`,
          `    kind: menu`,
          `    options:`,
          `      - {key: "1", say: "For English, press 1.", role: language, language: en, to: main}`,
          `      - {key: "2", say: "Para español, marque 2.", role: language, language: es, to: main}`,
        ]
      : []),
  ];
  const told = labels.map(
    (_, leaf) =>
      `  told-${leaf}: {kind: announcement, say: "${leaf % 2 === 0 ? 'Please have your number ready.' : ''}", to: queue-${leaf % queues}}`,
  );
  const ends = Array.from(
    { length: queues },
    (_, queue) => `  queue-${queue}: {kind: queue, queue: desk-${queue}, say: "Please hold."}`,
  );
  return flowOf([...before, ...lines, ...told, ...ends].join('\n'));
}

/** The keys to each leaf. */
function waysIn(tree: MenuTree): ReadonlyMap<number, readonly PathStep[]> {
  const ways = new Map<number, readonly PathStep[]>();
  const menus: {
    readonly id: string;
    readonly items: MenuTree;
    readonly way: readonly PathStep[];
  }[] = [{ id: 'main', items: tree, way: [] }];
  for (const { id, items, way } of menus) {
    items.forEach((item, index) => {
      const pressed: PathStep[] = [
        ...way,
        { event: 'enter', node: id, value: '' },
        { event: 'input', node: id, value: String(index + 1) },
      ];
      if (!isCategory(item)) ways.set(item, pressed);
      else menus.push({ id: `menu-${menus.length}`, items: item, way: pressed });
    });
  }
  return ways;
}

/** Calls for the leaves of such a menu, some of which stumble, hang up or ask for nothing. */
export function callsTo(flow: CallFlow, stuff: MenuStuff, tree: MenuTree, random: Random): Replay {
  const { labels, queues, greeting, language } = stuff;
  const step = (event: PathStep['event'], node: string, value = ''): PathStep => ({
    event,
    node,
    value,
  });
  const variants = [...waysIn(tree)].flatMap(([leaf, way]) => {
    const calls = Math.round(random.exponential(40));
    if (calls === 0 || leaf >= labels.length) return [];
    const speaks = random.chance(0.7) ? '1' : '2';
    const opening = [
      step('start', ''),
      ...(greeting ? [step('enter', 'hello')] : []),
      ...(language ? [step('enter', 'speaks'), step('input', 'speaks', speaks)] : []),
    ];
    const slip = random.chance(0.2) ? [step('enter', 'main'), step('noinput', 'main')] : [];
    const rest = slip.length > 0 ? way.slice(1) : way;
    const queue = leaf % queues;
    const whole = [
      ...opening,
      ...slip,
      ...rest,
      step('enter', `told-${leaf}`),
      step('enter', `queue-${queue}`),
      step('queue', `queue-${queue}`, `desk-${queue}`),
      step('hangup', `queue-${queue}`),
    ];
    const lost = [...opening, ...way.slice(0, 1), step('hangup', 'main')];
    const duration = { sum: 0, min: 0, max: 0 };
    return [
      { steps: whole, calls, duration },
      ...(random.chance(0.2) ? [{ steps: lost, calls: 3, duration }] : []),
    ];
  });
  const calls = variants.reduce((sum, variant) => sum + variant.calls, 0);
  return replayLog(flow, { calls, variants });
}
