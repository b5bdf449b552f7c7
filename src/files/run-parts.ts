import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from './find-files.ts';
import {
  createPartLinter,
  type LintedPart,
  type LintedPartFile,
  type LintPart,
  type LintTask,
} from './lint-part.ts';

/** How many files a part has: few enough that no thread is busy long after the others. */
const mostInPart = 8;
/** How many parts lie ready in a thread: this one may be busy with its own when a thread is done. */
const partsAhead = 2;

/** Linting makes many values that are gone with their file: a small nursery would be emptied too often. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/**
 * Gives files to threads, part by part, and what became of each, up to the first that throws. This thread
 * is one of them: it has loaded the rules already when the others begin to.
 */
export async function runParts(
  files: readonly FoundFile[],
  threads: number,
  task: LintTask,
  program: string,
): Promise<readonly (LintedPartFile | undefined)[]> {
  const size = Math.max(1, Math.min(mostInPart, Math.ceil(files.length / (threads * 4))));
  const linted: (LintedPartFile | undefined)[] = files.map(() => undefined);
  let next = 0;
  const takePart = (): LintPart | undefined => {
    if (next >= files.length) return undefined;
    const part = { from: next, files: files.slice(next, next + size) };
    next += size;
    return part;
  };
  const keep = ({ from, files: done }: LintedPart): void => {
    done.forEach((one, index) => (linted[from + index] = one));
    // Parts are taken in order, so all that come before a file that throws are under way.
    if (done.some(({ outcome }) => typeof outcome !== 'string' && 'error' in outcome))
      next = files.length;
  };
  const workHere = async (): Promise<void> => {
    const lintPart = createPartLinter(task);
    for (let part = takePart(); part !== undefined; part = takePart()) {
      keep(await lintPart(part));
      // What the other threads have to say comes in now.
      await setImmediate();
    }
  };
  const workIn = (worker: Worker): Promise<void> =>
    new Promise((resolveWork, reject) => {
      let open = 0;
      const goOn = () => {
        for (; open < partsAhead; open += 1) {
          const part = takePart();
          if (part === undefined) break;
          worker.postMessage(part);
        }
        if (open === 0) resolveWork();
      };
      worker.on('error', reject);
      worker.on('exit', (code) => {
        reject(new Error(`a thread that linted files ended with ${code}`));
      });
      worker.on('message', (part: LintedPart) => {
        keep(part);
        open -= 1;
        goOn();
      });
      goOn();
    });
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(program, { workerData: task, resourceLimits }),
  );
  try {
    await Promise.all([...workers.map(workIn), workHere()]);
  } finally {
    next = files.length;
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return linted;
}
