import type { Terminal } from './terminal.ts';

/** Work that takes less shows no bar. */
const patience = 1000;

/** How far some work is: bytes or steps done, of how many if that is known. */
export type OnProgress = (done: number, total: number | undefined) => void;

/**
 * Runs some work with a bar on stderr, once it has taken a second and when a person watches. The bar
 * is gone when the work is done.
 */
export async function withProgress<Result>(
  { stderr }: Terminal,
  title: string,
  work: (onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  if (stderr.isTTY !== true) return work(() => undefined);
  const { default: progress } = await import('cli-progress');
  const begin = performance.now();
  let bar: InstanceType<typeof progress.SingleBar> | undefined;
  try {
    return await work((done, total) => {
      if (total === undefined || total === 0 || performance.now() - begin < patience) return;
      if (bar === undefined) {
        const format = `${title} {bar} {percentage} %  {eta_formatted} left`;
        bar = new progress.SingleBar({ format, clearOnComplete: true, hideCursor: true });
        bar.start(total, done);
      } else bar.update(done);
    });
  } finally {
    bar?.stop();
  }
}
