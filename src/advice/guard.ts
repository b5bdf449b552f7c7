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
export interface Guard {
  /** Something that a rule finds, and didn't. */
  readonly finding: (before: CallFlow, after: CallFlow) => Objection | undefined;
  /** A way in which a call ends badly that none did; takes long, but not where only words and keys differ. */
  readonly badEnd: (before: CallFlow, after: CallFlow) => Objection | undefined;
}

/** Nobody objects. */
export const noGuard: Guard = { finding: () => undefined, badEnd: () => undefined };

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

/** Where a script leads, whatever is said and pressed: with the same ways the same calls end the same. */
function waysOf({ script, nodes }: CallFlow): string {
  return JSON.stringify([
    script.entries,
    script.defaults,
    nodes.map(({ id, node }) => {
      if (node.kind !== 'menu') return [id, node];
      const ways = node.options.map((option) => {
        const { to, do: does, role, set, language } = option;
        return JSON.stringify([to, does, role, set, language]);
      });
      const { bargeIn, noInput, noMatch, error } = node;
      return [id, ways.sort(), bargeIn, noInput?.to, noInput?.attempts, noMatch?.to, error];
    }),
  ]);
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
  return {
    finding(before, after) {
      const old = findingsOf(before);
      const added = [...findingsOf(after)].find(
        ([name, { count }]) => count > (old.get(name)?.count ?? 0),
      );
      if (added === undefined) return undefined;
      const [, { rule, message }] = added;
      return { because: 'finding', rule, message };
    },
    badEnd(before, after) {
      if (badEnds === undefined || waysOf(before) === waysOf(after)) return undefined;
      const known = endsOf(before);
      const cause = [...endsOf(after)].find((end) => !known.has(end));
      return cause === undefined ? undefined : { because: 'bad-end', cause };
    },
  };
}
