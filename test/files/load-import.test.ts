import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImport } from '../../src/files/load-import.ts';
import { asLogs } from '../../src/files/as-logs.ts';

const flow = {
  Version: '2019-10-30',
  StartAction: 'a',
  Actions: [{ Identifier: 'a', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
};

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await writeFile(join(cwd, 'flow.json'), JSON.stringify(flow));
});
afterAll(() => rm(cwd, { recursive: true }));

async function* typed(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

const unix = process.platform === 'win32' ? test.skip : test;

describe('a flow to import', () => {
  const nodes = async (path: string, stdin = '') => {
    const read = await loadImport(path, { cwd, stdin: typed(stdin) });
    return read.kind === 'script' ? Object.keys(read.loaded.document.script.nodes) : [];
  };

  test('may be a file, or come through standard input, which can be read only once', async () => {
    expect(await nodes('flow.json')).toHaveLength(1);
    expect(await nodes('-', JSON.stringify(flow))).toHaveLength(1);
  });

  test('that is a directory of ours already is one, and told where it is broken', async () => {
    const directory = 'directory: 1\nid: shop\ntimeZone: Europe/Madrid\n';
    const read = await loadImport('-', { cwd, stdin: typed(directory) });
    expect(read).toMatchObject({
      kind: 'native-directory',
      document: { directory: { id: 'shop' } },
    });
    await expect(
      loadImport('-', { cwd, stdin: typed(directory.replace('timeZone', 'zone')) }),
    ).rejects.toThrow('The field "timeZone" is missing here.');
  });

  unix('may come through a named pipe, which can be read only once, too', async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    spawn('sh', ['-c', 'cat flow.json > pipe'], { cwd });
    expect(await nodes('pipe')).toHaveLength(1);
  });

  unix('a pipe that is no log is not opened again to say what it is', async () => {
    execFileSync('mkfifo', [join(cwd, 'log')]);
    const read = () => Promise.resolve('nothing');
    expect(await asLogs(['log'], cwd, read, () => true)).toBe('nothing');
  });
});
