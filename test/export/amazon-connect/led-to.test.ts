import { expect, test } from '@jest/globals';
import { exportScript } from '../../../src/export/export-script.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { lintScript } from '../../../src/lint/run-rules.ts';
import { goodMenus, loadSample } from '../../support/sample-menus.ts';

const fullySaid = goodMenus.filter((name) => name !== 'northwind-bank');

test.each(fullySaid)('the flow of %s holds no block that no caller comes to', async (name) => {
  const { text } = await exportScript(loadSample(name).document, 'amazon-connect');
  const { documents } = await readMenuFile({ path: 'flow.json', text });
  const found = documents.flatMap((document) => lintScript(document));
  expect(found.filter(({ ruleId }) => ruleId === 'unreachable-node')).toEqual([]);
});
