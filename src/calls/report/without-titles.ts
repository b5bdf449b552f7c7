import { readTable } from '../../source/read-table.ts';
import type { Source } from '../../source/source.ts';

/** Reports begin with titles and dates; a header that stands deeper isn't looked for. */
const deepestHeader = 30;

/**
 * A report without what stands above its header (titles, dates, the `sep=;` of spreadsheets), its lines
 * left blank; the report as it is where none of its first lines is a header.
 */
export function withoutTitles(
  source: Source,
  isHeader: (names: readonly string[]) => boolean,
): Source {
  const lines = source.text.split(/\r\n|\n|\r/, deepestHeader);
  const at = lines.findIndex((text) => {
    const [row] = readTable({ path: source.path, text }).rows;
    return row !== undefined && isHeader(row.cells.map((cell) => cell.text));
  });
  if (at <= 0) return source;
  let above = 0;
  const text = source.text.replace(/[^\r\n]*(?:\r\n|\n|\r)/g, (line) => {
    above += 1;
    return above > at ? line : line.replace(/[^\r\n]+/, '');
  });
  return { ...source, text };
}
