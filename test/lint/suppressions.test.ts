import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../src/lint/rules/index.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { applySuppressions } from '../../src/lint/suppressions.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { compareFindings, type Finding } from '../../src/source/finding.ts';
import { readComments } from '../../src/source/read-comments.ts';
import { placeBetween, type Source } from '../../src/source/source.ts';
import { underlined } from '../support/underlined.ts';

const everything = new Set(rules.map(({ id }) => id));

/** A finding of a rule at each `@rule-id` of a text. */
function findingsIn(source: Source): readonly Finding[] {
  return [...source.text.matchAll(/@([a-z-]+)/g)].map((match) => ({
    ruleId: match[1] ?? '',
    severity: 'error',
    message: `at ${match.index}`,
    data: {},
    subject: '',
    at: placeBetween(source, match.index, match.index + match[0].length),
    related: [],
    help: '',
  }));
}

function run(text: string, { path = 'a.yaml', ran = everything } = {}) {
  const source = { path, text };
  const found = findingsIn(source);
  const result = applySuppressions(source, readComments(source), found, ran);
  expect(result.findings.length + result.suppressed.length).toBe(found.length);
  const said = (finding: Finding) => `${finding.at.start.line} ${finding.ruleId}`;
  return {
    kept: result.findings.map(said),
    hidden: result.suppressed.map(({ finding, reason }) => `${said(finding)}: ${reason}`),
    problems: result.problems.map(said),
    messages: result.problems.map(({ message }) => message),
    places: result.problems.map(({ at }) => underlined(text, at)),
  };
}

