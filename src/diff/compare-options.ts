import { respeakKeys } from '../prompt/respeak-keys.ts';
import { optionLabel } from '../script/option-label.ts';
import type { MenuOption, NodeOfKind } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { bestPairs, type Pair } from './best-pairs.ts';
import { compareParts, isSameDestination, type Comparison } from './comparison.ts';
import type { Destination, Difference, Owner, Part, Sides } from './difference.ts';
import { leavesOf } from './leaves-of.ts';

/** Two menus of which one became the other. */
export interface ComparedMenus {
  readonly owner: Owner;
  readonly paths: Sides<Path>;
  readonly menus: Sides<NodeOfKind<'menu'>>;
}

const destinationOf = ({ to, do: does }: MenuOption): Destination => ({ to, does });

/** The words of a prompt without the keys, which change when an option moves. */
function wordsOf(prompt: Prompt | undefined): ReadonlySet<string> {
  const texts = leavesOf(prompt ?? {}).map(({ text }) => text);
  return new Set(
    texts.flatMap((text) => text.split(/[\s\d,.!?。、，]+/).filter((word) => word !== '')),
  );
}

function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

/** What an option is compared by; read once for each. */
interface OptionFacts {
  readonly option: MenuOption;
  readonly words: ReadonlySet<string>;
}

/** `agrees` counts for, `differs` against; what one of them doesn't say counts for neither. */
function weigh<Value>(
  a: Value | undefined,
  b: Value | undefined,
  agrees: number,
  differs: number,
): number {
  if (a === undefined || b === undefined) return 0;
  return a === b ? agrees : -differs;
}

/**
 * How likely two options are one: where they lead tells most, then what they are called and what they
 * say, then the key. Nothing where they have less in common than what tells them apart.
 */
function likeness(comparison: Comparison, before: OptionFacts, after: OptionFacts): number {
  const [a, b] = [before.option, after.option];
  const destinations = { before: destinationOf(a), after: destinationOf(b) };
  const leadsAlike = isSameDestination(comparison, destinations);
  const says = sharedShare(before.words, after.words);
  const isSaid = before.words.size > 0 && after.words.size > 0;
  const likes =
    (leadsAlike ? 4 : -1) +
    weigh(a.title, b.title, 3, 2) +
    weigh(a.reason, b.reason, 3, 2) +
    weigh(a.intent, b.intent, 3, 1) +
    weigh(a.role, b.role, 1, 1) +
    weigh(a.language, b.language, 2, 2) +
    (isSaid ? 4 * says - 1.5 : 0) +
    weigh(a.key, b.key, 2, 0);
  return likes;
}

/** Which options of two menus are the same, though their keys, places, words or targets changed. */
export function matchOptions(
  comparison: Comparison,
  { before, after }: Sides<readonly MenuOption[]>,
): readonly Pair[] {
  const read = (options: readonly MenuOption[]) =>
    options.map((option): OptionFacts => ({ option, words: wordsOf(option.say) }));
  const facts = { before: read(before), after: read(after) };
  return bestPairs({ before: before.length, after: after.length }, (one, other) => {
    const [a, b] = [facts.before[one], facts.after[other]];
    return a === undefined || b === undefined ? 0 : likeness(comparison, a, b);
  });
}

const labelOf = (option: MenuOption | undefined): string =>
  option === undefined ? '' : optionLabel(option);

/** Whether the order of a menu's options is one that callers hear. */
const isHeard = ({ options }: NodeOfKind<'menu'>): boolean =>
  options.some(({ say }) => say !== undefined);

/** The labels of the options on both sides, where those that stayed stand in another order. */
function compareOrder(
  { owner, paths, menus }: ComparedMenus,
  pairs: readonly Pair[],
): readonly Difference[] {
  const kept = [...pairs].sort((a, b) => a.after - b.after);
  const isSame = kept.every((pair, index) => (kept[index - 1]?.before ?? -1) < pair.before);
  if (isSame || !isHeard(menus.before) || !isHeard(menus.after)) return [];
  const names = (side: 'before' | 'after') =>
    [...pairs]
      .sort((a, b) => a[side] - b[side])
      .map((pair) => labelOf(menus[side].options[pair[side]]));
  const at = { before: [...paths.before, 'options'], after: [...paths.after, 'options'] };
  const values = { before: names('before'), after: names('after') };
  return [{ kind: 'options-order', owner, paths: at, meanings: [], values }];
}

/** A change of words, with whether they say just the key that the option has now. */
function withKey(one: Difference, key: Sides<string | undefined>, fallback: Language): Difference {
  if (one.kind !== 'prompt' || one.what !== 'text') return one;
  const { language, values } = one;
  if (values.before === undefined || key.before === undefined || key.after === undefined)
    return one;
  const renamed = new Map([[key.before, key.after]]);
  const saysKey = respeakKeys(values.before, language ?? fallback, renamed) === values.after;
  return saysKey ? { ...one, saysKey } : one;
}

/** All that two menus offer differently. */
export function compareOptions(
  comparison: Comparison,
  compared: ComparedMenus,
): readonly Difference[] {
  const { owner, paths, menus } = compared;
  const { before, after } = { before: menus.before.options, after: menus.after.options };
  const pairs = matchOptions(comparison, { before, after });
  const partner = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const gone = new Set(before.keys());
  for (const pair of pairs) gone.delete(pair.before);
  const partAt = (at: Part['at'], label: string): Part => ({ of: 'option', at, label });
  const pathAt = (side: 'before' | 'after', index: number | undefined) =>
    index === undefined ? undefined : [...paths[side], 'options', index];

  const found: Difference[] = [];
  after.forEach((option, index) => {
    const was = partner.get(index);
    const old = was === undefined ? undefined : before[was];
    const part = partAt({ before: was, after: index }, labelOf(option));
    const at = { before: pathAt('before', was), after: pathAt('after', index) };
    if (old === undefined || was === undefined) {
      const values = { before: undefined, after: destinationOf(option) };
      found.push({ kind: 'option-added', owner, part, paths: at, meanings: [], values });
      return;
    }
    if (old.key !== option.key) {
      const values = { before: old.key, after: option.key };
      found.push({ kind: 'option-key', owner, part, paths: at, meanings: [], values });
    }
    const ways = {
      before: [...paths.before, 'options', was],
      after: [...paths.after, 'options', index],
    };
    const values = { before: old, after: option };
    const own = compareParts(comparison, { owner, part, paths: ways, values });
    const { language } = comparison.flows.after.script;
    found.push(...own.map((one) => withKey(one, { before: old.key, after: option.key }, language)));
  });
  for (const index of gone) {
    const option = before[index];
    if (option === undefined) continue;
    const part = partAt({ before: index, after: undefined }, labelOf(option));
    const at = { before: pathAt('before', index), after: undefined };
    const values = { before: destinationOf(option), after: undefined };
    found.push({ kind: 'option-removed', owner, part, paths: at, meanings: [], values });
  }
  return [...found, ...compareOrder(compared, pairs)];
}
