import type { Finding } from '../../source/finding.ts';
import { placeBetween, type Place, type Source } from '../../source/source.ts';
import { syntaxFinding } from '../../source/syntax-finding.ts';
import { tooManyAt, tooManyValues } from '../../source/too-many-values.ts';
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

/** The text of a column; empty where the row doesn't have it. */
export const textOf = ({ cells }: RowAt, column: string): string => cells.get(column)?.text ?? '';

/** Where a row or a value is written. */
export const placeIn = ({ source, start, end }: Extent & { readonly source: Source }): Place =>
  placeBetween(source, start, end);

/** What reading tables gave, and where rows of them can't be read. */
export interface TablesReading {
  readonly tables: Tables;
  readonly findings: readonly Finding[];
}

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

  takeWord(word: string): boolean {
    this.skip();
    const found = this.text.slice(this.at, this.at + word.length).toUpperCase() === word;
    if (found) this.at += word.length;
    return found;
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
  const heads = [...text.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?[`"]?(\w{1,60})[`"]? \(/gi)].map(
    ({ 0: head, 1: name = '', index }) => ({ name, index, end: index + head.length }),
  );
  heads.forEach(({ name, end }, at) => {
    const statement = text.slice(end, heads[at + 1]?.index);
    const [body = ''] = statement.split(';', 1);
    const columns = [...body.matchAll(/(?:^|\n)[ \t]*[`"](\w{1,60})[`"][ \t]/g)].map(
      ([, column = '']) => column,
    );
    created.set(name.toLowerCase(), columns);
  });
  return created;
}

/** The rows of one statement, from behind its table's name; the place of one that can't be read. */
function readRows(reader: Reader, created: readonly string[], rows: RowAt[]): Extent | undefined {
  const { source } = reader;
  const begin = reader.at;
  const named = reader.list()?.map(({ text: column }) => column);
  if (named === undefined) reader.at = begin;
  const columns = named ?? created;
  if (!reader.takeWord('VALUES')) return undefined;
  do {
    reader.skip();
    const start = reader.at;
    const cells = reader.list();
    if (cells === undefined) return { start, end: start + 1 };
    const known = cells.map((cell, at): [string, CellAt] => [columns[at] ?? String(at), cell]);
    rows.push({ source, start, end: reader.at, cells: new Map(known) });
  } while (reader.take(','));
  // Another row without a comma in front of it.
  const more = reader.at;
  return reader.take('(') ? { start: more, end: reader.at } : undefined;
}

/**
 * Reads the rows of `INSERT INTO` and `REPLACE INTO` of these tables from a dump of MySQL, MariaDB or
 * SQLite. Nothing is executed; what isn't such a statement is passed. A row that can't be read is a
 * finding, and ends its statement.
 */
export function readInserts(source: Source, wanted: readonly string[]): TablesReading {
  const { text } = source;
  const excess = tooManyAt(source);
  if (excess !== undefined) return { tables: new Map(), findings: [tooManyValues(source, excess)] };
  const created = createdColumns(text);
  const tables = new Map<string, RowAt[]>();
  const findings: Finding[] = [];
  const reader = new Reader(source);
  const head = /(?:INSERT|REPLACE)[ \t]+(?:IGNORE[ \t]+)?INTO[ \t]+[`"]?(\w{1,60})[`"]?/gi;
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const table = (found[1] ?? '').toLowerCase();
    if (!wanted.includes(table)) continue;
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    reader.at = head.lastIndex;
    const broken = readRows(reader, created.get(table) ?? [], rows);
    if (broken !== undefined)
      findings.push(
        syntaxFinding(
          source,
          broken,
          `This row of "${table}" can't be read, and none of its statement after it.`,
          'Dump the tables again: a row is values in brackets, with commas between.',
        ),
      );
    head.lastIndex = Math.max(head.lastIndex, reader.at);
  }
  return { tables, findings };
}
