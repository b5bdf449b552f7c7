import type { TableColumns } from './table-columns.ts';

/** What a table knows of its rows besides what happened. */
export interface TableShape {
  readonly hasSeq: boolean;
  readonly hasScript: boolean;
  /** Where a row stands in its log. */
  readonly hasRow: boolean;
  /** Which log a row is from; only with places it means anything. */
  readonly hasLog: boolean;
}

/** Reads the shape off the columns. */
export function shapeOf({ of: { seq, script, row, log } }: TableColumns): TableShape {
  const hasRow = row !== undefined;
  return {
    ...{ hasRow, hasLog: hasRow && log !== undefined },
    ...{ hasSeq: seq !== undefined, hasScript: script !== undefined },
  };
}

/** Parts of a statement that belong there only if something holds. */
export const when = <Part>(isThere: boolean, ...parts: readonly Part[]): readonly Part[] =>
  isThere ? parts : [];
