import { describe, expect, test } from '@jest/globals';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';

const legacy = (modules: readonly object[], start = 'a') =>
  JSON.stringify({ modules, version: '1', type: 'contactFlow', start, metadata: {} });
const bye = { id: 'a', type: 'Disconnect', branches: [], parameters: [] };

/** What a file gives: how many nodes, and the findings with their places. */
async function read(text: string) {
  const { documents, findings } = await readMenuFile({ path: 'old flow', text });
  return {
    nodes: documents.flatMap(({ script }) => Object.keys(script.nodes)),
    findings: findings.map(({ ruleId, at }) => `${ruleId} ${at.start.line}`),
  };
}

describe('a broken file that was exported before 2019', () => {
  test.each([
    ['cut off', legacy([bye]).slice(0, 60)],
    ['without a comma', legacy([bye]).replace('","', '""')],
    [
      'nested too deep',
      legacy([{ ...bye, metadata: 0 }]).replace(
        ':0',
        `:${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      ),
    ],
  ])('%s is one finding', async (_, text) => {
    expect((await read(text)).findings).toEqual(['syntax 1']);
  });

  test('behind another, both are read', async () => {
    expect((await read(`${legacy([bye])}\n${legacy([bye])}`)).nodes).toEqual(['a', 'a']);
  });

  test.each([
    [
      'names that every object has',
      [
        { ...bye, id: '__proto__' },
        { ...bye, id: 'constructor' },
      ],
    ],
    ['the same name twice', [bye, bye]],
    ['no names at all', [{ type: 'PlayPrompt' }, { type: 'PlayPrompt' }]],
    [
      'parts of other kinds',
      [
        { ...bye, branches: 'x', parameters: 7, metadata: [] },
        { ...bye, branches: [1, null], parameters: [null] },
      ],
    ],
  ])('with %s keeps every module as a node', async (_, modules) => {
    const { nodes, findings } = await read(legacy(modules));
    expect({ count: nodes.length, findings }).toEqual({ count: 2, findings: [] });
  });

  test('whose start is no module begins nowhere', async () => {
    const { documents } = await readMenuFile({ path: 'old', text: legacy([bye], 'gone') });
    expect(documents[0]?.script.entries).toEqual([{ start: 'gone' }]);
  });
});
