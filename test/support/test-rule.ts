import { describe, expect, test } from '@jest/globals';
import type { Problem, Rule } from '../../src/lint/rule.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';
import { compareFindings, type Severity } from '../../src/source/finding.ts';
import type { Place } from '../../src/source/source.ts';
import { documentOf } from './script-of.ts';

/**
 * A script to run a rule on: the YAML of its nodes, of fields above them, and of a directory. In
 * invalid ones a comment below a line marks what the rule finds there, `!severity` where it isn't
 * the rule's own:
 *
 *     main: {kind: announcement, to: nowhere}
 *     #                              ^^^^^^^ missing-target target
 */
export interface RuleFixture {
  /** What it shows, as the rest of a sentence: "is silent about …", "finds …". */
  readonly title: string;
  readonly nodes: string;
  readonly head?: string;
  readonly directory?: string;
}

interface Mark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly ruleId: string;
  readonly message: string;
  readonly severity: Severity;
}

const markLine = /^(\s*#\s*)(\^+) ([a-z-]+) ([a-zA-Z]+)(?: !(error|warning|info))?$/;

function marksIn(text: string, rule: Rule): readonly Mark[] {
  const marks: Mark[] = [];
  let lastLine = 0;
  text.split('\n').forEach((content, index) => {
    const match = markLine.exec(content);
    if (match === null) {
      lastLine = index + 1;
      return;
    }
    const [, lead = '', carets = '', ruleId = '', message = '', severity] = match;
    marks.push({
      line: lastLine,
      from: lead.length + 1,
      to: lead.length + 1 + carets.length,
      ruleId,
      message,
      severity: (severity as Severity | undefined) ?? rule.severity,
    });
  });
  return marks;
}

const byPlace = (a: Mark, b: Mark) =>
  a.line - b.line || a.from - b.from || (a.message < b.message ? -1 : 1);

interface RuleRun {
  readonly document: ScriptDocument;
  readonly problems: readonly Problem<string>[];
  readonly found: readonly Mark[];
}

function run(rule: Rule, fixture: RuleFixture): RuleRun {
  const document = documentOf(fixture.nodes, fixture.head);
  const { places, source } = document;
  const reading =
    fixture.directory === undefined
      ? undefined
      : parseDirectory({ path: 'test.directory.yaml', text: fixture.directory });
  const directory = reading?.document?.directory;
  expect(reading?.findings ?? []).toEqual([]);
  const problems: Problem<string>[] = [];
  const watched: Rule = {
    ...rule,
    check: (context) => {
      rule.check({
        ...context,
        report: (problem) => {
          problems.push(problem);
          context.report(problem);
        },
      });
    },
  };
  const once = lintScript(document, { directory, rules: [{ rule: watched }] });
  expect(lintScript(document, { directory, rules: [{ rule }] })).toEqual(once);
  expect([...once].sort(compareFindings)).toEqual(once);
  const lineEnd = ({ start, end }: Place) =>
    start.line === end.line
      ? end.column
      : (source.text.split('\n')[start.line - 1] ?? '').length + 1;
  const found = problems.map((problem): Mark => {
    const place = places.at(problem.at, problem.aim);
    return {
      line: place.start.line,
      from: place.start.column,
      to: lineEnd(place),
      ruleId: rule.id,
      message: problem.message,
      severity: problem.severity ?? rule.severity,
    };
  });
  return { document, problems, found: found.sort(byPlace) };
}

/** Checks that what a rule reports can be shown: places that exist, messages with all their facts. */
function checkProblems(rule: Rule, { document, problems }: RuleRun): void {
  for (const { at, related = [], message, data = {} } of problems) {
    for (const path of [at, ...related.map((other) => other.at)]) {
      expect({ path, exists: document.places.has(path) }).toEqual({ path, exists: true });
    }
    const template = rule.messages[message];
    expect({ message, isDeclared: template !== undefined }).toEqual({ message, isDeclared: true });
    const facts = [
      ...`${template?.says ?? ''} ${template?.help ?? ''}`.matchAll(/\{([a-zA-Z]+)\}/g),
    ];
    for (const [, fact = ''] of facts) expect(Object.keys(data)).toContain(fact);
  }
}

/** Runs a rule over scripts that it must be silent about and over scripts with marked findings. */
export function testRule(
  rule: Rule,
  fixtures: { readonly valid: readonly RuleFixture[]; readonly invalid: readonly RuleFixture[] },
): void {
  describe(`the rule ${rule.id}`, () => {
    const exercised = new Set<string>();
    for (const fixture of fixtures.valid) {
      test(`is silent about ${fixture.title}`, () => {
        expect(run(rule, fixture).found).toEqual([]);
      });
    }
    for (const fixture of fixtures.invalid) {
      test(`finds ${fixture.title}`, () => {
        const result = run(rule, fixture);
        const marks = marksIn(result.document.source.text, rule);
        expect(marks.length).toBeGreaterThan(0);
        expect(result.found).toEqual([...marks].sort(byPlace));
        checkProblems(rule, result);
        for (const { message } of result.problems) exercised.add(message);
      });
    }
    test('has a fixture for each of its messages', () => {
      expect([...exercised].sort()).toEqual(Object.keys(rule.messages).sort());
    });
  });
}
