import type { Directory } from '../routing/directory.ts';
import { durationSchema } from '../script/value-schemas.ts';
import { formatDuration } from '../script/values.ts';
import { formatYaml, isList, isMap, type Writable } from './format-yaml.ts';

const durationFields = new Set(['after', 'increment', 'minimum']);

/** Parts of a directory that are left out where nothing is in them. */
const optionalParts = new Set(['calendars', 'queues', 'staffing', 'sites', 'vendors', 'numbers']);

function writtenDuration(seconds: number): string | number {
  const text = formatDuration(seconds);
  const read = durationSchema.safeParse(text);
  return read.success && read.data === seconds ? text : seconds;
}

/** Fields that people look for first; the others keep the order of the format. */
const first = ['$schema', 'directory', 'id', 'title', 'note', 'timeZone'];

function written(value: unknown, field: string): Writable {
  if (typeof value === 'number' && durationFields.has(field)) return writtenDuration(value);
  if (Array.isArray(value)) return value.map((item) => written(item, ''));
  if (typeof value !== 'object' || value === null) return value as Writable;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return new Map(entries.map(([name, part]): [string, Writable] => [name, written(part, name)]));
}

const isEmpty = (value: Writable): boolean =>
  isMap(value) ? value.size === 0 : isList(value) && value.length === 0;

function plain(value: Writable): unknown {
  if (isMap(value))
    return Object.fromEntries([...value].map(([name, part]) => [name, plain(part)]));
  return isList(value) ? value.map(plain) : value;
}

/**
 * Writes a directory as a file of the native format that reads back as the same directory. Times are
 * written as `2m`, and entries on one line of at most 100 columns. The text ends with a line end.
 */
export function writeNativeDirectory(directory: Directory, format: 'yaml' | 'json'): string {
  const fields = written(directory, '');
  if (!isMap(fields)) return '';
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  const value = new Map(
    [...fields]
      .filter(([name, part]) => !optionalParts.has(name) || !isEmpty(part))
      .toSorted(([a], [b]) => rank(a) - rank(b)),
  );
  return format === 'json' ? `${JSON.stringify(plain(value), null, 2)}\n` : formatYaml(value);
}
