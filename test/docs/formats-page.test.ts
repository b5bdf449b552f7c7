import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder, hasCorpus } from '../support/corpus.ts';
import { cellsOf, headOfTable, importTable } from '../support/import-table.ts';
import { projectFolder } from '../support/run-ivr.ts';

const page = readFileSync(join(projectFolder, 'docs/formats/index.md'), 'utf8');

/** The rows of the table below a heading, without their head. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const part = page.slice(page.indexOf(`## ${heading}\n`));
  const end = part.indexOf('\n## ', 1);
  const lines = part.slice(0, end === -1 ? undefined : end).split('\n');
  return lines
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([first = '']) => !first.startsWith('-'));
}

describe('the page of formats', () => {
  test('tells what imports make of our samples', async () => {
    const { rows, failed } = await importTable(['test/import/samples'], projectFolder);
    expect(tableBelow('Imports of our samples')).toEqual([headOfTable, ...rows.map(cellsOf)]);
    expect(failed).toEqual([]);
  });

  (hasCorpus ? test : test.skip)('tells what imports make of public exports', async () => {
    const folders = ['amazon-connect', 'amazon-connect-legacy', 'twilio-studio', 'genesys-cloud'];
    const { rows } = await importTable(
      folders.map((folder) => corpusFolder + folder),
      projectFolder,
    );
    expect(tableBelow('Imports of public exports')).toEqual([headOfTable, ...rows.map(cellsOf)]);
  });
});
