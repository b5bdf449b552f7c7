import { describe, expect, jest, test } from '@jest/globals';
import { writeNativeScript } from '../../../src/export/native.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { lintScript } from '../../../src/lint/run-rules.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { corpusFiles, corpusSource, hasCorpus } from '../../support/corpus.ts';
import { expectPlaceIn } from '../../support/expect-place.ts';

jest.setTimeout(120_000);

(hasCorpus ? describe : describe.skip)('every file of the corpus of real flows', () => {
  const files = corpusFiles('twilio-studio');

  test('is there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files.map((file) => [file.path, file] as const))('%s', async (_, file) => {
    const source = corpusSource(file);
    const { documents, findings, report } = await readMenuFile(source);
    for (const { at } of findings) expectPlaceIn(source, at);
    if (documents.length === 0) {
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every(({ ruleId }) => /^un(known|supported)-format$/.test(ruleId))).toBe(
        true,
      );
      return;
    }
    expect(findings).toEqual([]);
    for (const document of documents) {
      const written = writeNativeScript(document.script, 'yaml');
      const again = parseScript({ path: 'a.ivr.yaml', text: written });
      expect(again.findings).toEqual([]);
      expect(again.document?.script).toEqual(document.script);
      for (const { at } of lintScript(document)) expectPlaceIn(source, at);
      for (const id of Object.keys(document.script.nodes)) {
        expectPlaceIn(source, document.places.at(['nodes', id]));
      }
      const origins = new Set(
        Object.values(document.script.nodes).flatMap(({ origin }) => origin ?? []),
      );
      const leftOut = report?.unresolved.filter(({ message }) => message.includes('is left out'));
      // The trigger is the entries of the script.
      expect(origins.size + (leftOut?.length ?? 0) + 1).toBe(report?.blocks);
    }
  });

  test('has less than 5 % of blocks for calls that stay opaque', async () => {
    let blocks = 0;
    let opaque = 0;
    for (const file of files) {
      const { report, documents } = await readMenuFile(corpusSource(file));
      if (documents.length === 0 || report === undefined) continue;
      blocks += report.blocks;
      for (const count of Object.values(report.opaque)) opaque += count;
    }
    expect(opaque / blocks).toBeLessThan(0.05);
  });
});
