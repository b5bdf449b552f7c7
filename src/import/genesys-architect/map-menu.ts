import type { NodeId } from '../../script/names.ts';
import type { MenuOption } from '../../script/script.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { below, fieldsOf, isTrue, itemsOf, textBelow } from '../tree-values.ts';
import { audioBelow, countBelow, entryOf, literalBelow, secondsBelow } from './architect-value.ts';
import { asWritten, isTemplate } from './fill-templates.ts';
import type { BuiltFlow } from './flow-builder.ts';

/** A menu that is declared: its node has its name already. */
export interface DeclaredMenu {
  readonly id: NodeId;
  readonly body: Tree;
}

/** One option, before it is known whether other menus have it too. */
export interface ReadOption {
  readonly option: MenuOption;
  readonly at: Extent;
  readonly isGlobal: boolean;
  /** What `defaultMenuChoice` may call it. */
  readonly names: readonly string[];
}

export interface ReadMenu extends DeclaredMenu {
  readonly options: readonly ReadOption[];
}

const signs: ReadonlyMap<string, string> = new Map([
  ['star', '*'],
  ['pound', '#'],
]);

/** `digit_1`, `digit_star`, `digit_pound` as keys. */
function keyOf(choice: Tree): string | undefined {
  const written = textBelow(choice, 'dtmf');
  const name = written?.replace(/^digit_/, '') ?? '';
  const key = signs.get(name) ?? name;
  return /^[0-9*#]$/.test(key) ? key : undefined;
}

/** The first word that callers can say for a choice. */
function intentOf(choice: Tree): string | undefined {
  for (const { value } of fieldsOf(below(choice, 'speechRecTerms'))) {
    const list = value.kind === 'list' ? value : below(value, 'terms');
    const [first] = itemsOf(list);
    const word = first?.kind === 'scalar' ? first.value : textBelow(first, 'term');
    if (typeof word === 'string' && word.trim() !== '') return asWritten(word.trim());
  }
  return undefined;
}

/**
 * Reads the choices of a menu. What they do becomes nodes; menus in menus are declared and given back to
 * be read in turn.
 */
export function readMenu(
  { id, body }: DeclaredMenu,
  built: BuiltFlow,
): { readonly menu: ReadMenu; readonly inner: readonly DeclaredMenu[] } {
  const { builder } = built;
  const inner: DeclaredMenu[] = [];
  const around = { end: id, taskEnd: id, menu: id, loop: undefined, calls: [] };
  const options = itemsOf(below(body, 'choices')).flatMap((item): readonly ReadOption[] => {
    const entry = entryOf(item);
    if (entry === undefined) {
      builder.note('This item is not a choice of a menu.', item);
      built.blocks.list(item);
      return [];
    }
    const { name: kind, nameExtent, value: choice } = entry;
    const title = textBelow(choice, 'name');
    const key = keyOf(choice);
    const intent = intentOf(choice);
    const names =
      key === undefined && intent === undefined ? { intent: title ?? kind } : { key, intent };
    const ref = fieldsOf(choice).find(({ name }) => /^target\w*Ref$/.test(name));
    const to = ((): Pick<MenuOption, 'to' | 'do'> => {
      if (kind === 'menuPreviousMenu') return { do: 'back' };
      if (kind === 'menuRepeatMenu') return { do: 'repeat' };
      if (ref !== undefined) return { to: builder.refer(textBelow(choice, ref.name)) };
      if (kind === 'menuTask') {
        return {
          to: builder.open(below(choice, 'task', 'actions') ?? below(choice, 'actions'), around),
        };
      }
      if (kind === 'menuSubMenu') {
        const menu = below(choice, 'menu') ?? choice;
        const submenu = { id: built.declare('menu', menu), body: menu };
        inner.push(submenu);
        return { to: submenu.id };
      }
      const action = kind.replace(/^menu([A-Z])/, (_, letter: string) => letter.toLowerCase());
      const job = builder.freshId(title ?? action, 'choice');
      built.blocks.meet(nameExtent);
      built.jobs.push({
        ...around,
        id: job,
        kind: action,
        kindAt: nameExtent,
        body: choice,
        next: id,
      });
      return { to: job };
    })();
    if (!built.blocks.isMet(nameExtent))
      built.blocks.fold(asWritten(title ?? kind), id, nameExtent);
    const shown = title === undefined || isTemplate(title) ? undefined : title;
    const called = [textBelow(choice, 'refId') ?? '', title ?? ''].filter((name) => name !== '');
    const isGlobal = isTrue(textBelow(choice, 'globalDtmf')) && key !== undefined;
    return [{ option: { ...names, title: shown, ...to }, at: nameExtent, isGlobal, names: called }];
  });
  return { menu: { id, body, options }, inner };
}

/**
 * What Architect waits, and how often it plays a menu before it gives up, where a flow doesn't say.
 * Source: <https://help.mypurecloud.com/articles/configure-default-menu-settings/>.
 */
const defaultWait = 10;
const defaultPlays = 3;

const defaultFields = [
  'defaultMenuChoice',
  'defaultMenuChoiceRef',
  'defaultChoice',
  'defaultChoiceRef',
] as const;

/** Where callers go who make no choice: the way of the choice that the menu calls its default. */
function defaultWay({ id, body, options }: ReadMenu, { builder }: BuiltFlow): NodeId | undefined {
  const field = defaultFields.find((name) => below(body, name) !== undefined);
  const at = field === undefined ? undefined : below(body, field);
  if (field === undefined || at === undefined || below(at, 'noValue') !== undefined)
    return undefined;
  const written = literalBelow(body, field) ?? textBelow(at, 'refId') ?? '';
  const wanted = written.endsWith(']') ? written.slice(written.lastIndexOf('[') + 1, -1) : written;
  const option = options.find(({ names }) => names.includes(wanted))?.option;
  if (option?.do === 'repeat') return id;
  if (option?.to === undefined) {
    builder.note('This default is not a choice of the menu that leads somewhere.', at);
  }
  return option?.to;
}

/**
 * Adds a menu: its own options, and those that other menus offer everywhere. Who makes no choice goes
 * the way of the default; without one that of the flow's event handling, which is added at the end.
 */
export function addMenu(
  menu: ReadMenu,
  everywhere: readonly ReadOption[],
  settings: Tree | undefined,
  built: BuiltFlow,
) {
  const { builder } = built;
  const { id, body } = menu;
  const otherwise = defaultWay(menu, built);
  const { say, at } = audioBelow(body, 'audio');
  const taken = new Set(menu.options.map(({ option }) => option.key));
  const options = [...menu.options, ...everywhere.filter(({ option }) => !taken.has(option.key))];
  const own = below(body, 'settingsMenu');
  const wait =
    secondsBelow(own, 'menuSelectionTimeout') ??
    secondsBelow(settings, 'menuSelectionTimeout') ??
    defaultWait;
  const plays =
    countBelow(own, 'repeatCount') ?? countBelow(settings, 'repeatCount') ?? defaultPlays;
  const attempts = Math.min(20, Math.max(1, plays));
  builder.add(
    id,
    {
      kind: 'menu',
      origin: [asWritten(textBelow(body, 'name') ?? textBelow(body, 'refId') ?? 'menu')],
      say,
      options: options.map(({ option }) => option),
      noInput: { wait, attempts, to: otherwise },
      noMatch: { attempts, to: otherwise },
    },
    below(body, 'name') ?? body,
    [
      [['say'], at],
      [['noInput'], below(own, 'menuSelectionTimeout')],
      ...options.map(({ at: place }, index): [(string | number)[], Extent] => [
        ['options', index],
        place,
      ]),
    ],
  );
}
