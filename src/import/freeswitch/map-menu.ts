import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { valueIn } from '../../source/xml-tree.ts';
import type { PlacedPath } from '../script-writer.ts';
import { attributePlace, tagPlace, type Located } from '../xml-document.ts';
import { plainPatternsOf } from '../plain-pattern.ts';
import { mapApplication, type ApplicationContext } from './map-application.ts';
import { entriesOf, menuPlace, nameOf, type MenuStack } from './menu-stack.ts';
import { leastDigits } from './pattern-length.ts';
import { readSound } from './read-sound.ts';

/** FreeSWITCH asks three times and waits ten seconds where a menu says nothing. */
const standard = { times: 3, wait: 10 } as const;
/** A script counts no further. */
const mostAttempts = 20;

function milliseconds(menu: Located, name: string, stack: MenuStack): number | undefined {
  const text = valueIn(menu.element, name);
  if (text === undefined) return undefined;
  if (/^\d{1,8}$/.test(text)) return Number(text) === 0 ? undefined : Number(text) / 1000;
  stack.writer.tell(`"${name}" is no number of milliseconds: ${text}.`, attributePlace(menu, name));
  return undefined;
}

function times(menu: Located, name: string, stack: MenuStack): number | undefined {
  const text = valueIn(menu.element, name);
  if (text === undefined) return undefined;
  const at = attributePlace(menu, name);
  if (!/^-?\d{1,9}$/.test(text)) {
    stack.writer.tell(`"${name}" is no number: ${text}.`, at);
    return undefined;
  }
  const number = Number(text);
  if (number > mostAttempts)
    stack.writer.tell(`"${name}" is ${number}; a script counts to ${mostAttempts}.`, at);
  return number <= 0 ? undefined : Math.min(number, mostAttempts);
}

