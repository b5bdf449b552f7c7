import { readLogColumns, type LogColumn } from '../log-columns.ts';
import { createCsvReader } from '../csv-rows.ts';
import { isNative } from '../formats/is-native.ts';
import { headerLine } from '../header-line.ts';
import { nativeSeparator } from '../native-separator.ts';
import type { LogMapping, MappedTime } from './mapping.ts';

const timeInZone = (time: MappedTime, zone: string): MappedTime =>
  typeof time === 'string' ? { column: time, zone } : { ...time, zone: time.zone ?? zone };

/** A mapping whose times without an offset are read on the clock of a zone, where it names none itself. */
export function mappingInZone(mapping: LogMapping, zone: string | undefined): LogMapping {
  if (zone === undefined) return mapping;
  // The end of a visit is on the clock of its beginning, unless it names another one.
  return { ...mapping, at: timeInZone(mapping.at, zone) };
}

const fields = {
  ...{ call: 'call', event: 'event', node: 'node', value: 'value' },
  ...{ seq: 'seq', number: 'number', caller: 'caller', script: 'script' },
} as const satisfies Partial<Record<LogColumn, LogColumn>>;

/**
 * How a native log is read whose times have no offset, on the clock of a zone; nothing for a text that
 * doesn't begin as a native log does. Throws an IvrError `log-layout` for a header that lacks a column.
 */
export function nativeInZone(path: string, text: string, zone: string): LogMapping | undefined {
  if (!isNative(text)) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const line = headerLine(lines);
  const first = lines[line] ?? '';
  const at = { column: 'at', zone };
  const separator = nativeSeparator(first);
  if (separator === undefined) return { mapping: 1, records: 'json', ...fields, at };
  const reader = createCsvReader(undefined, separator);
  const [row] = [...reader.take({ first: line + 1, lines: [first] }), ...reader.end()];
  const names = row !== undefined && 'fields' in row ? row.fields : [];
  const { position } = readLogColumns(path, line + 1, names);
  const present = Object.fromEntries(
    Object.entries(fields).filter(([, column]) => position[column] !== undefined),
  ) as Pick<LogMapping, 'call' | 'event'>;
  return { mapping: 1, separator, ...present, at };
}
