import type { Condition } from './widget.ts';

const isKeys = (text: string): boolean => /^[0-9*#]{1,8}$/.test(text);

/** `[1-3]`, `[12#]`: the keys of a class, or nothing where it isn't one of keys. */
function keysOfClass(inside: string): readonly string[] | undefined {
  const keys: string[] = [];
  for (const [piece] of inside.matchAll(/\d-\d|[\s\S]/g)) {
    const [from = '', to = from] = piece.split('-');
    if (piece.length === 1 && !isKeys(piece)) return undefined;
    if (piece.length === 1) keys.push(piece);
    else for (let key = Number(from); key <= Number(to); key += 1) keys.push(String(key));
  }
  return keys.length === 0 ? undefined : keys;
}

/** The keys of an expression that is a list of them: `^1$`, `1|2`, `^(1|2)$`, `[1-3]`. */
function keysOfRegex(pattern: string): readonly string[] | undefined {
  const whole = pattern.trim().replace(/^\^/, '').replace(/\$$/, '');
  const [, grouped] = /^\((?:\?:)?([^()]*)\)$/.exec(whole) ?? [];
  const keys: string[] = [];
  for (const piece of (grouped ?? whole).split('|')) {
    const plain = piece.trim().replace(/\\([*#])/g, '$1');
    const [, inside] = /^\[([^\[\]^]*)\]$/.exec(plain) ?? [];
    const found =
      inside === undefined ? (isKeys(plain) ? [plain] : undefined) : keysOfClass(inside);
    if (found === undefined || (inside === undefined && /(?<!\\)\*/.test(piece))) return undefined;
    keys.push(...found);
  }
  return keys;
}

/** The values of `matches_any_of`, which stand behind commas. */
export function listedValues(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/**
 * The keys that a condition on `Digits` is true for, when it says keys and nothing else; nothing for
 * a condition that is true for more, such as a pattern of a number. `digits` is how many keys callers
 * can press before the input ends; where the widget doesn't say, they press one at a menu, and to
 * contain a key is to be that key.
 */
export function plainKeys(
  { type, value }: Condition,
  digits: number | undefined,
): readonly string[] | undefined {
  const trimmed = value.trim();
  const isSingle = digits === undefined || digits === 1;
  switch (type) {
    case 'equal_to':
      return isKeys(trimmed) ? [trimmed] : undefined;
    case 'matches_any_of': {
      const keys = listedValues(value);
      return keys.length > 0 && keys.every(isKeys) ? keys : undefined;
    }
    case 'contains':
    case 'starts_with':
      return isSingle && trimmed.length === 1 && isKeys(trimmed) ? [trimmed] : undefined;
    case 'regex': {
      const isAnchored = trimmed.startsWith('^') && trimmed.endsWith('$');
      return isAnchored || isSingle ? keysOfRegex(trimmed) : undefined;
    }
    default:
      return undefined;
  }
}
