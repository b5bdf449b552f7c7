import type { Terminal } from './terminal.ts';

/** Work that takes less shows no bar. */
const patience = 1000;

/** How far some work is: bytes or steps done, of how many if that is known. */
export type OnProgress = (done: number, total: number | undefined) => void;

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes for people, to three digits. */
function bytes(count: number): string {
  let [number, unit] = [count, 0];
  for (; number >= 1000 && unit < units.length - 1; unit += 1) number /= 1000;
  return `${number >= 100 || unit === 0 ? Math.round(number) : number.toPrecision(3)} ${units[unit] ?? ''}`;
}

/**
 * Runs some work with a bar on stderr, once it has taken a second and when a person watches: how much of
 * it is done, how fast it goes, and how long the rest will take where that can be known. The bar is gone
 * when the work is done.
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
      const passed = performance.now() - begin;
      if (total === 0 || passed < patience) return;
      const rate = `${bytes((done / passed) * 1000)}/s`;
      if (bar === undefined) {
        const known = '{bar} {percentage} %  {rate}  {eta_formatted} left';
        const format = `${title} ${total === undefined ? '{read} read  {rate}' : known}`;
        bar = new progress.SingleBar({ format, clearOnComplete: true, hideCursor: true });
        bar.start(total ?? Number.MAX_SAFE_INTEGER, done, { rate, read: bytes(done) });
      } else bar.update(done, { rate, read: bytes(done) });
    });
  } finally {
    bar?.stop();
  }
}
