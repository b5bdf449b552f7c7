import {
  elementsOf,
  textIn,
  valueIn,
  type XmlElement,
  type XmlText,
} from '../../source/xml-tree.ts';

/** What a grammar lets callers enter, as far as it can be read without running it. */
export interface Entered {
  /** Keys, with the value that each stands for. */
  readonly keys: readonly { readonly key: string; readonly value: string }[];
  /** Digits of a length. */
  readonly digits?: { readonly min?: number; readonly max?: number };
  /** What callers may say. */
  readonly words: readonly string[];
  /** True where a part of it stands elsewhere, or in a syntax that isn't read. */
  readonly isPartial: boolean;
}

const nothingEntered: Entered = { keys: [], words: [], isPartial: false };
const unread: Entered = { ...nothingEntered, isPartial: true };

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;

/** `digits?minlength=3;maxlength=5`, `boolean?y=7;n=9` and the other built-in grammars. */
export function readBuiltin(written: string): Entered {
  const [type = '', query = ''] = written.split('?');
  const parameters = new Map(
    query.split(/[;&]/).map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value.trim()] as const;
    }),
  );
  const at = (name: string) => wholeNumber(parameters.get(name));
  switch (type.trim().toLowerCase()) {
    case 'boolean': {
      const key = (name: string, standard: string) => {
        const given = parameters.get(name) ?? '';
        return /^[0-9*#]$/.test(given) ? given : standard;
      };
      const keys = [
        { key: key('y', '1'), value: 'true' },
        { key: key('n', '2'), value: 'false' },
      ];
      return { ...nothingEntered, keys };
    }
    case 'digits': {
      const min = at('length') ?? at('minlength');
      const max = at('length') ?? at('maxlength');
      const bounds = { ...(min === undefined ? {} : { min }), ...(max ? { max } : {}) };
      return { ...nothingEntered, digits: bounds };
    }
    case 'number':
    case 'currency':
    case 'phone':
    case 'date':
    case 'time':
      return { ...nothingEntered, digits: {} };
    default:
      return unread;
  }
}

/** A part of a rule: how many keys it takes, and which, where it is a list of single entries. */
interface Part {
  readonly min: number;
  readonly max: number;
  readonly entries: readonly { key: string; value: string }[] | undefined;
  readonly isDigits: boolean;
}

function repeated(item: XmlElement, part: Part): Part {
  const match = /^(\d{1,3})(?:(-)(\d{1,3})?)?$/.exec(valueIn(item, 'repeat') ?? '');
  if (match === null) return part;
  const least = Number(match[1]);
  const most = match[2] === undefined ? least : Number(match[3] ?? '128');
  if (least === 1 && most === 1) return part;
  return {
    min: part.min * least,
    max: part.max * most,
    entries: undefined,
    isDigits: part.isDigits,
  };
}

