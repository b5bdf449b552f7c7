import type { Source } from '../../source/source.ts';
import type { Extent } from '../../source/tree.ts';

/** A value of a row, as text, and where it is written. */
export interface CellAt extends Extent {
  /** The file that it stands in. */
  readonly source: Source;
  readonly text: string;
}

/** A row of a table. */
export interface RowAt extends Extent {
  readonly source: Source;
  readonly cells: ReadonlyMap<string, CellAt>;
}

/** The rows of tables, by the table's name in small letters. */
export type Tables = ReadonlyMap<string, readonly RowAt[]>;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '', Z: '' };
const isBlank = (sign: string): boolean => sign <= ' ';

/** A place in a dump, and the words that can be read from it. */
class Reader {
  at = 0;
  readonly text: string;
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
    this.text = source.text;
  }

  /** Passes blanks and comments. */
  skip(): void {
    for (;;) {
      while (this.at < this.text.length && isBlank(this.text.charAt(this.at))) this.at += 1;
      const isLine = this.text.startsWith('-- ', this.at) || this.text[this.at] === '#';
      const isBlock = this.text.startsWith('/*', this.at);
      if (!isLine && !isBlock) return;
      const end = this.text.indexOf(isBlock ? '*/' : '\n', this.at);
      this.at = end === -1 ? this.text.length : end + (isBlock ? 2 : 1);
    }
  }

  take(sign: string): boolean {
    this.skip();
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** A text in quotes, with `''` and backslashes; a number; `NULL`, which is an empty text. */
  value(): CellAt | undefined {
    this.skip();
    const start = this.at;
    const quote = this.text[start];
    if (quote !== "'" && quote !== '"' && quote !== '`') {
      while (this.at < this.text.length && !/[\s,();]/.test(this.text.charAt(this.at)))
        this.at += 1;
      const word = this.text.slice(start, this.at);
      return word === ''
        ? undefined
        : { source: this.source, text: /^null$/i.test(word) ? '' : word, start, end: this.at };
    }
    const parts: string[] = [];
    this.at += 1;
    while (this.at < this.text.length) {
      const sign = this.text.charAt(this.at);
      const next = this.text.charAt(this.at + 1);
      if (sign === '\\') {
        parts.push(escapes[next] ?? next);
        this.at += 2;
      } else if (sign === quote && next === quote) {
        parts.push(quote);
        this.at += 2;
      } else if (sign === quote) {
        this.at += 1;
        return { source: this.source, text: parts.join(''), start, end: this.at };
      } else {
        parts.push(sign);
        this.at += 1;
      }
    }
    return undefined;
  }

  /** Values in brackets; nothing where they don't end. */
  list(): readonly CellAt[] | undefined {
    if (!this.take('(')) return undefined;
    const cells: CellAt[] = [];
    do {
      const cell = this.value();
      if (cell === undefined) return undefined;
      cells.push(cell);
    } while (this.take(','));
    return this.take(')') ? cells : undefined;
  }
}

/** The columns of tables that a dump creates: what rows without names are written in. */
function createdColumns(text: string): ReadonlyMap<string, readonly string[]> {
  const created = new Map<string, readonly string[]>();
  for (const { 0: head, 1: name = '', index } of text.matchAll(
    /CREATE TABLE (?:IF NOT EXISTS )?[`"]?(\w{1,60})[`"]? \(/gi,
  )) {
    const end = text.indexOf(';', index);
    const body = text.slice(index + head.length, end === -1 ? undefined : end);
    const columns = [...body.matchAll(/(?:^|\n)[ \t]*[`"](\w{1,60})[`"][ \t]/g)].map(
      ([, column = '']) => column,
    );
    created.set(name.toLowerCase(), columns);
  }
  return created;
}

/**
 * Reads the rows of `INSERT INTO` and `REPLACE INTO` of these tables from a dump of MySQL, MariaDB or
 * SQLite. Nothing is executed; what isn't such a statement is passed. Rows end where one can't be read.
 */
export function readInserts(source: Source, wanted: readonly string[]): Tables {
  const { text } = source;
  const created = createdColumns(text);
  const tables = new Map<string, RowAt[]>();
  const head = /(?:INSERT|REPLACE)[ \t]+(?:IGNORE[ \t]+)?INTO[ \t]+[`"]?(\w{1,60})[`"]?/gi;
  for (const { 0: statement, 1: name = '', index } of text.matchAll(head)) {
    const table = name.toLowerCase();
    if (!wanted.includes(table)) continue;
    const reader = new Reader(source);
    reader.at = index + statement.length;
    const named = reader.list()?.map(({ text: column }) => column);
    if (named === undefined) reader.at = index + statement.length;
    const columns = named ?? created.get(table) ?? [];
    if (!reader.take('VALUES') && !reader.take('values')) continue;
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    do {
      reader.skip();
      const start = reader.at;
      const cells = reader.list();
      if (cells === undefined) break;
      const known = cells.map((cell, at): [string, CellAt] => [columns[at] ?? String(at), cell]);
      rows.push({ source, start, end: reader.at, cells: new Map(known) });
    } while (reader.take(','));
  }
  return tables;
}
