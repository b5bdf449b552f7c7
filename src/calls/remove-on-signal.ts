import { rmSync } from 'node:fs';

/** Signals by which users and systems end a process that is at work. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const unfinished = new Set<string>();

function removeAll(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
  unfinished.clear();
}

function leave(signal: NodeJS.Signals): void {
  // Who else listens decides how it ends, and may write on until then.
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, leave);
  process.off('exit', removeAll);
}

function listen(): void {
  for (const signal of signals) process.on(signal, leave);
  process.on('exit', removeAll);
}

/**
 * Removes a file or folder that is being written when the process ends first, by a signal such as Ctrl-C, too.
 * Returns what to call when it is written, or given up.
 */
export function removeOnSignal(path: string): () => void {
  if (unfinished.size === 0) listen();
  unfinished.add(path);
  return () => {
    if (unfinished.delete(path) && unfinished.size === 0) stopListening();
  };
}
