import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../bytes/byte-words.ts';
import { createCallIds } from '../bytes/call-ids.ts';
import type { SourcedRow } from '../formats/call-source.ts';
import { createRowKinds } from './row-kinds.ts';
import { putAside, type ItemsAside } from './items-aside.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

/** All rows of vendors' logs, in parts that each hold whole calls. */
export interface GatheredRows {
  /** The last moment that any of them names. */
  readonly logEnd: number;
  /** How many parts there are; one where memory holds all. */
  readonly count: number;
  /** The rows part by part, those of a call in the order in which they came. */
  readonly parts: () => AsyncGenerator<readonly SourcedRow[]>;
  /** A file for what is made of them, which is gone with them. */
  readonly fileFor: (name: string) => string;
  readonly remove: () => Promise<void>;
}

export interface GatherOptions {
  /** So many rows are held in memory; where there are more, all go into files. */
  readonly mostHeld: number;
  /** How many parts these are then put into. */
  readonly parts: number;
}

/** A row as it lies in a file; its kind is one of `createRowKinds`. */
type StoredRow = readonly [call: string, at: number, facts: unknown, kind: number];

const atOnce = 256;

/** Rows on disk, by the calls that they belong to. */
interface StoredRows {
  readonly add: (rows: readonly SourcedRow[]) => Promise<void>;
  readonly parts: () => AsyncGenerator<readonly SourcedRow[]>;
}

function storeRows({ path }: TemporaryFolder, count: number): StoredRows {
  const files = Array.from({ length: count }, (_, part): ItemsAside<StoredRow> =>
    putAside(join(path, `rows-${part}`), atOnce),
  );
  const bytesOf = createCallIds();
  const { kindOf, rowOf } = createRowKinds();
  return {
    async add(rows) {
      for (const row of rows) {
        const { bytes, length } = bytesOf(row.call);
        const part = (hashOf(bytes, 0, length) >>> 8) % count;
        await files[part]?.add([row.call, row.at, row.facts, kindOf(row)]);
      }
    },
    async *parts() {
      for (const file of files) {
        const rows: SourcedRow[] = [];
        for await (const batch of file.batches())
          rows.push(...batch.map((stored) => rowOf(...stored)));
        yield rows;
      }
    },
  };
}

/**
 * Reads all rows, and holds them in memory or, where there are too many, in files of the system's folder
 * for temporary ones, so that whatever is made of them needs the memory of one part. Throws an
 * IvrError `file-unwritable` where these can't be written.
 */
export async function gatherRows(
  batches: AsyncIterable<readonly SourcedRow[]>,
  { mostHeld, parts: count }: GatherOptions,
): Promise<GatheredRows> {
  let held: SourcedRow[] = [];
  let logEnd = Number.NEGATIVE_INFINITY;
  let folder: TemporaryFolder | undefined;
  let stored: StoredRows | undefined;
  const remove = async (): Promise<void> => {
    await folder?.remove();
  };
  try {
    for await (const batch of batches) {
      for (const { at } of batch) logEnd = Math.max(logEnd, at);
      if (stored === undefined) {
        for (const row of batch) held.push(row);
        if (held.length <= mostHeld) continue;
        folder = await makeTemporaryFolder('rows');
        stored = storeRows(folder, count);
        await stored.add(held);
        held = [];
      } else await stored.add(batch);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  async function* whole(): AsyncGenerator<readonly SourcedRow[]> {
    await Promise.resolve();
    yield held;
  }
  return {
    logEnd,
    count: stored === undefined ? 1 : count,
    parts: stored?.parts ?? whole,
    fileFor: (name) => join(folder?.path ?? tmpdir(), name),
    remove,
  };
}
