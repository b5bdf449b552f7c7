import type { LogColumn, LogColumns } from '../log-columns.ts';

/** What a run of neighbouring columns is to a reader of bytes. */
export const run = { call: 0, at: 1, seq: 2, keys: 3, others: 4 } as const;

/**
 * The columns of a log from left to right. Those that say what happened (`keys`) and those that aren't
 * read (`others`) are taken together where they are neighbours.
 */
export interface RowPlan {
  /** What each run is. */
  readonly kinds: Uint8Array;
  /** How many columns it has. */
  readonly counts: Int32Array;
  /** The keys, from left to right. */
  readonly keys: readonly LogColumn[];
  /** Whether the keys stand beside each other. */
  readonly isCompact: boolean;
}

const kinds = {
  call: run.call,
  at: run.at,
  seq: run.seq,
  event: run.keys,
  node: run.keys,
  value: run.keys,
  number: run.keys,
  script: run.keys,
  caller: run.others,
} as const satisfies Readonly<Record<LogColumn, number>>;

/** How the rows of a log of these columns are read. */
export function planRows({ width, position }: LogColumns): RowPlan {
  const named = new Map(
    Object.entries(position).map(([name, index]) => [index, name as LogColumn]),
  );
  const runs: { kind: number; count: number }[] = [];
  const keys: LogColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const name = named.get(index);
    const kind = name === undefined ? run.others : kinds[name];
    if (name !== undefined && kind === run.keys) keys.push(name);
    const last = runs.at(-1);
    if (last?.kind === kind) last.count += 1;
    else runs.push({ kind, count: 1 });
  }
  return {
    kinds: Uint8Array.from(runs, ({ kind }) => kind),
    counts: Int32Array.from(runs, ({ count }) => count),
    keys,
    isCompact: runs.filter(({ kind }) => kind === run.keys).length === 1,
  };
}
