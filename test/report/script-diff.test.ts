import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differenceKinds } from '../../src/diff/difference.ts';
import { diffScripts } from '../../src/diff/diff-scripts.ts';
import { wordChanges } from '../../src/diff/word-changes.ts';
import { scriptDiffToJson } from '../../src/report/script-diff-json.ts';
import { scriptDiffToMarkdown } from '../../src/report/script-diff-markdown.ts';
import { scriptDiffToText } from '../../src/report/script-diff-text.ts';
import { writeNativeScript } from '../../src/export/native.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';
import { anyScript } from '../support/any-script.ts';
import { documentOf } from '../support/script-of.ts';

/** A script as it stands in a file of that name. */
function written(script: Script, path: string) {
  const { document } = parseScript({ path, text: writeNativeScript(script, 'json') });
  if (document === undefined) throw new Error('not written');
  return document;
}

interface DiffDocument {
  readonly same: boolean;
  readonly differences: readonly {
    readonly kind: string;
    readonly places: Readonly<Record<'before' | 'after', { readonly line: number } | null>>;
  }[];
}

describe('reports of what changed', () => {
  test('tell as many differences in JSON as there are, each with its places', () => {
    fc.assert(
      fc.property(anyScript, anyScript, (one, other) => {
        const documents = { before: written(one, 'a.json'), after: written(other, 'b.json') };
        const diff = diffScripts(documents.before.script, documents.after.script);
        const report = { documents, diff };
        const json = JSON.parse(scriptDiffToJson(report)) as DiffDocument;
        expect(json.differences).toHaveLength(diff.differences.length);
        expect(json.same).toBe(diff.differences.length === 0);
        for (const { kind, places } of json.differences) {
          expect(differenceKinds).toContain(kind);
          expect(places.before !== null || places.after !== null).toBe(true);
        }
        const lines = scriptDiffToText(report)
          .split('\n')
          .filter((line) => /^ {2}[+~-] /.test(line));
        const quiet = diff.differences.filter((one) => one.kind === 'prompt' && one.saysKey);
        expect(lines).toHaveLength(diff.differences.length - quiet.length);
        expect(scriptDiffToMarkdown(report)).toMatch(/^### any: /);
      }),
      { numRuns: 60 },
    );
  });

  test('stay below what GitHub takes as a comment, and count what they leave out', () => {
    const nodes = (words: string) =>
      Array.from(
        { length: 900 },
        (_, at) => `  n${at}: {kind: announcement, say: "${words} ${'long '.repeat(20)}"}\n`,
      ).join('');
    const [before, after] = [documentOf(nodes('Old words.')), documentOf(nodes('New words.'))];
    const markdown = scriptDiffToMarkdown({
      documents: { before, after },
      diff: diffScripts(before.script, after.script),
    });
    expect(markdown.length).toBeLessThan(62_000);
    expect(markdown).toMatch(/… and \d+ more differences\.\n$/);
  });
});

describe('changed words', () => {
  const told = (before: string, after: string) =>
    wordChanges(before, after)
      .map(({ kind, text }) =>
        kind === 'same' ? text : kind === 'removed' ? `-${text}-` : `+${text}+`,
      )
      .join('');

  test.each([
    ['For bills, press 4.', 'For bills, press 1.', 'For bills, press -4-+1+.'],
    ['Call us again.', 'Please call us again.', '-Call-+Please call+ us again.'],
    [
      'カードは4を押してください。',
      'カードは1を押してください。',
      'カードは-4-+1+を押してください。',
    ],
    ['Πατήστε 4', 'Πατήστε 4', 'Πατήστε 4'],
    ['', 'Hello.', '+Hello.+'],
    ['old words here', 'new texts here', '-old words-+new texts+ here'],
  ])('of %j to %j are %j', (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  test('put together are both texts again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const changes = wordChanges(a, b);
        const side = (gone: string) =>
          changes.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join('');
        expect([side('added'), side('removed')]).toEqual([a, b]);
      }),
    );
  });
});
