import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { optimisingFlag } from '../../src/cli/optimise-later.ts';

describe('when the engine of Node optimises', () => {
  test.each([
    ['11.3.244.8-node.38', true],
    ['12.4.254.21-node.33', false],
    ['13.6.233.17-node.28', false],
    ['111.3.1', false],
  ])('in V8 %s, that is said to it: %s', (v8, isSaid) => {
    expect(optimisingFlag(v8) !== undefined).toBe(isSaid);
  });

  test('the V8 that runs knows what is said to it', () => {
    const flag = optimisingFlag(process.versions.v8) ?? '';
    const program = 'require("node:v8").setFlagsFromString(process.argv[1])';
    const { stderr, status } = spawnSync(process.execPath, ['-e', program, '--', flag]);
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });
});
