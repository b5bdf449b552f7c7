import { IvrError } from '../../source/ivr-error.ts';
import type { LogInput } from '../read-log-text.ts';
import type { DuckDb } from './open-duckdb.ts';
import { onlyFile, quoted } from './sql-text.ts';

/** Ends of lines that DuckDB keeps to, when all lines of a file have the same. */
const lineEnds = ['\\n', '\\r\\n'] as const;

/** The lines of a packed text, as they are; no text holds what separates columns here. */
const linesOf = (file: string, lineEnd: string): string =>
  `read_csv([${quoted(onlyFile(file))}], header = false, auto_detect = false, columns = {'line': 'VARCHAR'}, delim = E'\\x01\\x02\\x01\\x02', quote = '', escape = '', new_line = '${lineEnd}', compression = 'zstd')`;

async function* bytesOf(db: DuckDb, lines: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of db.chunks(`SELECT coalesce(line, '') FROM ${lines}`))
    yield encoder.encode(`${chunk.getColumnValues(0).join('\n')}\n`);
}

/**
 * A log that is packed with Zstandard, unpacked by DuckDB: Node has no reader of it before version 22.
 * Throws an IvrError `log-unreadable` where it is no UTF-8, or its lines end in several ways.
 */
export async function readZstd(db: DuckDb, { path, file }: LogInput): Promise<LogInput> {
  for (const lineEnd of lineEnds) {
    const lines = linesOf(file?.name ?? '', lineEnd);
    const isRead = await db.rows(`SELECT count(line) FROM ${lines}`).then(
      () => true,
      () => false,
    );
    if (isRead) return { path, bytes: bytesOf(db, lines) };
  }
  const message = `${path} can't be read: what is packed in it is damaged, or is no UTF-8 with lines that all end alike.`;
  throw new IvrError('log-unreadable', message, {
    help: 'Unpack it with zstd -d, and name that file.',
  });
}