const isKeys = (text: string): boolean => /^[0-9*#](?:\s*[0-9*#])*$/.test(text);

/** What a `<tag>` makes of an entry: its first text in quotes. */
function taggedValue(item: XmlElement): string | undefined {
  const tag = elementsOf(item, 'tag')[0];
  return tag === undefined ? undefined : /["']([^"']*)["']/.exec(textIn(tag))?.[1];
}

/** Rules that name rules that name rules grow without end: a grammar for keys needs neither. */
const mostSteps = 5_000;
const mostRules = 30;

/** Reads along the rules of a grammar; rules that lead into themselves are not followed. */
function readRules(grammar: XmlElement): Part | undefined {
  const rules = elementsOf(grammar, 'rule');
  const named = new Map(rules.map((rule) => [valueIn(rule, 'id') ?? '', rule]));

  let steps = 0;
  const partOf = (child: XmlElement | XmlText, open: ReadonlySet<string>): Part | undefined => {
    steps += 1;
    if (steps > mostSteps || open.size > mostRules) return undefined;
    if (child.kind === 'text') {
      const text = child.text.trim();
      if (text === '') return { min: 0, max: 0, entries: undefined, isDigits: true };
      if (!isKeys(text)) return undefined;
      const key = text.replace(/\s+/g, '');
      return {
        min: key.length,
        max: key.length,
        entries: [{ key, value: key }],
        isDigits: /^\d+$/.test(key),
      };
    }
    if (child.local === 'tag' || child.local === 'example')
      return { min: 0, max: 0, entries: undefined, isDigits: true };
    if (child.local === 'one-of') return oneOf(elementsOf(child, 'item'), open);
    if (child.local === 'ruleref') {
      const name = valueIn(child, 'uri')?.replace(/^#/, '') ?? '';
      const rule = named.get(name);
      return rule === undefined || open.has(name)
        ? undefined
        : sequence(rule, new Set([...open, name]));
    }
    if (child.local !== 'item') return undefined;
    const part = sequence(child, open);
    return part && repeated(child, part);
  };
  const oneOf = (items: readonly XmlElement[], open: ReadonlySet<string>): Part | undefined => {
    const parts = items.map((item) => {
      const part = partOf(item, open);
      const value = taggedValue(item);
      const [only, another] = part?.entries ?? [];
      return part === undefined ||
        value === undefined ||
        only === undefined ||
        another !== undefined
        ? part
        : { ...part, entries: [{ key: only.key, value }] };
    });
    if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
    const all = parts.flatMap((part) => part ?? []);
    const isListed = all.every((part) => part.entries !== undefined);
    return {
      min: Math.min(...all.map(({ min }) => min)),
      max: Math.max(...all.map(({ max }) => max)),
      entries: isListed ? all.flatMap(({ entries }) => entries ?? []) : undefined,
      isDigits: all.every(({ isDigits }) => isDigits),
    };
  };
  const sequence = (element: XmlElement, open: ReadonlySet<string>): Part | undefined => {
    let whole: Part | undefined;
    for (const child of element.children) {
      const part = partOf(child, open);
      if (part === undefined) return undefined;
      if (part.max === 0) continue;
      const isEnd = whole !== undefined && part.entries?.every(({ key }) => key === '#') === true;
      if (isEnd) continue;
      whole =
        whole === undefined
          ? part
          : {
              min: whole.min + part.min,
              max: whole.max + part.max,
              entries: undefined,
              isDigits: whole.isDigits && part.isDigits,
            };
    }
    return whole;
  };
  const root = named.get(valueIn(grammar, 'root') ?? '') ?? rules[0];
  return root === undefined ? undefined : sequence(root, new Set([valueIn(root, 'id') ?? '']));
}

/** Grammars in other writings: a list of keys with bars, or the `dtmf-1` of older platforms. */
function readText(text: string): Entered {
  const tokens = [...text.matchAll(/dtmf-([0-9]|star|pound)/g)].map(([, key = '']) =>
    key.replace('star', '*').replace('pound', '#'),
  );
  const bars = /^[0-9*#](?:\s*\|\s*[0-9*#])*$/.test(text) ? text.split('|') : [];
  const keys = [...new Set([...tokens, ...bars.map((key) => key.trim())])];
  return keys.length === 0
    ? unread
    : { ...nothingEntered, keys: keys.map((key) => ({ key, value: key })) };
}

/** What a `<grammar>` lets callers enter. */
export function readGrammar(grammar: XmlElement): Entered {
  const source = valueIn(grammar, 'src');
  const builtin = /^builtin:(?:dtmf|grammar|speech)\/(.+)$/.exec(source ?? '')?.[1];
  if (builtin !== undefined) return readBuiltin(builtin);
  if (source !== undefined) return unread;
  if (elementsOf(grammar, 'rule').length === 0) return readText(textIn(grammar));
  const isSpeech = valueIn(grammar, 'mode') !== 'dtmf';
  const part = readRules(grammar);
  if (part === undefined) {
    const items = elementsOf(grammar, 'rule').flatMap((rule) => elementsOf(rule, 'one-of', 'item'));
    const words = items.flatMap((one) => (one.local === 'item' ? [one] : elementsOf(one, 'item')));
    return isSpeech && words.length > 0
      ? { ...nothingEntered, words: words.map((word) => taggedValue(word) ?? textIn(word)) }
      : unread;
  }
  const { entries, isDigits, min, max } = part;
  const isAnyDigit = isDigits && entries?.length === 10 && max === 1;
  if (entries !== undefined && !isAnyDigit) return { ...nothingEntered, keys: entries };
  return isDigits ? { ...nothingEntered, digits: { min, max } } : unread;
}

/** What several grammars of one item let callers enter together. */
export function together(parts: readonly Entered[]): Entered {
  const digits = parts.find((part) => part.digits !== undefined)?.digits;
  return {
    keys: parts.flatMap(({ keys }) => keys),
    ...(digits === undefined ? {} : { digits }),
    words: parts.flatMap(({ words }) => words),
    isPartial: parts.some(({ isPartial }) => isPartial),
  };
}
