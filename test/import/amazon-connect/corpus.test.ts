import { describe, expect, jest, test } from '@jest/globals';
import { writeNativeScript } from '../../../src/export/native.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { lintScript } from '../../../src/lint/run-rules.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { lineText, type Place, type Source } from '../../../src/source/source.ts';
import { corpusFiles, corpusSource, hasCorpus } from '../../support/corpus.ts';

jest.setTimeout(120_000);

/** A place that an editor could go to, with something written there. */
function expectPlaceIn(source: Source, { path, start, end }: Place) {
  expect(path).toBe(source.path);
  expect(start.column).toBeLessThanOrEqual(lineText(source, start.line).length + 1);
  expect(end.line > start.line || end.column > start.column).toBe(true);
}

(hasCorpus ? describe : describe.skip)('every flow of the corpus of real exports', () => {
  const kinds = ['flow', 'wrapped', 'cfn-cut', 'catalogue', 'history', 'legacy'];
  const files = [...corpusFiles('amazon-connect'), ...corpusFiles('amazon-connect-legacy')].filter(
    ({ kind }) => kinds.includes(kind),
  );

  test('is there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files.map((file) => [file.path, file] as const))('%s', async (_, file) => {
    const source = corpusSource(file);
    const { documents, findings, report } = await readMenuFile(source);
    for (const { at } of findings) expectPlaceIn(source, at);
    if (documents.length === 0) {
      expect(findings).toHaveLength(1);
      return;
    }
    expect(findings).toEqual([]);
    let origins = 0;
    for (const document of documents) {
      for (const format of ['yaml', 'json'] as const) {
        const written = writeNativeScript(document.script, format);
        const again = parseScript({ path: `a.ivr.${format}`, text: written });
        expect(again.findings).toEqual([]);
        expect(again.document?.script).toEqual(document.script);
      }
      for (const { at } of lintScript(document)) expectPlaceIn(source, at);
      for (const [id, node] of Object.entries(document.script.nodes)) {
        expect(document.places.has(['nodes', id])).toBe(true);
        expectPlaceIn(source, document.places.at(['nodes', id]));
        const name = node.origin?.[0];
        const at = document.places.at(['nodes', id]);
        expect(lineText(source, at.start.line).slice(at.start.column - 1)).toContain(name);
      }
      origins += new Set(Object.values(document.script.nodes).flatMap(({ origin }) => origin ?? []))
        .size;
    }
    expect(origins).toBe(report?.blocks);
    const { blocksAsNodes = 0, folded = [], notBlocks = 0 } = report ?? {};
    expect(blocksAsNodes + folded.length + notBlocks).toBe(report?.blocks);
    for (const { block, node } of folded) {
      const names = documents.map(({ script }) => script.nodes[node]?.origin?.slice(1) ?? []);
      expect(names.flat()).toContain(block);
    }
    for (const { at } of report?.unresolved ?? []) expectPlaceIn(source, at);
  });

  test('what is no flow is one finding too', async () => {
    for (const file of corpusFiles('amazon-connect-aux')) {
      const { documents, findings } = await readMenuFile(corpusSource(file));
      expect(documents).toEqual([]);
      expect(findings).toHaveLength(1);
    }
  });
});
