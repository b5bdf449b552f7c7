import type { CallEvent } from '../call-event.ts';
import type { Pseudonym } from '../log-engine.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import type { RowTally } from '../row-tally.ts';
import type { ParquetTable } from './parquet-chunks.ts';
import { columnsFor, parquetFields } from './parquet-records.ts';

/** Reads a Parquet file by a mapping, as `readMappedLog` does a text; its lines are the numbers of its rows. */
export async function* readMappedParquet(
  table: ParquetTable,
  mapping: LogMapping,
  tally: RowTally,
  pseudonym?: Pseudonym,
  most?: number,
): AsyncGenerator<readonly CallEvent[]> {
  const { mappedColumns } = await import('../mapping/mapped-layout.ts');
  const { readMappedRecords } = await import('../mapping/read-mapped-log.ts');
  const wanted = mappedColumns(mapping);
  const columns = columnsFor(table.columns, wanted);
  const records = parquetFields({ ...table, columns }, wanted, most);
  yield* readMappedRecords(records, mapping, tally, pseudonym);
}
