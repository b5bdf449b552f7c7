import type { NodeId } from '../../script/names.ts';
import type { MenuOption } from '../../script/script.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { below, fieldsOf, isTrue, itemsOf, textBelow } from '../tree-values.ts';
import { audioBelow, countBelow, entryOf, secondsBelow } from './architect-value.ts';
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
      builder.note('This item is no choice of a menu.', item);
      return [];
    }
    const { name: kind, nameExtent, value: choice } = entry;
    built.blocks += 1;
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
    const shown = title === undefined || isTemplate(title) ? undefined : title;
    const isGlobal = isTrue(textBelow(choice, 'globalDtmf')) && key !== undefined;
    return [{ option: { ...names, title: shown, ...to }, at: nameExtent, isGlobal }];
  });
  return { menu: { id, body, options }, inner };
}

/** What Architect waits, and how often it repeats a menu, where a flow doesn't say. */
const defaultWait = 10;
const defaultRepeats = 3;

/**
 * Adds a menu: its own options, and those that other menus offer everywhere. Who makes no choice has no
 * way on: Architect disconnects.
 */
export function addMenu(
  menu: ReadMenu,
  everywhere: readonly ReadOption[],
  settings: Tree | undefined,
  { builder }: BuiltFlow,
) {
  const { id, body } = menu;
  const { say, at } = audioBelow(body, 'audio');
  const taken = new Set(menu.options.map(({ option }) => option.key));
  const options = [...menu.options, ...everywhere.filter(({ option }) => !taken.has(option.key))];
  const own = below(body, 'settingsMenu');
  const wait =
    secondsBelow(own, 'menuSelectionTimeout') ??
    secondsBelow(settings, 'menuSelectionTimeout') ??
    defaultWait;
  const repeats =
    countBelow(own, 'repeatCount') ?? countBelow(settings, 'repeatCount') ?? defaultRepeats;
  const attempts = Math.min(20, repeats + 1);
  builder.add(
    id,
    {
      kind: 'menu',
      origin: [asWritten(textBelow(body, 'name') ?? textBelow(body, 'refId') ?? 'menu')],
      say,
      options: options.map(({ option }) => option),
      noInput: { wait, attempts },
      noMatch: { attempts },
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
