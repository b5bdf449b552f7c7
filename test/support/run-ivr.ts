import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.ts';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** What a run of `ivr` did, as a terminal would have seen it. */
export interface IvrRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ivr` in this process, without colours, in the project's folder unless told otherwise. */
export async function runIvr(
  args: readonly string[],
  {
    stdin = '',
    cwd = projectFolder,
    env = {},
  }: { stdin?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<IvrRun> {
  let stdout = '';
  let stderr = '';
  async function* typed(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode(stdin);
  }
  const code = await run(args, {
    stdin: typed(),
    stdout: { write: (text) => (stdout += text), columns: 80 },
    stderr: { write: (text) => (stderr += text), columns: 80 },
    env,
    cwd,
  });
  return { code, stdout, stderr };
}
