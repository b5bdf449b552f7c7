import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOnSignal } from '../../src/calls/remove-on-signal.ts';
import { writeWhole } from '../../src/files/write-whole.ts';

let folder = '';
const kill = jest.spyOn(process, 'kill');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  kill.mockReset().mockReturnValue(true);
});
afterEach(() => rm(folder, { recursive: true }));

const listening = () => process.listenerCount('SIGINT');

describe('a signal while something is being written', () => {
  test('leaves nothing half-written, and ends the process as it would have', async () => {
    const before = listening();
    await writeFile(join(folder, 'half'), '');
    removeOnSignal(join(folder, 'half'));
    process.emit('SIGINT', 'SIGINT');
    expect(existsSync(join(folder, 'half'))).toBe(false);
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']]);
    expect(listening()).toBe(before);
  });

  test('waits for who else wants to know of it, who may still write', async () => {
    await writeFile(join(folder, 'half'), '');
    const done = removeOnSignal(join(folder, 'half'));
    process.once('SIGINT', () => undefined);
    process.emit('SIGINT', 'SIGINT');
    expect(existsSync(join(folder, 'half'))).toBe(true);
    expect(kill).not.toHaveBeenCalled();
    done();
  });

  test('finds the neighbour of a file, and nobody listens when it is in its place', async () => {
    const before = listening();
    async function* pieces() {
      yield 'one';
      expect(listening()).toBe(before + 1);
      expect(await readdir(folder)).toEqual([`.file.${process.pid}.part`]);
      yield 'two';
    }
    await writeWhole(join(folder, 'file'), pieces());
    expect(listening()).toBe(before);
    expect(await readdir(folder)).toEqual(['file']);
  });
});
