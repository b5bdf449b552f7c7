import { expect, jest, test } from '@jest/globals';
import { diffScripts } from '../../src/diff/diff-scripts.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import type { Script } from '../../src/script/script.ts';
import { corpusFiles, corpusSource, hasCorpus } from '../support/corpus.ts';
import { renumberedContactFlow, shuffledStudioFlow } from './regenerated.ts';
import { renamedCopy } from './renamed-copy.ts';

jest.setTimeout(120_000);

const platforms = ['amazon-connect', 'amazon-connect-legacy', 'twilio-studio', 'genesys-cloud'];
const corpus = hasCorpus ? test : test.skip;

async function scriptsIn(path: string, text: string): Promise<readonly Script[]> {
  const { documents } = await readMenuFile({ path, text });
  return documents.map(({ script }) => script);
}

corpus('real exports are themselves, also renamed and in another order', async () => {
  let scripts = 0;
  for (const file of platforms.flatMap(corpusFiles)) {
    const { path, text } = corpusSource(file);
    for (const script of await scriptsIn(path, text)) {
      scripts += 1;
      const order = Object.keys(script.nodes).map((_, index) => (index * 7919) % 1009);
      const own = diffScripts(script, structuredClone(script)).differences;
      const copy = diffScripts(script, renamedCopy(script, order)).differences;
      expect({ path, own, copy }).toEqual({ path, own: [], copy: [] });
    }
  }
  expect(scripts).toBeGreaterThan(100);
});

corpus(
  'flows of Amazon Connect whose blocks got other ids and another order are the same',
  async () => {
    let files = 0;
    for (const file of corpusFiles('amazon-connect')) {
      const { path, text } = corpusSource(file);
      const again = renumberedContactFlow(text);
      if (again === undefined) continue;
      files += 1;
      const [[before], [after]] = [await scriptsIn(path, text), await scriptsIn(path, again)];
      if (before === undefined || after === undefined) throw new Error(path);
      expect({ path, differences: diffScripts(before, after).differences }).toEqual({
        path,
        differences: [],
      });
    }
    expect(files).toBeGreaterThan(20);
  },
);

corpus('flows of Twilio Studio whose widgets were moved are the same', async () => {
  let files = 0;
  for (const file of corpusFiles('twilio-studio')) {
    const { path, text } = corpusSource(file);
    const again = shuffledStudioFlow(text);
    if (again === undefined) continue;
    files += 1;
    const [[before], [after]] = [await scriptsIn(path, text), await scriptsIn(path, again)];
    if (before === undefined || after === undefined) continue;
    expect({ path, differences: diffScripts(before, after).differences }).toEqual({
      path,
      differences: [],
    });
  }
  expect(files).toBeGreaterThan(3);
});
