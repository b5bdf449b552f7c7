import { describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { readTypeScriptScript } from '../../src/files/load-typescript.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { checkDirectory } from '../../src/routing/check-directory.ts';
import { contactReasons } from '../../src/walk/contact-reasons.ts';
import { goodMenus, loadSample, readProjectFile, sampleMenus } from '../support/sample-menus.ts';

describe('the sample menus', () => {
  test.each(sampleMenus)('%s and its directory can be read without a finding', (name) => {
    expect(loadSample(name).findings).toEqual([]);
  });

  test.each(sampleMenus)('%s has a directory in which nothing is wrong', async (name) => {
    const findings = await checkDirectory(loadSample(name).directory);
    expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test.each(goodMenus)('%s is lint-clean and every target exists', (name) => {
    const { document, directory, flow } = loadSample(name);
    expect(flow.loose).toEqual([]);
    const findings = lintScript(document, { directory: directory.directory });
    expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test('the broken line fires every first rule at least once', () => {
    const { document, directory } = loadSample('broken-line');
    const found = new Set(
      lintScript(document, { directory: directory.directory }).map(({ ruleId }) => ruleId),
    );
    const first = [
      'missing-target',
      'dead-end',
      'unreachable-node',
      'unknown-queue',
      'duplicate-key',
      'key-not-handled',
      'key-not-offered',
      'no-input-unhandled',
      'no-match-unhandled',
      'endless-loop',
      'no-human-path',
      'hours-without-closed',
    ];
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(first));
    expect(first.filter((id) => !found.has(id))).toEqual([]);
  });

  test.each(goodMenus)('%s has reasons to call that its log can tell apart', (name) => {
    expect(contactReasons(loadSample(name).flow, 1).length).toBeGreaterThanOrEqual(8);
  });

  test('the TypeScript menu is lint-clean with the directory it defines', async () => {
    const path = 'menus/night-desk.ivr.ts';
    const source = { path, text: readProjectFile(path) };
    const absolute = fileURLToPath(new URL(`../../${path}`, import.meta.url));
    const { document, directory, findings } = await readTypeScriptScript(source, absolute);
    expect(findings).toEqual([]);
    if (document === undefined || directory === undefined) throw new Error('nothing was read');
    expect(lintScript(document, { directory: directory.directory })).toEqual([]);
    expect(await checkDirectory(directory)).toEqual([]);
  });

  test.each([...sampleMenus.map((name) => `${name}.ivr.yaml`), 'night-desk.ivr.ts'])(
    '%s holds no number that could be anybody’s',
    (file) => {
      const text = readProjectFile(`menus/${file}`);
      const numbers = text.match(/\+\d{8,15}/g) ?? [];
      expect(numbers.length).toBeGreaterThan(0);
      // 555-0100 to 555-0199 in North America, 01632 960 000 to 960 999 in Britain.
      expect(numbers.filter((one) => !/^\+1\d{3}55501\d\d$|^\+441632960\d{3}$/.test(one))).toEqual(
        [],
      );
    },
  );
});
