/** No pattern that a person writes stands for more than this many. */
const mostAlternatives = 100;

/** The patterns without braces that a pattern with `{a,b}` stands for; nothing when it can't be read. */
function alternativesOf(pattern: string): readonly string[] | undefined {
  let made: readonly string[] = [''];
  for (let at = 0; at < pattern.length;) {
    const open = pattern.indexOf('{', at);
    const plain = pattern.slice(at, open === -1 ? undefined : open);
    if (plain.includes('}')) return undefined;
    made = made.map((start) => start + plain);
    if (open === -1) break;
    const close = pattern.indexOf('}', open);
    const inner = pattern.slice(open + 1, close === -1 ? undefined : close);
    if (close === -1 || inner.includes('{')) return undefined;
    const choices = inner.split(',');
    if (made.length * choices.length > mostAlternatives) return undefined;
    made = made.flatMap((start) => choices.map((choice) => start + choice));
    at = close + 1;
  }
  return made;
}

/** Why a pattern can't be used, or nothing when it can. */
export function globProblem(pattern: string): string | undefined {
  if (pattern === '') return 'it is empty';
  if (/[[\]\\]|^!/.test(pattern)) return 'only *, **, ? and {a,b} mean something in a pattern';
  if (pattern.split('/').some((part) => part.includes('**') && part !== '**'))
    return '** stands alone between slashes';
  return alternativesOf(pattern) === undefined
    ? `its braces don't close, hold braces, or stand for more than ${mostAlternatives} patterns`
    : undefined;
}

/**
 * Matches items against parts of a pattern, of which some stand for any run of items. Only the last
 * of them is ever tried again, so this takes at most items times parts steps.
 */
function matchRun<Part, Item>(
  parts: readonly Part[],
  items: readonly Item[],
  isAny: (part: Part) => boolean,
  fits: (part: Part, item: Item) => boolean,
): boolean {
  let part = 0;
  let item = 0;
  let lastAny = -1;
  let resume = 0;
  while (item < items.length) {
    const [here, now] = [parts[part], items[item]];
    if (here !== undefined && isAny(here)) {
      lastAny = part;
      resume = item;
      part += 1;
    } else if (here !== undefined && now !== undefined && fits(here, now)) {
      part += 1;
      item += 1;
    } else if (lastAny >= 0) {
      part = lastAny + 1;
      resume += 1;
      item = resume;
    } else return false;
  }
  return parts.slice(part).every(isAny);
}

const nameFits = (pattern: string, name: string): boolean =>
  matchRun(
    Array.from(pattern),
    Array.from(name),
    (part) => part === '*',
    (part, letter) => part === '?' || part === letter,
  );

/**
 * True when a path with slashes fits a pattern: `*` any letters of one name, `?` one letter, `**`
 * any folders, `{a,b}` either. A pattern without a slash is for the file's name, wherever it lies.
 * Packages for this make regular expressions that a pattern can bring to a halt; this can't be.
 */
export function matchGlob(pattern: string, path: string): boolean {
  const names = path.replace(/^\.\//, '').split('/');
  return (alternativesOf(pattern.replace(/^\.\//, '')) ?? []).some((alternative) => {
    const parts = alternative.includes('/') ? alternative.split('/') : ['**', alternative];
    return matchRun(parts, names, (part) => part === '**', nameFits);
  });
}
