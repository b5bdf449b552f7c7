import { loopWords, switchWords } from '../script/case-words.ts';
import { once } from '../source/once.ts';
import { isImported } from '../script/is-imported.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { Language } from '../script/values.ts';
import type { NodeId } from '../script/names.ts';
import type { CallFlow, FlowNode } from './call-flow.ts';
import { callLanguages } from './call-languages.ts';
import { fewWithout, setAttributes } from './set-attributes.ts';

/** Words that leave nothing over where all of them have a case. */
const wholes: readonly (readonly string[])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['on', 'off'],
  ['1', '0'],
  ['open', 'closed'],
  ['success', 'failure'],
  ['success', 'error'],
  ['success', 'fail'],
  ['pass', 'fail'],
  ['valid', 'invalid'],
  ['known', 'unknown'],
  ['found', 'not-found'],
  ['again', 'done'],
];

/** Comparisons that leave no number over, with the same name and limit on both sides. */
const halves: readonly (readonly [first: string, second: string, limit?: string])[] = [
  ['>', '<='],
  ['>=', '<'],
  // What is counted isn't below nought.
  ['>', '=', '0'],
];

function leavesNothing(cases: readonly string[]): boolean {
  const values = new Set(cases.map((when) => when.trim().toLowerCase()));
  if (wholes.some((whole) => whole.every((word) => values.has(word)))) return true;
  return [...values].some((value) => {
    const [, name = '', sign = '', limit = ''] = /^([^<>=]*)(>=?) (\S+)$/.exec(value) ?? [];
    return halves.some(
      ([first, second, only = limit]) =>
        first === sign && only === limit && values.has(`${name}${second} ${limit}`),
    );
  });
}

/** A branch that can lose callers, and at which values. */
export interface LostValues {
  readonly branch: FlowNode & { readonly node: NodeOfKind<'branch'> };
  /** Values that can come and have no case. */
  readonly values: readonly string[];
  /** True when others may come that nobody can list. */
  readonly isOpen: boolean;
}

function fits(cases: readonly string[], language: Language): boolean {
  const tag = language.toLowerCase();
  return cases.some(
    (when) => tag === when.toLowerCase() || tag.startsWith(`${when.toLowerCase()}-`),
  );
}

interface Facts {
  readonly languages: ReadonlyMap<NodeId, ReadonlySet<Language>> | undefined;
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tasks: ReadonlySet<unknown>;
}

function factsOf(flow: CallFlow): Facts {
  const tasks = flow.nodes.map(({ node }) => (node.kind === 'task' ? node.task : undefined));
  return {
    languages: callLanguages(flow),
    attributes: setAttributes(flow),
    tasks: new Set<unknown>(tasks),
  };
}

function lostAt(
  id: NodeId,
  node: NodeOfKind<'branch'>,
  { languages, attributes, tasks }: Facts,
): Omit<LostValues, 'branch'> {
  const { on } = node;
  const cases = node.cases.map(({ when }) => when);
  const listed = (values: Iterable<string>, isOpen = false) => ({ values: [...values], isOpen });
  if (on === 'share' || leavesNothing(cases)) return listed([]);
  if (on === 'language') {
    const spoken = [...(languages?.get(id) ?? [])];
    return listed(spoken.filter((language) => !fits(cases, language)).sort());
  }
  if ('calendar' in on) return listed(cases.includes('open') ? [] : ['open']);
  if ('emergency' in on) {
    const lacks = (words: readonly string[]) => !cases.some((when) => words.includes(when));
    return listed((['on', 'off'] as const).filter((word) => lacks(switchWords[word])));
  }
  if ('queue-status' in on) return listed([], true);
  if ('loop' in on) return listed(loopWords.filter((word) => !cases.includes(word)));
  if ('result' in on) return listed([], tasks.has(on.result));
  return listed(fewWithout(attributes.get(on.attribute) ?? [], new Set(cases)), true);
}

/**
 * The branches without an otherwise that lose callers, with the values that can be told from the
 * script: states of a calendar or of an emergency switch, the languages that calls may be in there, what
 * options set. Nothing for shares, for imports, whose platform has ways of its own, and for results
 * of what is no task of the script.
 */
export function lostValues(flow: CallFlow): readonly LostValues[] {
  const facts = once(() => factsOf(flow));
  return flow.nodes.flatMap((branch) => {
    const { node } = branch;
    if (node.kind !== 'branch' || node.otherwise !== undefined || isImported(node)) return [];
    const lost = node.cases.length === 0 ? undefined : lostAt(branch.id, node, facts());
    return lost === undefined || (lost.values.length === 0 && !lost.isOpen)
      ? []
      : [{ branch: { ...branch, node }, ...lost }];
  });
}
