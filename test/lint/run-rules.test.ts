import { describe, expect, test } from '@jest/globals';
import { defineRule } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import type { Script } from '../../src/script/script.ts';
import { compareFindings } from '../../src/source/finding.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { corpusFiles, corpusSource } from '../support/corpus.ts';
import { documentOf } from '../support/script-of.ts';

/** Recursion on the depth of a flow would overflow the stack at a third of this. */
const menus = 30_000;

/** Menus in a chain, each silent caller led to the next, every option to the end. */
function longScript(): Script {
  const nodes = Object.fromEntries(
    Array.from({ length: menus }, (_, index) => [
      `m${index}`,
      {
        kind: 'menu',
        say: { text: 'Press 1.' },
        options: [{ key: '1', to: index === menus - 1 ? 'm0' : `m${index + 1}` }],
        noInput: { to: index === menus - 1 ? 'm0' : `m${index + 1}` },
        noMatch: { to: `m${index}` },
      },
    ]),
  );
  return {
    ivr: 1,
    id: 't',
    language: 'en',
    entries: [{ start: 'm0' }],
    nodes,
  } as unknown as Script;
}

describe('running rules', () => {
  const document = documentOf('  a: {kind: announcement, to: nowhere}\n  b: {kind: announcement}');

  test('fills the facts into the messages, at the place and in the order of the file', () => {
    const findings = lintScript(document);
    expect(findings.map(({ ruleId, at, subject }) => [ruleId, at.start.line, subject])).toEqual([
      ['missing-target', 6, 'nodes/a/to'],
      ['unreachable-node', 7, 'nodes/b'],
    ]);
    expect([...findings].sort(compareFindings)).toEqual(findings);
    expect(findings[0]?.message).toContain('sent to "nowhere"');
  });

  test('never fills a fact of the user into a fact of the user', () => {
    const rule = defineRule({
      id: 'quote',
      severity: 'info',
      summary: 's',
      source: 's',
      messages: { quote: { says: '{a}: {b}', help: '{b}' } },
      check: ({ report }) => {
        report({ message: 'quote', data: { a: '{b}', b: '$&' }, at: [] });
      },
    });
    expect(lintScript(document, { rules: [{ rule }] })[0]).toMatchObject({
      message: '{b}: $&',
      help: '$&',
    });
  });

  test('takes 30,000 menus in one round without overflowing the stack', () => {
    const found = lintScript({ ...document, script: longScript() });
    const rounds = found.filter(({ ruleId }) => ruleId === 'endless-loop');
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.message.length).toBeLessThan(200);
    const others = found.filter(({ ruleId }) => ruleId !== 'endless-loop');
    expect(new Set(others.map(({ ruleId }) => ruleId))).toEqual(new Set(['single-option-menu']));
  }, 60_000);
});

describe('the rules on the corpus of real exports', () => {
  const files = corpusFiles('amazon-connect').filter(({ kind }) => kind !== 'aux');

  (files.length > 0 ? test : test.skip)(
    'judge every flow without a crash, each finding at a place in the file',
    async () => {
      for (const file of files) {
        const source = corpusSource(file);
        const lines = source.text.split(/\r\n|\n|\r/).length;
        for (const document of (await readMenuFile(source)).documents) {
          for (const { at, ruleId, message } of lintScript(document, {
            rules: rules.map((rule) => ({ rule })),
          })) {
            expect({ ruleId, message, inFile: at.start.line <= lines }).toEqual({
              ruleId,
              message,
              inFile: true,
            });
            expect(message).not.toMatch(/undefined|\[object/);
          }
        }
      }
    },
  );
});
