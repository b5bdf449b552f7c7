import type { CallFlow, FlowEdge } from '../flow/call-flow.ts';
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
  { steps: [first], visits: [start] }: Pick<ReplayedPath, 'steps' | 'visits'>,
): readonly Language[] {
  const number = first?.event === 'start' ? first.value : '';
  const own = entries.filter((entry) => !isUnknown(entry.number) && entry.number === number);
  const others = own.length > 0 ? own : entries.filter((entry) => entry.number === undefined);
  const open = others.length > 0 ? others : entries;
  const direct = open.filter((entry) => entry.start === start);
  const languages = (direct.length > 0 ? direct : open).map(({ language = fallback }) => language);
  return languages.length > 0 ? [...new Set(languages)] : [fallback];
}

/** The languages in which a call can have begun, all as likely, and whether that had to be assumed. */
export interface StartLanguages {
  readonly languages: readonly Language[];
  readonly isAssumed: boolean;
}

/** Tells for each path in which language it began: the script's own where that is possible, else all that are. */
export function startLanguages(
  flow: CallFlow,
): (path: Pick<ReplayedPath, 'steps' | 'visits'>) => StartLanguages {
  const own = flow.script.language;
  const starts = new Map<string, StartLanguages>();
  return (path) => {
    const [first] = path.steps;
    const key = `${first?.event ?? ''} ${first?.value ?? ''} ${path.visits[0] ?? ''}`;
    const before = starts.get(key);
    if (before !== undefined) return before;
    const possible = languagesAtStart(flow, path);
    const languages = possible.includes(own) ? [own] : possible;
    const found = { languages, isAssumed: possible.length > 1 };
    starts.set(key, found);
    return found;
  };
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

type Counts<Key> = Map<Language, Map<Key, number>>;

/** Counts by language first: most calls speak one, so its table is at hand from visit to visit. */
function byKey<Key, Name>(
  counts: Counts<Key>,
  nameOf: (key: Key) => Name,
): ReadonlyMap<Name, Languages> {
  const found = new Map<Name, Map<Language, number>>();
  for (const [language, own] of counts) {
    for (const [key, times] of own) {
      const name = nameOf(key);
      const languages = found.get(name) ?? new Map<Language, number>();
      found.set(name, languages);
      languages.set(language, (languages.get(language) ?? 0) + times);
    }
  }
  return found;
}

function followLanguages(flow: CallFlow, paths: readonly ReplayedPath[]): PathLanguages {
  const visited: Counts<NodeId> = new Map();
  const chosen: Counts<FlowEdge> = new Map();
  const sets = new Map<FlowEdge, Language | undefined>();
  const startOf = startLanguages(flow);
  let assumed = 0;
  const tableOf = <Key>(counts: Counts<Key>, language: Language): Map<Key, number> => {
    const table = counts.get(language) ?? new Map<Key, number>();
    counts.set(language, table);
    return table;
  };
  const setBy = (edge: FlowEdge): Language | undefined => {
    if (!sets.has(edge)) sets.set(edge, languageSetBy(flow, edge));
    return sets.get(edge);
  };
  /** Follows one path from a language, with this weight. */
  const follow = ({ visits, edges }: ReplayedPath, begins: Language, weight: number): void => {
    let language = begins;
    let nodes = tableOf(visited, language);
    let next = 0;
    let before: NodeId | undefined;
    for (const node of visits) {
      const edge = edges[next];
      // A visit by a move that the flow hasn't has no edge; then the language stays what it was.
      if (edge?.to === node && edge.from === before) {
        next += 1;
        if (edge.option !== undefined) {
          const options = tableOf(chosen, language);
          options.set(edge, (options.get(edge) ?? 0) + weight);
        }
        const set = setBy(edge);
        if (set !== undefined && set !== language) {
          language = set;
          nodes = tableOf(visited, language);
        }
      }
      nodes.set(node, (nodes.get(node) ?? 0) + weight);
      before = node;
    }
  };
  for (const path of paths) {
    const { languages, isAssumed } = startOf(path);
    if (isAssumed) assumed += path.calls;
    for (const language of languages) follow(path, language, path.calls / languages.length);
  }
  return {
    visits: byKey(visited, (node) => node),
    choices: byKey(chosen, ({ from, option = 0 }) => choiceKey(from, option)),
    assumed,
  };
}