describe('suppressions', () => {
  test('hide what the rule finds on the next line, with their reason', () => {
    const text = `# ivr-disable-next-line dead-end -- the recording says goodbye
a: '@dead-end'
b: '@dead-end @missing-target'
`;
    expect(run(text)).toMatchObject({
      kept: ['3 dead-end', '3 missing-target'],
      hidden: ['2 dead-end: the recording says goodbye'],
      problems: [],
    });
  });

  test('can name several rules, and stand above one another and above blank lines', () => {
    const text = `#ivr-disable-next-line dead-end, missing-target -- one
# a remark between
# ivr-disable-next-line duplicate-key -- two

a: '@dead-end @missing-target @duplicate-key @endless-loop'
`;
    expect(run(text)).toMatchObject({
      kept: ['5 endless-loop'],
      hidden: ['5 dead-end: one', '5 missing-target: one', '5 duplicate-key: two'],
      problems: [],
    });
  });

  test('hide from one comment to the next, and go on to the end without a second', () => {
    const text = `a: '@dead-end'
# ivr-disable dead-end, missing-target -- old
b: '@dead-end' # ivr-enable dead-end
c: '@dead-end @missing-target'
d: '@missing-target'
`;
    expect(run(text)).toMatchObject({
      kept: ['1 dead-end', '4 dead-end'],
      hidden: ['3 dead-end: old', '4 missing-target: old', '5 missing-target: old'],
      problems: [],
    });
  });

  test('are all ended by one that names nothing', () => {
    const text = `a: 1
# ivr-disable dead-end, missing-target -- old
b: '@dead-end @missing-target'
# ivr-enable
c: '@dead-end @missing-target'
`;
    expect(run(text).kept).toEqual(['5 dead-end', '5 missing-target']);
  });

  test('hold for the whole file where they stand above everything', () => {
    const source = { path: 'a.yaml', text: '# a line\n# ivr-disable dead-end -- old\n\na: 1\n' };
    const [finding] = findingsIn({ path: 'a.yaml', text: '@dead-end' });
    if (finding === undefined) throw new Error('no finding');
    const { suppressed } = applySuppressions(source, readComments(source), [finding], everything);
    expect(suppressed.length).toBe(1);
  });

  test('work in JSON with comments', () => {
    const text = `{
  // ivr-disable-next-line dead-end -- one
  "a": "@dead-end",
  /* ivr-disable missing-target -- two
     on several lines */
  "b": "@missing-target @dead-end"
}`;
    expect(run(text, { path: 'a.json' })).toMatchObject({
      kept: ['6 dead-end'],
      hidden: ['3 dead-end: one', '6 missing-target: two\n     on several lines'],
      problems: [],
    });
  });

  test('in texts that callers hear are none', () => {
    const text =
      'a: |\n  # ivr-disable dead-end -- no\nb: "# ivr-disable dead-end -- no"\nc: \'@dead-end\'\n';
    expect(run(text)).toMatchObject({ kept: ['4 dead-end'], hidden: [], problems: [] });
  });

  test('without a reason are reported, and hide nothing', () => {
    for (const tail of ['', ' --', ' -- ', ' - why']) {
      const { kept, problems } = run(`# ivr-disable-next-line dead-end${tail}\na: '@dead-end'\n`);
      expect(kept).toEqual(['2 dead-end']);
      expect(problems).toContain('1 suppression-without-reason');
    }
  });

  test('without a rule are reported, and hide nothing', () => {
    expect(run("# ivr-disable -- everything is fine\na: '@dead-end'\n")).toMatchObject({
      kept: ['2 dead-end'],
      problems: ['1 suppression-without-rule'],
    });
  });

  test('of rules that do not exist are reported at the name; the others hold', () => {
    const text = "# ivr-disable-next-line deadend, missing-target -- why\na: '@missing-target'\n";
    expect(run(text)).toMatchObject({
      kept: [],
      problems: ['1 unknown-rule'],
      places: ['deadend'],
      messages: ['There is no rule "deadend". Did you mean "dead-end"?'],
    });
  });

  test('can not hide that a file could not be read', () => {
    const { problems, messages } = run('# ivr-disable syntax -- why\na: 1\n');
    expect(problems).toEqual(['1 unknown-rule']);
    expect(messages[0]).toContain("can't be suppressed");
  });

  test('that hide nothing are reported at the name', () => {
    const text = `a: 1
# ivr-disable-next-line dead-end -- why
b: 2
# ivr-disable missing-target, duplicate-key -- why
c: '@duplicate-key'
# ivr-enable endless-loop
# ivr-enable
# ivr-enable
`;
    expect(run(text)).toMatchObject({
      problems: [
        '6 unused-suppression',
        '8 unused-suppression',
        '2 unused-suppression',
        '4 unused-suppression',
      ],
      places: ['endless-loop', '# ivr-enable', 'dead-end', 'missing-target'],
    });
  });

  test('that repeat one that holds already are reported', () => {
    const text = `# ivr-disable dead-end -- one
# ivr-disable dead-end -- two
a: '@dead-end'
`;
    expect(run(text)).toMatchObject({
      hidden: ['3 dead-end: one'],
      problems: ['2 unused-suppression'],
    });
  });

  test('of rules that did not run are not judged', () => {
    const text = '# ivr-disable dead-end -- why\na: 1\n';
    expect(run(text, { ran: new Set() }).problems).toEqual([]);
  });

  test('in a word that does not exist are reported', () => {
    const { problems, messages } = run(
      'a: 1 # ivr-disable-line dead-end -- why\n# ivr-disabled is no more\n',
    );
    expect(problems).toEqual(['1 unknown-suppression', '2 unknown-suppression']);
    expect(messages[0]).toContain('"ivr-disable-line"');
  });

  test('of a real menu hide exactly the finding below them', () => {
    const menu = (comment: string) => `ivr: 1
id: shop
language: en
entries: [{start: a}]
nodes:
  ${comment}
  a: {kind: announcement, say: Bye.}
`;
    const lint = (text: string) => {
      const source = { path: 'shop.ivr.yaml', text };
      const { document } = parseScript(source);
      const found = document === undefined ? [] : lintScript(document);
      return applySuppressions(source, readComments(source), found, everything);
    };
    expect(lint(menu('#')).findings.map(({ ruleId }) => ruleId)).toContain('dead-end');
    const { findings, suppressed } = lint(menu('# ivr-disable-next-line dead-end -- why'));
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('dead-end');
    expect(suppressed.map(({ finding }) => finding.ruleId)).toEqual(['dead-end']);
  });

  test('never lose a finding and never make one up, however they are mixed', () => {
    const line = fc.constantFrom(
      '# ivr-disable dead-end -- a',
      '# ivr-disable dead-end, missing-target -- b',
      '# ivr-disable-next-line dead-end -- c',
      '# ivr-disable-next-line missing-target',
      '# ivr-enable dead-end',
      '# ivr-enable',
      '# hello',
      '',
      "- '@dead-end'",
      "- '@missing-target'",
      "- '@dead-end @missing-target' # ivr-disable dead-end -- d",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const source = { path: 'a.yaml', text: lines.join('\n') };
        const found = findingsIn(source);
        const result = applySuppressions(source, readComments(source), found, everything);
        const all = [...result.findings, ...result.suppressed.map(({ finding }) => finding)];
        expect(all.sort(compareFindings)).toEqual([...found].sort(compareFindings));
      }),
      { numRuns: 500 },
    );
  });

  test('take 20,000 comments and findings in a moment', () => {
    const block =
      "# ivr-disable-next-line dead-end -- why\n# ivr-disable missing-target -- why\n- '@dead-end'\n";
    const source = { path: 'a.yaml', text: block.repeat(10_000) + '# note\n'.repeat(20_000) };
    const found = findingsIn(source);
    const result = applySuppressions(source, readComments(source), found, everything);
    expect([result.findings.length, result.suppressed.length]).toEqual([0, 10_000]);
  });
});
