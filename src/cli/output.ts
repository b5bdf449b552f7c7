import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Terminal } from './terminal.ts';

/** `--output`: the file that a command writes instead of standard output. */
export const outputOption = (): Option =>
  new Option('-o, --output <file>', 'the file to write (default: standard output)');

/** The same, where the ending of the file chooses the format unless one is named. */
export const formattedOutputOption = (): Option =>
  new Option(
    '-o, --output <file>',
    'the file to write; its ending names the format, too (default: standard output)',
  );

/** Writes a result to the file that the user named (whole or not at all), or to standard output. */
export async function deliver(
  terminal: Terminal,
  file: string | undefined,
  content: string | AsyncIterable<string>,
): Promise<void> {
  if (file !== undefined && file !== '-') {
    const { writeWhole } = await import('../node.ts');
    await writeWhole(resolve(terminal.cwd, file), content, file);
    return;
  }
  for await (const chunk of typeof content === 'string' ? [content] : content) {
    terminal.stdout.write(chunk);
  }
}

/** Throws an IvrError `usage` where tables of CSV are wanted and no folder is named for them. */
export async function refuseCsvWithoutFolder(
  format: string,
  output: string | undefined,
): Promise<void> {
  if (format !== 'csv' || (output !== undefined && output !== '-')) return;
  const { IvrError } = await import('../check.ts');
  throw new IvrError('usage', 'CSV is a folder with a file for every table.', {
    help: 'Name the folder with --output.',
  });
}
