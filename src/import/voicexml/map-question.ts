import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import {
  allElements,
  elementsOf,
  textIn,
  valueIn,
  type XmlElement,
} from '../../source/xml-tree.ts';
import { placeOf } from '../xml-document.ts';
import type { PlacedPath } from '../script-writer.ts';
import { readAsking } from './asking.ts';
import { compile } from './compile.ts';
import { comparedWith } from './condition.ts';
import { eventWay, followWay } from './map-way.ts';
import { readBuiltin, readGrammar, together, type Entered } from './read-grammar.ts';
import { firstPrompts, laterPrompts, readPrompt } from './read-prompt.ts';
import { placeIn, type Here } from './reader.ts';
import { linksIn, propertyIn } from './scope.ts';

/** One thing that callers can choose, and what the item is worth then. */
interface Choice {
  readonly key?: string | undefined;
  readonly intent?: string | undefined;
  readonly value: string;
  readonly element: XmlElement;
}

/** With more choices than this, what follows is read once for all of them. */
const mostChoices = 300;

const isKey = (key: string | undefined): key is string =>
  key !== undefined && /^[0-9*#]{1,8}$/.test(key.replace(/\s+/g, ''));

/** The node's error way: what the document does when the system itself fails. */
export function errorWay(here: Here): NodeId | undefined {
  const to = eventWay(here, 'error');
  return to === here.self ? undefined : to;
}

/** What all the grammars of a field let callers enter. */
function enteredIn(field: XmlElement): Entered {
  const type = valueIn(field, 'type');
  const grammars = elementsOf(field, 'grammar').map(readGrammar);
  return together([...(type === undefined ? [] : [readBuiltin(type)]), ...grammars]);
}

/** What callers can choose at a field: its options, its grammars, else what is compared afterwards. */
function choicesOf(field: XmlElement, entered: Entered, name: string): readonly Choice[] {
  const options = elementsOf(field, 'option').map((option): Choice => {
    const words = textIn(option);
    const dtmf = valueIn(option, 'dtmf')?.replace(/\s+/g, '');
    const value = valueIn(option, 'value') ?? (words === '' ? (dtmf ?? '') : words);
    const chosen = isKey(dtmf) ? { key: dtmf } : { intent: words === '' ? value : words };
    return { ...chosen, value, element: option };
  });
  const keys = entered.keys.map(({ key, value }): Choice => ({ key, value, element: field }));
  const known = [...options, ...keys];
  if (known.length > 0 || entered.digits !== undefined) return known;
  if (entered.words.length > 0)
    return entered.words.map((word) => ({ intent: word, value: word, element: field }));
  const compared = elementsOf(field, 'filled').flatMap((filled) =>
    allElements(filled).flatMap((one) => {
      const condition = ['if', 'elseif'].includes(one.local) ? valueIn(one, 'cond') : undefined;
      return condition === undefined ? [] : comparedWith(condition, name);
    }),
  );
  return [...new Set(compared)]
    .filter((value) => value.trim() !== '' && value !== 'undefined')
    .map((value) =>
      isKey(value)
        ? { key: value, value, element: field }
        : { intent: value, value, element: field },
    );
}

/** Options that links add: what callers can choose anywhere. */
function linkOptions(here: Here, taken: ReadonlySet<string>): readonly MenuOption[] {
  const used = new Set(taken);
  return linksIn(here.scope).flatMap(({ element }) => {
    const grammars = elementsOf(element, 'grammar').map(readGrammar);
    const own = valueIn(element, 'dtmf');
    const { keys, words } = together(grammars);
    const all = [...(own === undefined ? [] : [own]), ...keys.map(({ key }) => key)];
    const free = all.filter((key) => isKey(key) && !used.has(key));
    for (const key of free) used.add(key);
    if (free.length === 0 && words.length === 0) return [];
    const to = followWay({ ...here, known: undefined }, element);
    const goes = to === here.self ? { do: 'repeat' as const } : { to };
    if (free.length > 0) return free.map((key): MenuOption => ({ key, ...goes }));
    return [{ intent: words[0] ?? 'link', ...goes }];
  });
}

/** The words for one option of an `<enumerate>`: its template, or what is chosen. */
function enumerated(
  enumerate: XmlElement | undefined,
  words: string,
  key: string | undefined,
): string | undefined {
  if (enumerate === undefined) return undefined;
  const template = enumerate.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      const expression = child.local === 'value' ? valueIn(child, 'expr') : undefined;
      if (expression === '_prompt') return words;
      return expression === '_dtmf' ? (key ?? '') : textIn(child);
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return template === '' ? words : template;
}

const enumerateIn = (item: XmlElement): XmlElement | undefined =>
  allElements(item).find(({ local }) => local === 'enumerate');

function tellLater(item: XmlElement, here: Here): void {
  for (const prompt of laterPrompts(item))
    here.reader.writer.tell(
      'When asked again, callers hear other words; the script has the first ones.',
      placeIn(here, prompt),
    );
}

/** What happens when a field has a value: its `<filled>`, and then the next item. */
function filledWay(field: XmlElement, here: Here, next: NodeId): NodeId {
  return elementsOf(field, 'filled').reduceRight<NodeId>(
    (behind, filled) => compile(filled.children, here, behind),
    next,
  );
}

const mentions = (field: XmlElement, name: string): boolean =>
  elementsOf(field, 'filled').some((filled) =>
    allElements(filled).some((one) => (valueIn(one, 'cond') ?? '').includes(name)),
  );

/** `<field>`: a menu where callers choose from what can be read, else digits that are collected. */
export function mapField(field: XmlElement, here: Here, next: NodeId): void {
  const { reader, self, scope } = here;
  const name = valueIn(field, 'name') ?? '';
  const entered = enteredIn(field);
  const choices = choicesOf(field, entered, name);
  const asking = readAsking(field, here);
  const at = placeIn(here, field);
  const prompts = firstPrompts(field);
  const say = readPrompt(prompts, reader.language);
  tellLater(field, here);
  const placed: PlacedPath[] = [
    [['say'], prompts[0] && placeOf(scope.page.source, prompts[0])],
    ...asking.placed,
  ];
  const common = {
    say,
    ...(asking.bargeIn === undefined ? {} : { bargeIn: asking.bargeIn }),
    noInput: asking.noInput,
    noMatch: asking.noMatch,
    error: errorWay(here),
    ...(name === '' ? {} : { origin: [name] }),
  };
  const isByValue = mentions(field, name) && choices.length <= mostChoices;
  if (choices.length === 0) {
    const end = (propertyIn(scope, 'termchar') ?? '#').slice(0, 1);
    const digits = {
      ...entered.digits,
      ...(/^[0-9*#]$/.test(end) ? { end } : {}),
      interDigit: asking.interDigit,
    };
    if (entered.isPartial)
      reader.writer.tell('What callers can enter here is defined elsewhere.', at);
    const to = filledWay(field, here, next);
    const data = (valueIn(field, 'type') ?? '').startsWith('phone')
      ? { data: 'phone' as const }
      : {};
    reader.writer.add(self, { kind: 'collect', ...common, digits, ...data, to }, at, placed);
    return;
  }
  if (entered.isPartial)
    reader.writer.tell('Other input that callers can enter here is defined elsewhere.', at);
  const shared = isByValue ? undefined : filledWay(field, here, next);
  const enumerate = enumerateIn(field);
  const options = choices.map((choice, index): MenuOption => {
    const to = shared ?? filledWay(field, { ...here, known: { name, value: choice.value } }, next);
    placed.push([['options', index], placeIn(here, choice.element)]);
    const words = choice.element === field ? undefined : textIn(choice.element);
    const text = words === undefined ? undefined : enumerated(enumerate, words, choice.key);
    return {
      ...(choice.key === undefined
        ? { intent: choice.intent ?? choice.value }
        : { key: choice.key }),
      ...(text === undefined ? {} : { say: { text } }),
      ...(words === undefined || words === '' ? {} : { title: words }),
      ...(to === self ? { do: 'repeat' as const } : { to }),
    };
  });
  const keys = new Set(options.flatMap(({ key }) => key ?? []));
  const node: NodeOfKind<'menu'> = {
    kind: 'menu',
    ...common,
    options: [...options, ...linkOptions(here, keys)],
    interDigit: asking.interDigit,
  };
  reader.writer.add(self, node, at, placed);
}

/** The keys of `<choice>`s: their own, else one after the other where the menu says so. */
function choiceKeys(
  menu: XmlElement,
  choices: readonly XmlElement[],
): readonly (string | undefined)[] {
  const isNumbered = valueIn(menu, 'dtmf') === 'true';
  let number = 0;
  return choices.map((choice) => {
    const own = valueIn(choice, 'dtmf')?.replace(/\s+/g, '');
    if (own !== undefined) return isKey(own) ? own : undefined;
    const grammar = together(elementsOf(choice, 'grammar').map(readGrammar)).keys[0]?.key;
    if (grammar !== undefined || !isNumbered || number >= 9) return grammar;
    number += 1;
    return String(number);
  });
}

/** `<menu>`: a choice by key or by word, each with its own way. */
export function mapChoices(menu: XmlElement, here: Here): void {
  const { reader, self } = here;
  const choices = elementsOf(menu, 'choice');
  const keys = choiceKeys(menu, choices);
  const asking = readAsking(menu, here);
  const prompts = firstPrompts(menu);
  tellLater(menu, here);
  const placed: PlacedPath[] = [
    [['say'], prompts[0] && placeOf(here.scope.page.source, prompts[0])],
    ...asking.placed,
  ];
  const enumerate = enumerateIn(menu);
  const options = choices.map((choice, index): MenuOption => {
    const words = textIn(choice);
    const key = keys[index];
    const to = followWay(here, choice);
    const text = enumerated(enumerate, words, key);
    placed.push([['options', index], placeIn(here, choice)]);
    return {
      ...(key === undefined ? { intent: words === '' ? `choice ${index + 1}` : words } : { key }),
      ...(text === undefined || text === '' ? {} : { say: { text } }),
      ...(words === '' ? {} : { title: words }),
      ...(to === self ? { do: 'repeat' as const } : { to }),
    };
  });
  const own = new Set(options.flatMap(({ key }) => key ?? []));
  const id = valueIn(menu, 'id');
  const node: NodeOfKind<'menu'> = {
    kind: 'menu',
    ...(id === undefined ? {} : { title: id, origin: [id] }),
    say: readPrompt(prompts, reader.language),
    ...(asking.bargeIn === undefined ? {} : { bargeIn: asking.bargeIn }),
    options: [...options, ...linkOptions(here, own)],
    interDigit: asking.interDigit,
    noInput: asking.noInput,
    noMatch: asking.noMatch,
    error: errorWay(here),
  };
  reader.writer.add(self, node, placeIn(here, menu), placed);
}
