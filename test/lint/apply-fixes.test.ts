import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { applyFixes, type Checked } from '../../src/lint/apply-fixes.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { lintScript, type RuleSetting } from '../../src/lint/run-rules.ts';
import type { Rule } from '../../src/lint/rule.ts';
import type { Source } from '../../src/source/source.ts';
import { writtenScripts } from '../support/written-scripts.ts';

const all: readonly RuleSetting[] = rules
  .filter(({ presets }) => presets?.some((preset) => preset.startsWith('law')) !== true)
  .map((rule) => ({ rule }));

/** Checks a text as `ivr lint` does, with these rules. */
const checkWith =
  (settings: readonly RuleSetting[] = all) =>
  async (source: Source): Promise<Checked> => {
    const { documents, findings } = await readMenuFile(source);
    const found = documents.flatMap((document) => lintScript(document, { rules: settings }));
    return { findings: [...findings, ...found], isRead: documents.length > 0 };
  };

const fix = (text: string, settings?: readonly RuleSetting[], path = 'a.ivr.yaml') =>
  applyFixes({ path, text }, checkWith(settings));

const commentsOf = (text: string): readonly string[] =>
  (text.match(/# (?:note \d+|top)/g) ?? []).toSorted();

const head = 'ivr: 1\nid: line\nlanguage: en\nentries: [{start: main}]\nnodes:\n';

describe('mending a script', () => {
  test('leads silent and mistaken callers to the one person there is', async () => {
    const text = `${head}  main:
    kind: menu
    say: Main menu.
    options:
      - {key: "1", say: "For hours, press 1.", to: hours} # often
      - {key: "0", say: "For an adviser, press 0.", role: agent, to: desk}
  hours: {kind: collect, say: "Enter your postcode.", digits: {min: 5, max: 5}, to: desk, noMatch: {attempts: 2}}
  desk: {kind: queue, queue: general}
`;
    const { source, fixed } = await fix(text);
    expect(source.text).toBe(`${head}  main:
    kind: menu
    say: Main menu.
    options:
      - {key: "1", say: "For hours, press 1.", to: hours} # often
      - {key: "0", say: "For an adviser, press 0.", role: agent, to: desk}
    noInput: {to: desk}
    noMatch: {to: desk}
  hours: {kind: collect, say: "Enter your postcode.", digits: {min: 5, max: 5}, to: desk, noMatch: {attempts: 2, to: desk}, noInput: {to: desk}}
  desk: {kind: queue, queue: general}
`);
    expect(fixed.map(({ ruleId }) => ruleId)).toEqual([
      'no-input-unhandled',
      'no-match-unhandled',
      'no-input-unhandled',
      'no-match-unhandled',
    ]);
  });

  test('renumbers options in the order in which they are read, and everything that is said of them', async () => {
    const text =
      `${head}  welcome: {kind: announcement, say: "Good day. If you know it, press 3 for cards.", to: main}
  main:
    kind: menu
    options:
      - {key: "3", say: {en: "For cards, press 3.", el: "Για κάρτες, πατήστε 3."}, to: desk} # first
      - {key: 1, say: {en: "For loans, press one.", el: "Για δάνεια, πατήστε 1."}, to: desk}
      - {key: '2', say: {en: "For hours, press 2.", el: "Για ωράριο, πατήστε 2."}, to: desk}
    noInput: {say: {en: "Press 1, 2 or 3.", el: "Πατήστε 1, 2 ή 3."}, to: desk}
    noMatch: {to: desk}
  desk: {kind: queue, queue: general}
`.replace('[{start: main}]', '[{start: welcome}]');
    const renumber = rules.filter(({ id }) => id === 'key-order').map((rule) => ({ rule }));
    const { source, fixed } = await fix(text, renumber);
    expect(fixed.map(({ fix: done }) => done?.description)).toEqual([
      'Renumber the options of "main": 3 → 1, 1 → 2, 2 → 3',
    ]);
    expect(source.text).toContain('press 1 for cards.');
    expect(source.text).toContain(
      '- {key: "1", say: {en: "For cards, press 1.", el: "Για κάρτες, πατήστε 1."}, to: desk} # first',
    );
    expect(source.text).toContain(
      '- {key: 2, say: {en: "For loans, press two.", el: "Για δάνεια, πατήστε 2."}, to: desk}',
    );
    expect(source.text).toContain('- {key: \'3\', say: {en: "For hours, press 3."');
  });

  test('renumbers nothing where a recording, or a prompt of all menus, names the keys', async () => {
    const menu = (say: string, defaults = '') => `${defaults}${head}  main:
    kind: menu
    options:
      - {key: "2", say: ${say}, to: desk}
      - {key: "1", say: "For loans, press 1.", to: desk}
    noInput: {to: desk}
    noMatch: {to: desk}
  desk: {kind: queue, queue: general}
`;
    for (const text of [
      menu('{recording: a.wav, length: 2s, text: "For cards, press 2."}'),
      menu('"For cards, press 2."', 'defaults: {noMatch: {say: "Press 2 for cards."}}\n'),
    ]) {
      const { source, left } = await fix(text);
      expect(left.map(({ ruleId }) => ruleId)).toContain('key-order');
      expect(source.text).toBe(text);
    }
  });

  test('leaves it to a person to choose between two queues', async () => {
    const text = `${head}  main:
    kind: menu
    options: [{key: "1", say: "Sales: press 1.", to: sales}, {key: "2", say: "Press 2.", to: help}]
  sales: {kind: queue, queue: sales}
  help: {kind: queue, queue: help}
`;
    const { source, fixed, left } = await fix(text);
    expect(source.text).toBe(text);
    expect(fixed).toEqual([]);
    expect(left.map(({ ruleId }) => ruleId)).toContain('no-input-unhandled');
  });

  test("takes blanks off prompts and keys; a key with blanks can't even be read before", async () => {
    const text = `${head}  main:
    kind: menu
    say: {en: " Main menu. ", es: 'Menú. '}
    options: [{key: " 1", say: "Press 1.", to: desk}]
    noInput: {to: "desk "}
    noMatch: {to: desk}
  desk: {kind: queue, queue: general}
`;
    const { source, left } = await fix(text);
    expect(source.text).toBe(
      text
        .replace('" Main menu. "', '"Main menu."')
        .replace("'Menú. '", "'Menú.'")
        .replace('" 1"', '"1"')
        .replace('"desk "', '"desk"'),
    );
    expect(left.filter(({ fix: open }) => open !== undefined)).toEqual([]);
  });

  test('makes no fix that leaves its finding, brings another one, or fits nothing', async () => {
    const text = `${head}  main: {kind: announcement, say: Hello., to: end}\n  end: {kind: hangup}\n`;
    const at = ['nodes', 'main', 'to'];
    const bad = (id: string, edits: NonNullable<Rule['check']>): RuleSetting => ({
      rule: { ...rule, id, check: edits },
    });
    const rule: Rule = {
      id: 'bad',
      severity: 'error',
      summary: '',
      source: '',
      messages: { bad: { says: 'Bad.', help: 'Mend it.' } },
      check: () => undefined,
    };
    const description = 'Mend it';
    const settings = [
      ...all,
      bad('stays', ({ report }) => {
        const edits = [{ edit: 'set', at: ['id'], value: 'other' }] as const;
        report({ message: 'bad', at: [], fix: { description, edits } });
      }),
      bad('brings-another', ({ script, report }) => {
        const { main } = script.nodes as Readonly<Record<string, { readonly to?: string }>>;
        if (main?.to !== 'end') return;
        const edits = [{ edit: 'set', at, value: 'nowhere' }] as const;
        report({ message: 'bad', at, fix: { description, edits } });
      }),
      bad('fits-nothing', ({ report }) => {
        const edits = [{ edit: 'set', at: ['nodes', 'other', 'to'], value: 'end' }] as const;
        report({ message: 'bad', at, fix: { description, edits } });
      }),
    ];
    const { source, fixed, left } = await fix(text, settings);
    expect(source.text).toBe(text);
    expect(fixed).toEqual([]);
    expect(left.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['stays', 'brings-another', 'fits-nothing']),
    );
  });

  test('makes the good fixes among the bad, whatever their order', async () => {
    const text = `${head}${Array.from({ length: 9 }, (_, index) => `  n${index}: {kind: announcement, say: " Hello.", to: end}\n`).join('')}  end: {kind: hangup}\n`;
    const strict = rules.filter(({ id }) => id === 'stray-blanks').map((rule) => ({ rule }));
    const [blanks] = strict;
    if (blanks === undefined) throw new Error('no rule about blanks');
    const settings: readonly RuleSetting[] = [
      {
        rule: {
          ...blanks.rule,
          check(context) {
            blanks.rule.check({
              ...context,
              report(problem) {
                const isBad = /n[258]/.test(String(problem.at[1]));
                const edits = [{ edit: 'set', at: ['id'], value: 'x' }] as const;
                const fixOf = isBad ? { description: 'Nothing', edits } : problem.fix;
                context.report({ ...problem, fix: fixOf });
              },
            });
          },
        },
      },
    ];
    const { source, left } = await fix(text, settings);
    expect(left.map(({ data }) => data['node'])).toEqual(['n2', 'n5', 'n8']);
    expect(source.text.match(/" Hello/g)).toHaveLength(3);
    expect(source.text).toContain('id: line');
  });

  test('keeps all comments, brings nothing new, and has nothing more to do the next time', async () => {
    const ruleIds: string[] = [];
    await fc.assert(
      fc.asyncProperty(writtenScripts, async ({ text }) => {
        const lacking = text.replace('end: {kind: hangup}', 'end: {kind: queue, queue: general}');
        const before = await checkWith()({ path: 'a.ivr.yaml', text: lacking });
        const { source, fixed, left } = await fix(lacking);
        const isOpen = (id: string) => left.some(({ ruleId }) => ruleId === id);
        expect(isOpen('no-input-unhandled') || isOpen('no-match-unhandled')).toBe(false);
        expect(commentsOf(source.text)).toEqual(commentsOf(lacking));
        expect(left.length).toBe(before.findings.length - fixed.length);
        const otherBreaks = lacking.includes('\r\n') ? /(^|[^\r])\n/ : /\r/;
        expect(source.text).not.toMatch(otherBreaks);
        ruleIds.push(...fixed.map(({ ruleId }) => ruleId));
        const again = await fix(source.text);
        expect(again.source.text).toBe(source.text);
        expect(again.fixed).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(new Set(ruleIds)).toEqual(
      new Set(['field-order', 'no-input-unhandled', 'no-match-unhandled']),
    );
  });
});
