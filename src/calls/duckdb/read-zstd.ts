import { stat } from 'node:fs/promises';
import { IvrError } from '../../source/ivr-error.ts';
import { brokenOff, type LogInput } from '../read-log-text.ts';
import { endsWhole } from './ends-whole.ts';
import { openDuckDb, type DuckDb } from './open-duckdb.ts';
import { onlyFile, quoted } from './sql-text.ts';

/** Ends of lines that DuckDB keeps to, when all lines of a file have the same. */
const lineEnds = ['\\n', '\\r\\n'] as const;

/** The lines of a packed text, as they are; no text holds what separates columns here. */
const linesOf = (file: string, lineEnd: string): string =>
  `read_csv([${quoted(onlyFile(file))}], header = false, auto_detect = false, columns = {'line': 'VARCHAR'}, delim = E'\\x01\\x02\\x01\\x02', quote = '', escape = '', new_line = '${lineEnd}', compression = 'zstd')`;

const memory = 256 * 1024 * 1024;

/** A file that packs no line at all is shorter, in bytes. */
const emptyLength = 64;

interface PackedLines {
  /** What SQL reads them from. */
  readonly table: string;
  readonly count: number;
}

/** The lines of a file, in the way that its lines end; nothing where they can't be read. */
async function readableLines(db: DuckDb, file: string): Promise<PackedLines | undefined> {
  for (const lineEnd of lineEnds) {
    const table = linesOf(file, lineEnd);
    const counted = await db.rows(`SELECT count(*) FROM ${table}`).catch(() => undefined);
    if (counted !== undefined) return { table, count: Number(counted[0]?.[0]) };
  }
  return undefined;
}

function damaged(path: string): IvrError {
  const message = `${path} can't be read: what is packed in it is damaged, or is no UTF-8 with lines that all end alike and are shorter than 2 MB.`;
  const help = 'Unpack it with zstd -d, and name that file.';
  return new IvrError('log-unreadable', message, { help });
}

async function* bytesOf({ path, onNote }: LogInput, file: string): AsyncGenerator<Uint8Array> {
  const isWhole = await endsWhole(file);
  const db = await openDuckDb({ files: [file], memory });
  try {
    const lines = await readableLines(db, file);
    // A line that is too long for DuckDB, it leaves out where nothing else is there.
    const isLost = lines?.count === 0 && (await stat(file)).size > emptyLength;
    if (lines === undefined || isLost) throw damaged(path);
    if (!isWhole) {
      if (lines.count < 2 || onNote === undefined) throw damaged(path);
      onNote(brokenOff(path));
    }
    // The last line of one that is broken off is cut, and may pass for another one.
    const wanted = isWhole ? '' : `LIMIT ${lines.count - 1}`;
    // As bytes: of a text, the library leaves out a byte order mark.
    const line = `encode(coalesce(line, '') || chr(10))`;
    for await (const chunk of db.chunks(`SELECT ${line} FROM ${lines.table} ${wanted}`)) {
      // The statement gives bytes; DuckDB says of its values only that they are some.
      const packed = chunk.getColumnValues(0) as readonly { readonly bytes: Uint8Array }[];
      yield Buffer.concat(packed.map(({ bytes }) => bytes));
    }
  } finally {
    await db.close();
  }
}

/**
 * A log that is packed with Zstandard, unpacked by DuckDB: Node has no reader of it before version 22.
 * One that is broken off gives its whole lines, as one that is packed with gzip.
 * While it is read, an IvrError `log-unreadable` may come where it is no UTF-8, or its lines end in
 * several ways, `engine-missing` where DuckDB isn't installed.
 */
export const readZstd = (input: LogInput): LogInput => ({
  path: input.path,
  bytes: bytesOf(input, input.file?.name ?? input.path),
  again: () => readZstd(input),
});
