import { rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const paths = new Set<string>();

function removeAll(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
  paths.clear();
}

/** Removes what is there, then lets the signal do what it would have done. */
function onSignal(signal: NodeJS.Signals): void {
  removeAll();
  listenNoMore();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function listen(): void {
  for (const signal of signals) process.on(signal, onSignal);
  process.on('exit', removeAll);
}

function listenNoMore(): void {
  for (const signal of signals) process.off(signal, onSignal);
  process.off('exit', removeAll);
}

/**
 * Has a file or a folder removed when the process ends early, by a signal such as that of Ctrl-C, too. The
 * result is called when it is gone, or is to stay.
 */
export function goneAtEnd(path: string): () => void {
  if (paths.size === 0) listen();
  paths.add(path);
  return () => {
    if (paths.delete(path) && paths.size === 0) listenNoMore();
  };
}