const isKey = (digits: string): boolean => /^[0-9*#]{1,8}$/.test(digits);

/** What a menu says that has no field: it stays readable. */
function notesOn({ element }: Located): string | undefined {
  const short = valueIn(element, 'greet-short');
  const confirm = valueIn(element, 'confirm-macro');
  const key = valueIn(element, 'confirm-key');
  const notes = [
    ...(short === undefined || short === valueIn(element, 'greet-long')
      ? []
      : [`When asked again, callers hear the short greeting ${short}.`]),
    ...(confirm === undefined
      ? []
      : [
          `What callers enter is read back by the macro ${confirm}${key === undefined ? '' : `, and confirmed by ${key}`}.`,
        ]),
    ...(valueIn(element, 'pin') === undefined ? [] : ['Callers are asked for a PIN first.']),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}

const actions = new Set([
  ...['menu-exec-app', 'menu-sub', 'menu-top', 'menu-back', 'menu-exit'],
  ...['menu-play-sound', 'menu-say-phrase'],
]);

/** Entries by what callers press, in their order: FreeSWITCH carries all of one key out in turn. */
function byDigits(menu: Located, stack: MenuStack): ReadonlyMap<string, readonly Located[]> {
  const groups = new Map<string, Located[]>();
  for (const entry of entriesOf(menu)) {
    const digits = valueIn(entry.element, 'digits');
    const action = valueIn(entry.element, 'action') ?? '';
    if (digits === undefined || !actions.has(action.toLowerCase())) {
      const why = digits === undefined ? 'it has no digits' : `it knows no action "${action}"`;
      stack.writer.tell(`FreeSWITCH skips this entry: ${why}.`, tagPlace(entry));
      continue;
    }
    groups.set(digits, [...(groups.get(digits) ?? []), entry]);
  }
  return groups;
}

/** Where one entry leads, given what follows when it gives the call back. */
function targetOf(
  entry: Located,
  menu: string,
  stack: MenuStack,
  context: ApplicationContext,
  next: NodeId,
): NodeId {
  const at = tagPlace(entry);
  const param = valueIn(entry.element, 'param') ?? '';
  const digits = valueIn(entry.element, 'digits') ?? '';
  const hint = `${menu}-${/^\w+$/.test(digits) ? digits : ({ '*': 'star', '#': 'hash' }[digits] ?? 'dialled')}`;
  switch (valueIn(entry.element, 'action')?.toLowerCase()) {
    case 'menu-sub':
      return stack.menuId(param);
    case 'menu-top':
      return stack.top(menu, at);
    case 'menu-back':
      return stack.leave(menu, at);
    case 'menu-exit':
      return stack.exit(menu, at);
    case 'menu-play-sound':
    case 'menu-say-phrase': {
      const isPhrase = valueIn(entry.element, 'action')?.toLowerCase() === 'menu-say-phrase';
      const say = readSound(isPhrase ? `phrase:${param}` : param, stack.library);
      const id = stack.writer.freshId(`say-${hint}`, 'say');
      return stack.writer.add(id, { kind: 'announcement', say, to: next }, at);
    }
    default: {
      const [name = '', ...rest] = param.split(' ');
      return mapApplication({ name, data: rest.join(' ').trim(), at, hint }, context, next);
    }
  }
}

/** The longest entry that the menu listens to; a fixed key longer than `digit-len` makes it longer. */
function listensTo(menu: Located, keys: readonly string[]): number {
  const written = Number(valueIn(menu.element, 'digit-len') ?? '0');
  const fixed = keys.filter((key) => !key.startsWith('/')).map(({ length }) => length);
  return Math.max(Number.isInteger(written) && written > 0 ? written : 0, ...fixed, 0);
}

/** An extension that callers may dial: told apart from keys by what they enter, not by one key. */
function tellDead(entry: Located, digits: string, length: number, stack: MenuStack): void {
  const least = leastDigits(digits);
  if (least === undefined || least <= length) return;
  stack.writer.tell(
    `Nobody can dial ${digits}: it needs ${least} digits, and the menu listens to ${length} (digit-len).`,
    attributePlace(entry, 'digits'),
  );
}

/** The keys of an entry: its own, or those that a pattern lists which has the same for all of them. */
function keysOf(entry: Located, digits: string): readonly string[] | undefined {
  if (isKey(digits)) return [digits];
  const pattern = /^\/(.*)\/[a-z]*$/s.exec(digits)?.[1];
  const usesMatch = (valueIn(entry.element, 'param') ?? '').includes('$');
  if (pattern === undefined || usesMatch) return undefined;
  const parts = plainPatternsOf(pattern, true);
  const keys = [...new Set(parts?.flatMap(({ texts }) => texts))];
  const isList = parts?.every(({ begins, ends }) => begins && ends) === true;
  return isList && keys.every(isKey) ? keys : undefined;
}

/** Writes a menu and everything that its entries lead to outside other menus. */
export function mapMenu(menu: Located, stack: MenuStack, context: ApplicationContext): void {
  const { writer, library } = stack;
  const name = nameOf(menu);
  const id = stack.menuId(name);
  const placed: PlacedPath[] = [];
  const options: MenuOption[] = [];
  const groups = byDigits(menu, stack);
  const length = listensTo(menu, [...groups.keys()]);
  for (const [digits, entries] of groups) {
    const [entry] = entries;
    if (entry === undefined) continue;
    const to = entries.reduceRight<NodeId>(
      (next, one) => targetOf(one, name, stack, context, next),
      id,
    );
    // The entry that is written first takes a key.
    const listed = keysOf(entry, digits);
    const keys = listed?.filter((key) => !options.some((option) => option.key === key));
    if (!isKey(digits)) tellDead(entry, digits, length, stack);
    const isBack = valueIn(entry.element, 'action')?.toLowerCase() === 'menu-back';
    for (const chosen of keys?.map((key) => ({ key })) ?? [{ intent: digits }]) {
      const path = ['options', options.length];
      placed.push(
        [path, tagPlace(entry)],
        [[...path, 'key' in chosen ? 'key' : 'intent'], attributePlace(entry, 'digits')],
        [[...path, 'to'], attributePlace(entry, 'param')],
      );
      if (to === id) options.push({ ...chosen, do: 'repeat' });
      else if (isBack && entries.length === 1 && !stack.isFirst(name))
        options.push({ ...chosen, do: 'back' });
      else options.push({ ...chosen, to });
    }
  }

  const failures = times(menu, 'max-failures', stack);
  const wait = milliseconds(menu, 'timeout', stack);
  const between = milliseconds(menu, 'inter-digit-timeout', stack);
  const sound = (attribute: string) => {
    const value = valueIn(menu.element, attribute);
    if (value !== undefined)
      placed.push([
        attribute === 'greet-long' ? ['say'] : ['noMatch', 'say'],
        attributePlace(menu, attribute),
      ]);
    return value === undefined ? undefined : readSound(value, library);
  };
  /** What is done after the last attempt, and then the way out. */
  const last = (attribute: string): NodeId => {
    const out = stack.leave(name, menuPlace(menu));
    const application = valueIn(menu.element, attribute);
    if (application === undefined) return out;
    const [first = '', ...rest] = application.split(' ');
    const at = attributePlace(menu, attribute);
    return mapApplication({ name: first, data: rest.join(' '), at, hint: name }, context, out);
  };
  const node: NodeOfKind<'menu'> = {
    kind: 'menu',
    title: name,
    note: notesOn(menu),
    say: sound('greet-long'),
    options,
    interDigit: between ?? (length > 1 ? (wait ?? standard.wait) / 2 : undefined),
    noInput: {
      wait: wait ?? standard.wait,
      attempts: times(menu, 'max-timeouts', stack) ?? failures ?? standard.times,
      to: last('exec-on-max-timeouts'),
    },
    noMatch: {
      attempts: failures ?? standard.times,
      say: sound('invalid-sound'),
      to: last('exec-on-max-failures'),
    },
    origin: [name],
  };
  placed.push(
    [['noInput'], attributePlace(menu, 'max-timeouts')],
    [['noMatch'], attributePlace(menu, 'max-failures')],
  );
  writer.add(id, node, menuPlace(menu), placed);
}
