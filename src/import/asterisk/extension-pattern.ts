/** What one place of a pattern takes: a set of signs, or all that is left. */
type Slot = ReadonlySet<string> | '.' | '!';

const digits = '0123456789';
const classes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['X', new Set(digits)],
  ['Z', new Set(digits.slice(1))],
  ['N', new Set(digits.slice(2))],
]);

/** No pattern of a dialplan is longer. */
const longest = 80;

function bracketSet(inner: string): ReadonlySet<string> {
  const signs = new Set<string>();
  for (let at = 0; at < inner.length; at += 1) {
    const from = inner.charCodeAt(at);
    const to = inner[at + 1] === '-' && at + 2 < inner.length ? inner.charCodeAt(at + 2) : from;
    for (let code = from; code <= Math.min(to, from + 128); code += 1) {
      signs.add(String.fromCharCode(code));
    }
    if (to !== from) at += 2;
  }
  return signs;
}

/** The places of a pattern, without its `_`. Hyphens between them say nothing. */
function slotsOf(pattern: string): readonly Slot[] {
  const slots: Slot[] = [];
  for (let at = 1; at < pattern.length && slots.length < longest; at += 1) {
    const sign = pattern.charAt(at);
    if (sign === '-') continue;
    if (sign === '.' || sign === '!') {
      slots.push(sign);
      break;
    }
    const close = sign === '[' ? pattern.indexOf(']', at) : -1;
    if (close > at) {
      slots.push(bracketSet(pattern.slice(at + 1, close)));
      at = close;
    } else slots.push(classes.get(sign.toUpperCase()) ?? new Set([sign]));
  }
  return slots;
}

const known = new Map<string, readonly Slot[]>();

function slots(pattern: string): readonly Slot[] {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  if (known.size > 5_000) known.clear();
  const made = slotsOf(pattern);
  known.set(pattern, made);
  return made;
}

/** True for the name of an extension that stands for many numbers. */
export const isPattern = (name: string): boolean => name.startsWith('_');

/** Whether a pattern takes what was dialled. */
export function matchesPattern(pattern: string, dialled: string): boolean {
  const wanted = slots(pattern);
  for (const [index, slot] of wanted.entries()) {
    if (slot === '.') return dialled.length > index;
    if (slot === '!') return true;
    if (!slot.has(dialled.charAt(index))) return false;
  }
  return dialled.length === wanted.length;
}

const breadthOf = (slot: Slot | undefined): number => {
  if (slot === undefined) return 0;
  if (slot === '.') return 1_000;
  return slot === '!' ? 1_001 : slot.size;
};

/** The more exact pattern first, place by place, as Asterisk tries them. */
export function comparePatterns(a: string, b: string): number {
  const one = slots(a);
  const other = slots(b);
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = breadthOf(one[at]) - breadthOf(other[at]);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many keys a caller presses at least, and whether more may follow without end. */
export function patternLength(pattern: string): { readonly least: number; readonly open: boolean } {
  const wanted = slots(pattern);
  const last = wanted.at(-1);
  const fixed = last === '.' || last === '!' ? wanted.length - 1 : wanted.length;
  return { least: fixed + (last === '.' ? 1 : 0), open: last === '.' || last === '!' };
}

/** True for a pattern that takes every digit first: callers come here who press none of the keys. */
export function takesAnything(pattern: string): boolean {
  const [first] = slots(pattern);
  if (first === undefined) return false;
  return first === '.' || first === '!' || (first.size >= 9 && patternLength(pattern).open);
}
