#!/usr/bin/env node
import { optimiseLater } from './optimise-later.ts';
import { run } from './run.ts';

optimiseLater();

const { argv, stdin, stdout, stderr, env } = process;
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may leave early (`ivr lint | head`): that is no failure.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
const interrupted = (): AbortSignal => {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
  });
  return controller.signal;
};
const cwd = process.cwd();
process.exitCode = await run(argv.slice(2), { stdin, stdout, stderr, env, cwd, interrupted });
