import type { ImportNote } from '../import-report.ts';

/** What became of vendors' files that tell of queues. `settings = used + the sum of left`. */
export interface DirectoryReport {
  readonly files: number;
  readonly queues: number;
  readonly calendars: number;
  readonly numbers: number;
  /** Everything that the files say: fields of objects, lines of sections, cells of tables. */
  readonly settings: number;
  readonly used: number;
  /** What a directory can't say, by the vendor's name of it. */
  readonly left: Readonly<Record<string, number>>;
  /** What is said in other words, or couldn't be found, with its place. */
  readonly notes: readonly ImportNote[];
}

/** Counts what becomes of every setting while files are read. */
export interface SettingTally {
  use(count?: number): void;
  leave(name: string): void;
  total(): Pick<DirectoryReport, 'settings' | 'used' | 'left'>;
}

export function createTally(): SettingTally {
  let used = 0;
  const left = new Map<string, number>();
  return {
    use: (count = 1) => void (used += count),
    leave: (name) => void left.set(name, (left.get(name) ?? 0) + 1),
    total: () => ({
      settings: used + [...left.values()].reduce((sum, count) => sum + count, 0),
      used,
      left: Object.fromEntries([...left].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}
