import { resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

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
