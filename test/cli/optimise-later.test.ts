import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { optimisingFlags } from '../../src/cli/optimise-later.ts';

describe('when the engine of Node optimises', () => {
  test.each([
    ['11.3.244.8-node.38', true],
    ['12.4.254.21-node.33', false],
    ['13.6.233.17-node.28', false],
    ['111.3.1', false],
  ])('in V8 %s, that is said to it: %s', (v8, isSaid) => {
    expect(optimisingFlags(v8, 'prove').length > 0).toBe(isSaid);
    expect(optimisingFlags(v8, 'lint').length > 0).toBe(isSaid);
  });

  test.each(['lint', 'prove', undefined])('the V8 that runs knows what %s says', (command) => {
    const flags = optimisingFlags(process.versions.v8, command);
    const program = 'process.argv.slice(1).forEach(require("node:v8").setFlagsFromString)';
    const { stderr, status } = spawnSync(process.execPath, ['-e', program, '--', ...flags]);
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });
});
