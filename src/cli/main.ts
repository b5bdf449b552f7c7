#!/usr/bin/env node
import { endOnBrokenOutput } from './end-on-broken-output.ts';
import { optimiseLater } from './optimise-later.ts';
import { run } from './run.ts';

const { argv, stdin, stdout, stderr, env } = process;
optimiseLater(argv[2]);
endOnBrokenOutput(process);
const interrupted = (): AbortSignal => {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
  });
  return controller.signal;
};
const cwd = process.cwd();
process.exitCode = await run(argv.slice(2), { stdin, stdout, stderr, env, cwd, interrupted });
