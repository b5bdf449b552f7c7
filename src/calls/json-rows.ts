import { fieldsInOrder } from './log-columns.ts';
import type { LogRow, RowReader } from './csv-rows.ts';
import { longestLine } from './text-lines.ts';

/** The text of a field; nothing for what is no single value. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  // Beyond this a number has lost digits on the way: an id that looks like one must be in quotes.
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  return undefined;
}

function rowOf(line: number, text: string): LogRow {
  if (text.length > longestLine) return { line, problem: 'line too long' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, problem: 'not a JSON object' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, problem: 'not a JSON object' };
  const named = new Map(Object.entries(value));
  const fields = fieldsInOrder.map((name) => textOf(named.get(name)));
  return fields.every((field) => field !== undefined)
    ? { line, fields }
    : { line, problem: 'field not text' };
}

/**
 * Reads lines as JSON Lines: an object a line, its fields named as the columns of a native log, in
 * the order of `fieldsInOrder`. Other fields are passed over, blank lines are no rows, and a line
 * that is no such object loses nothing but itself.
 */
export function createJsonReader(): RowReader {
  return {
    take: ({ first, lines }) =>
      lines.flatMap((text, index) => (text.trim() === '' ? [] : [rowOf(first + index, text)])),
    end: () => [],
  };
}
