import { describe, expect, test } from '@jest/globals';
import { simulateLog } from '../../src/walk/simulate-log.ts';
import { loadSample, readProjectFile, sampleMenus } from '../support/sample-menus.ts';

/** The commands that the page beside the logs gives, as it gives them. */
const commands = [
  ...readProjectFile('sample-logs/README.md').matchAll(
    /^ivr simulate menus\/(\S+)\.ivr\.yaml --calls (\d+) --seed (\d+) --from (\S+) --to (\S+) -o sample-logs\/(\S+)\.csv$/gm,
  ),
].map(([, menu, calls, seed, from, to, log]) => ({ menu, calls, seed, from, to, log }));

describe('the sample logs', () => {
  test('every sample menu has one, with the command that makes it', () => {
    expect(commands.map(({ menu }) => menu)).toEqual(sampleMenus);
    expect(commands.map(({ log }) => log)).toEqual(sampleMenus);
  });

  test.each(sampleMenus)('%s is what its command makes, byte for byte', async (name) => {
    const command = commands.find(({ menu }) => menu === name);
    const { flow, directory } = loadSample(name);
    const chunks: string[] = [];
    const options = {
      calls: Number(command?.calls),
      seed: Number(command?.seed),
      from: command?.from,
      to: command?.to,
      directory: directory.directory,
    };
    for await (const chunk of simulateLog(flow, options)) chunks.push(chunk);
    const written = readProjectFile(`sample-logs/${name}.csv`);
    expect(chunks.join('').length).toBe(written.length);
    expect(chunks.join('') === written).toBe(true);
  });

  test('together they are under 8 MB', () => {
    const bytes = sampleMenus.map((name) => readProjectFile(`sample-logs/${name}.csv`).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(8e6);
  });

  test.each(sampleMenus)('%s names only nodes of its menu', (name) => {
    const nodes = new Set<string>(loadSample(name).flow.nodes.map(({ id }) => id));
    const named = new Set(
      readProjectFile(`sample-logs/${name}.csv`)
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[3] ?? ''),
    );
    expect([...named].filter((node) => node !== '' && !nodes.has(node))).toEqual([]);
  });
});
