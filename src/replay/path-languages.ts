import type { CallFlow } from '../flow/call-flow.ts';
import { isUnknown, type Language } from '../script/values.ts';
import type { NodeId } from '../script/names.ts';
import { languageSetBy } from './language-set-by.ts';
import type { ReplayedPath } from './replay.ts';

type Languages = ReadonlyMap<Language, number>;

/** How many visits to a node, and choices of an option, were in each language. */
export interface PathLanguages {
  readonly visits: ReadonlyMap<NodeId, Languages>;
  /** By `choiceKey`. */
  readonly choices: ReadonlyMap<string, Languages>;
  /** Calls whose language at the start had to be assumed. */
  readonly assumed: number;
}

/** Names an option of a menu. */
export const choiceKey = (menu: NodeId, option: number): string => `${menu} ${option}`;

/** The languages of the entries that a call can have come by, as far as its number and first node tell. */
function languagesAtStart(
  { script: { entries, language: fallback } }: CallFlow,
  { steps: [first], visits: [start] }: ReplayedPath,
): readonly Language[] {
  const number = first?.event === 'start' ? first.value : '';
  const own = entries.filter((entry) => !isUnknown(entry.number) && entry.number === number);
  const others = own.length > 0 ? own : entries.filter((entry) => entry.number === undefined);
  const open = others.length > 0 ? others : entries;
  const direct = open.filter((entry) => entry.start === start);
  const languages = (direct.length > 0 ? direct : open).map(({ language = fallback }) => language);
  return languages.length > 0 ? [...new Set(languages)] : [fallback];
}

/**
 * In which language each visit was, path by path: from the entry that was dialled, changed by options that
 * set a language and by branches on it. Of a call that can have come by entries of several languages, as the
 * log doesn't name its number, the script's own is assumed where it is among them, else all of them evenly.
 * Linear in the paths.
 */
export function pathLanguages(flow: CallFlow, paths: readonly ReplayedPath[]): PathLanguages {
  const before = known.get(paths);
  if (before !== undefined) return before;
  const found = followLanguages(flow, paths);
  known.set(paths, found);
  return found;
}

/** Several questions are asked of the paths of one replay. */
const known = new WeakMap<readonly ReplayedPath[], PathLanguages>();

function followLanguages(flow: CallFlow, paths: readonly ReplayedPath[]): PathLanguages {
  const found = new Map<NodeId, Map<Language, number>>();
  const chosen = new Map<string, Map<Language, number>>();
  const own = flow.script.language;
  let assumed = 0;
  const count = <Key>(
    counts: Map<Key, Map<Language, number>>,
    key: Key,
    spoken: readonly Language[],
    calls: number,
  ): void => {
    const counted = counts.get(key) ?? new Map<Language, number>();
    counts.set(key, counted);
    for (const language of spoken)
      counted.set(language, (counted.get(language) ?? 0) + calls / spoken.length);
  };
  for (const path of paths) {
    const { visits, edges, calls } = path;
    const possible = languagesAtStart(flow, path);
    if (possible.length > 1) assumed += calls;
    let spoken = possible.includes(own) ? [own] : possible;
    let next = 0;
    visits.forEach((node, index) => {
      const edge = edges[next];
      // A visit by a move that the flow hasn't has no edge; then the language stays what it was.
      if (edge?.to === node && edge.from === visits[index - 1]) {
        if (edge.option !== undefined)
          count(chosen, choiceKey(edge.from, edge.option), spoken, calls);
        const set = languageSetBy(flow, edge);
        if (set !== undefined) spoken = [set];
        next += 1;
      }
      count(found, node, spoken, calls);
    });
  }
  return { visits: found, choices: chosen, assumed };
}
