import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden } from '../support/golden.ts';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const page = readFileSync(join(projectFolder, 'docs/diagrams.md'), 'utf8');
const commands = [...page.matchAll(/^ivr (draw .*) -o (docs\/images\/\S+\.svg)$/gm)].map(
  ([, args = '', picture = '']) => [picture, args] as const,
);

describe('the page of diagrams', () => {
  test('shows the picture of every command in it', () => {
    expect(commands.length).toBeGreaterThan(4);
    for (const [picture] of commands) expect(page).toContain(`](${picture.replace('docs/', '')})`);
  });

  test.each(commands)('%s is what its command draws', async (picture, args) => {
    const { stdout, stderr } = await runIvr(args.split(' '));
    expect(stderr).toBe('');
    expectGolden(join(projectFolder, picture), stdout);
  });
});
