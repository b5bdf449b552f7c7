import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { endOnBrokenOutput } from '../../src/cli/end-on-broken-output.ts';

/** How it ends, and what it says, when a stream fails with an error of this code. */
function endOf(stream: 'stdout' | 'stderr', code: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const ends: number[] = [];
  const streams = { stdout, stderr } as unknown as Pick<typeof process, 'stdout' | 'stderr'>;
  endOnBrokenOutput({ ...streams, exit: (ending) => void ends.push(ending) });
  ({ stdout, stderr })[stream].emit('error', Object.assign(new Error(code), { code }));
  return { ends, said: String(stderr.read() ?? '') };
}

describe('output that reaches nobody', () => {
  test.each(['stdout', 'stderr'] as const)('a reader of %s may leave early', (stream) => {
    expect(endOf(stream, 'EPIPE')).toEqual({ ends: [0], said: '' });
  });

  test('a full disk is a failure that is told, and no finding', () => {
    const { ends, said } = endOf('stdout', 'ENOSPC');
    expect(ends).toEqual([3]);
    expect(said).toMatch(/^error: Standard output can't be written: ENOSPC\.\n {2}\S/);
  });

  test('nothing more is said where errors can’t be told', () => {
    expect(endOf('stderr', 'ENOSPC')).toEqual({ ends: [3], said: '' });
  });
});
