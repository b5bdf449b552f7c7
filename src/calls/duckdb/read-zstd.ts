import { IvrError } from '../../source/ivr-error.ts';
import type { LogInput } from '../read-log-text.ts';
import { openDuckDb, type DuckDb } from './open-duckdb.ts';
import { onlyFile, quoted } from './sql-text.ts';

/** Ends of lines that DuckDB keeps to, when all lines of a file have the same. */
const lineEnds = ['\\n', '\\r\\n'] as const;

/** The lines of a packed text, as they are; no text holds what separates columns here. */
const linesOf = (file: string, lineEnd: string): string =>
  `read_csv([${quoted(onlyFile(file))}], header = false, auto_detect = false, columns = {'line': 'VARCHAR'}, delim = E'\\x01\\x02\\x01\\x02', quote = '', escape = '', new_line = '${lineEnd}', compression = 'zstd')`;

const memory = 256 * 1024 * 1024;

/** The lines of a file, in the way that its lines end; nothing where they can't be read. */
async function readableLines(db: DuckDb, file: string): Promise<string | undefined> {
  for (const lineEnd of lineEnds) {
    const lines = linesOf(file, lineEnd);
    const isRead = await db.rows(`SELECT count(line) FROM ${lines}`).then(
      () => true,
      () => false,
    );
    if (isRead) return lines;
  }
  return undefined;
}

async function* bytesOf(path: string, file: string): AsyncGenerator<Uint8Array> {
  const db = await openDuckDb({ files: [file], memory });
  try {
    const lines = await readableLines(db, file);
    if (lines === undefined) {
      const message = `${path} can't be read: what is packed in it is damaged, or is no UTF-8 with lines that all end alike.`;
      const help = 'Unpack it with zstd -d, and name that file.';
      throw new IvrError('log-unreadable', message, { help });
    }
    const encoder = new TextEncoder();
    for await (const chunk of db.chunks(`SELECT coalesce(line, '') FROM ${lines}`))
      yield encoder.encode(`${chunk.getColumnValues(0).join('\n')}\n`);
  } finally {
    await db.close();
  }
}

/**
 * A log that is packed with Zstandard, unpacked by DuckDB: Node has no reader of it before version 22.
 * While it is read, an IvrError `log-unreadable` may come where it is no UTF-8, or its lines end in
 * several ways, `engine-missing` where DuckDB isn't installed.
 */
export const readZstd = ({ path, file }: LogInput): LogInput => ({
  path,
  bytes: bytesOf(path, file?.name ?? path),
});
