import { Worker } from 'node:worker_threads';
import { builtReader } from './threads-for.ts';

/**
 * Threads that wait to be told what to read. To begin one takes about as long as to find out how a log is
 * laid out, so both are done at once.
 */
export interface LogThreads {
  /** A thread that waits; a new one where none is left. */
  readonly take: () => Worker;
  /** Ends those that wait. */
  readonly end: () => void;
}

/** Begins so many threads. They keep the process alive until they are taken and are done, or ended. */
export function beginLogThreads(count: number): LogThreads {
  const begin = (): Worker => new Worker(builtReader);
  const waiting = Array.from({ length: count }, begin);
  for (const thread of waiting) {
    const isGone = (): void => {
      const place = waiting.indexOf(thread);
      if (place >= 0) waiting.splice(place, 1);
    };
    // One that could not begin is not handed out; the next one that is begun says why.
    thread.once('error', isGone).once('exit', isGone);
  }
  return {
    take: () => waiting.pop() ?? begin(),
    end() {
      for (const thread of waiting.splice(0)) void thread.terminate();
    },
  };
}
