import type { CallFlow } from '../flow/call-flow.ts';
import { lintScript, recommendedRules, type RuleSetting } from '../lint/run-rules.ts';
import type { FindBadEnds } from '../prove/bad-ends.ts';
import type { Directory } from '../routing/directory.ts';
import type { Script } from '../script/script.ts';
import type { Limits } from './ground.ts';

/** Why a change is not made, though it would save time. */
export type Objection =
  | { readonly because: 'finding'; readonly rule: string; readonly message: string }
  | { readonly because: 'bad-end'; readonly cause: string };

/** What is held against a script that was not so before. */
export type Guard = (before: CallFlow, after: CallFlow) => Objection | undefined;

/** What a changed script is checked against. */
export interface GuardOptions {
  readonly directory?: Directory | undefined;
  /** The rules in force; the recommended ones where nothing is said. */
  readonly rules?: readonly RuleSetting[] | undefined;
  readonly limits: Limits;
  /** How calls end badly; where it is left out, nobody asks. */
  readonly badEnds?: FindBadEnds | undefined;
}

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Findings by rule and node, with how many there are: places move when a script changes. */
function findingsIn(
  script: Script,
  {
    directory,
    rules,
  }: { readonly directory: Directory | undefined; readonly rules: readonly RuleSetting[] },
): ReadonlyMap<
  string,
  { readonly count: number; readonly rule: string; readonly message: string }
> {
  const document = {
    source: { path: '', text: '' },
    format: 'native',
    script,
    places: { at: () => nowhere, has: () => false, fields: () => [] },
  } as const;
  const found = new Map<string, { count: number; rule: string; message: string }>();
  for (const { ruleId, subject, message } of lintScript(document, { directory, rules })) {
    const [, node = ''] = subject.split('/');
    const name = `${ruleId} ${node}`;
    const known = found.get(name);
    found.set(name, { count: (known?.count ?? 0) + 1, rule: ruleId, message });
  }
  return found;
}

/**
 * Compares scripts before and after a change: rules must find nothing new at any node, and no call may
 * end badly in a way that none did before. What was found in a script is remembered, since a path of
 * changes asks again and again.
 */
export function guardOf({ directory, rules, limits, badEnds }: GuardOptions): Guard {
  const settings = (rules ?? recommendedRules).map((setting): RuleSetting =>
    setting.rule.id === 'menu-width'
      ? { ...setting, thresholds: { ...setting.thresholds, many: limits.width } }
      : setting,
  );
  const findings = new WeakMap<CallFlow, ReturnType<typeof findingsIn>>();
  const ends = new WeakMap<CallFlow, ReadonlySet<string>>();
  const findingsOf = (flow: CallFlow) => {
    const known = findings.get(flow) ?? findingsIn(flow.script, { directory, rules: settings });
    findings.set(flow, known);
    return known;
  };
  const endsOf = (flow: CallFlow) => {
    const known = ends.get(flow) ?? badEnds?.(flow) ?? new Set<string>();
    ends.set(flow, known);
    return known;
  };
  return (before, after) => {
    const old = findingsOf(before);
    for (const [name, { count, rule, message }] of findingsOf(after)) {
      if (count > (old.get(name)?.count ?? 0)) return { because: 'finding', rule, message };
    }
    if (badEnds === undefined) return undefined;
    const known = endsOf(before);
    const cause = [...endsOf(after)].find((end) => !known.has(end));
    return cause === undefined ? undefined : { because: 'bad-end', cause };
  };
}
