import type { CallEvent } from '../call-event.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import { proposeFor, type LogProposal } from '../mapping/propose-for.ts';
import { sampleLog, type LogSample } from '../mapping/sample-log.ts';
import type { LogInput } from '../read-log-text.ts';
import type { RowTally } from '../row-tally.ts';
import { readMappedParquet } from './map-parquet.ts';
import { openDuckDb } from './open-duckdb.ts';
import { openParquet, type ParquetTable } from './parquet-chunks.ts';
import { isNativeTable, layoutOfParquet } from './parquet-layout.ts';
import { parquetJson } from './parquet-records.ts';

const memory = 512 * 1024 * 1024;
const mostRows = 500;

/** The first rows, with paths to what is nested in them as in JSON. */
async function sampleParquet(table: ParquetTable): Promise<LogSample | undefined> {
  const lines: string[] = [];
  for await (const batch of parquetJson(table, [], mostRows))
    for (const row of batch) if ('value' in row) lines.push(`${JSON.stringify(row.value)}\n`);
  const sample = sampleLog(lines.join(''), true);
  // Its columns have names; of what kind its rows are, the file says.
  return sample === undefined ? undefined : { ...sample, kind: 'table', lists: [] };
}

async function knownFormat(table: ParquetTable): Promise<string | undefined> {
  if (isNativeTable(table)) return 'native';
  const layout = await layoutOfParquet(table, {});
  return layout.by === 'vendor' ? layout.layout.format.name : undefined;
}

/** Proposes a mapping for a Parquet file, as `readLogProposal` does for texts. */
export async function proposeForParquet(input: LogInput): Promise<LogProposal> {
  const db = await openDuckDb({ files: [input.file?.name ?? input.path], memory });
  try {
    const table = await openParquet(db, input, 1);
    return await proposeFor({
      path: input.path,
      sample: await sampleParquet(table),
      notes: [],
      known: await knownFormat(table),
      read: (mapping: LogMapping, tally: RowTally): AsyncGenerator<readonly CallEvent[]> =>
        readMappedParquet(table, mapping, tally, undefined, mostRows),
    });
  } finally {
    await db.close();
  }
}
