import type { NodeId } from '../../script/names.ts';
import type { FoldedBlock } from '../import-report.ts';
import type { ScriptWriter } from '../script-writer.ts';
import { textOf, placeIn, type RowAt, type Tables } from './read-inserts.ts';

/** Columns by which rows of a table are called; other rows have their line alone. */
const keyOf: Readonly<Record<string, readonly string[]>> = {
  ivr_details: ['id'],
  ivr_entries: ['ivr_id', 'selection'],
  recordings: ['id'],
  timeconditions: ['timeconditions_id'],
  timegroups_groups: ['id'],
  timegroups_details: ['id'],
  announcement: ['announcement_id'],
  ringgroups: ['grpnum'],
};

/** More rows than this are counted in one sentence, and not named. */
const mostNamed = 100;

/** What became of every row that was read. */
export interface RowCount {
  /** The row is a node of its own. */
  readonly stands: (row: RowAt) => void;
  /** The row is a part of this node. */
  readonly isPart: (row: RowAt, node: NodeId) => void;
  /** The row is in no node; why, the report tells at its place. */
  readonly leaveOut: (row: RowAt, why: string) => void;
  readonly isKnown: (row: RowAt) => boolean;
  /** Tells of the rows that nothing above said anything of, and sums up. */
  readonly finish: () => {
    readonly blocks: number;
    readonly blocksAsNodes: number;
    readonly folded: readonly FoldedBlock[];
    readonly notBlocks: number;
  };
}

/** Counts the rows of all tables: each is a node, a part of one, or listed. */
export function createRowCount(tables: Tables, writer: ScriptWriter): RowCount {
  const nodes = new Set<RowAt>();
  const folded = new Map<RowAt, NodeId>();
  const out = new Set<RowAt>();
  const isKnown = (row: RowAt) => nodes.has(row) || folded.has(row) || out.has(row);
  const nameOf = (table: string, row: RowAt): string =>
    (keyOf[table] ?? []).map((column) => textOf(row, column)).join('/');
  return {
    stands: (row) => void nodes.add(row),
    isPart(row, node) {
      if (!nodes.has(row) && !folded.has(row)) folded.set(row, node);
    },
    leaveOut(row, why) {
      out.add(row);
      writer.tell(why, placeIn(row));
    },
    isKnown,
    finish() {
      for (const [table, rows] of tables) {
        const left = rows.filter((row) => !isKnown(row));
        const [first] = left;
        if (first === undefined) continue;
        const named = left.slice(0, mostNamed).map((row) => nameOf(table, row));
        const more = left.length > mostNamed ? ` and ${left.length - mostNamed} more` : '';
        writer.tell(
          `No IVR leads to these rows of "${table}": ${named.join(', ')}${more}.`,
          placeIn(first),
        );
        for (const row of left) out.add(row);
      }
      const parts = [...tables].flatMap(([table, rows]) =>
        rows.flatMap((row): readonly FoldedBlock[] => {
          const node = nodes.has(row) ? undefined : folded.get(row);
          const block = `${table} ${nameOf(table, row)}`;
          return node === undefined ? [] : [{ block, node, at: placeIn(row) }];
        }),
      );
      return {
        blocks: [...tables.values()].reduce((sum, rows) => sum + rows.length, 0),
        blocksAsNodes: nodes.size,
        folded: parts,
        notBlocks: [...out].filter((row) => !nodes.has(row) && !folded.has(row)).length,
      };
    },
  };
}
