import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { buildProgram } from '../../src/cli/program.ts';
import { expectGolden } from '../support/golden.ts';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const silent = { write: () => true };
async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* [];
}
const terminal = { stdin: nothing(), stdout: silent, stderr: silent, env: {}, cwd: '.' };
const program = buildProgram({ terminal, leave: () => undefined });
/** Every command as the words that call it, those below another behind it. */
const names = program.commands.flatMap((command) => [
  [command.name()],
  ...command.commands.map((below) => [command.name(), below.name()]),
]);
const commands = program.commands.flatMap((command) => [command, ...command.commands]);

describe('the page of commands', () => {
  test('it holds the help of every command, as it is printed', async () => {
    const sections = [
      `# Commands

Every command and option, as \`ivr --help\` prints them. The exit code is 0 if nothing is at or above the threshold,
1 for findings, 2 for wrong usage and 3 for a failure: see [errors](errors.md). \`NO_COLOR\` turns colours off.
`,
    ];
    for (const args of [[], ...names]) {
      const { stdout } = await runIvr([...args, '--help']);
      sections.push(`## ${['ivr', ...args].join(' ')}\n\n\`\`\`text\n${stdout.trim()}\n\`\`\`\n`);
    }
    expectGolden(join(projectFolder, 'docs/cli.md'), sections.join('\n'));
  });

  test('every command shows one example, and every option says what it does', () => {
    for (const command of commands) {
      expect(command.options.filter((option) => option.description === '')).toEqual([]);
    }
  });

  test('the examples of the help run', async () => {
    for (const name of names) {
      const { stdout } = await runIvr([...name, '--help']);
      const example = /Example:\n {2}\$ ivr (.*)\n/.exec(stdout)?.[1];
      expect({ name, example }).toEqual({ name, example: expect.stringContaining(name.join(' ')) });
    }
  });
});
