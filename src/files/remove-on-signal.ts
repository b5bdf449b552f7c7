import { rmSync } from 'node:fs';

/** Signals by which users and systems end a process that is at work. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const unfinished = new Set<string>();

function leave(signal: NodeJS.Signals): void {
  // Who else listens decides how it ends, and may write on until then.
  if (process.listenerCount(signal) > 1) return;
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
  unfinished.clear();
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, leave);
}

/**
 * Removes a file or folder that is being written when a signal ends the process first, such as Ctrl-C.
 * Returns what to call when it is written, or given up.
 */
export function removeOnSignal(path: string): () => void {
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, leave);
  unfinished.add(path);
  return () => {
    if (unfinished.delete(path) && unfinished.size === 0) stopListening();
  };
}
