import { createCsvReader } from '../csv-rows.ts';

/** What separates the fields of tables. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** Where the header of a table stands, and what it says. */
export interface FoundTable {
  readonly separator: Separator;
  /** The physical line that the header ends with. */
  readonly line: number;
  readonly header: readonly string[];
}

/** Reports begin with titles and dates; a header that stands deeper isn't looked for. */
const deepestHeader = 30;

/** A column's name as it is compared: capitals, blanks and signs around and inside don't matter. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The first of these lines that is a header with all of these columns. */
export function findTable(
  lines: readonly string[],
  columns: readonly string[],
  signs: readonly Separator[] = separators,
): FoundTable | undefined {
  const wanted = columns.map(columnKey);
  // A line that doesn't hold the names at all need not be taken apart.
  const top = [...lines.slice(0, deepestHeader).entries()].filter(([, text]) => {
    const words = columnKey(text);
    return wanted.every((name) => words.includes(name));
  });
  for (const separator of signs) {
    for (const [index, text] of top) {
      const reader = createCsvReader(undefined, separator);
      const [row] = [...reader.take({ first: index + 1, lines: [text] }), ...reader.end()];
      if (row === undefined || !('fields' in row)) continue;
      const keys = new Set(row.fields.map(columnKey));
      if (wanted.every((key) => keys.has(key)))
        return { separator, line: row.line, header: row.fields };
    }
  }
  return undefined;
}
