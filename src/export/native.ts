import type { Script } from '../script/script.ts';
import { durationSchema } from '../script/value-schemas.ts';
import { formatDuration } from '../script/values.ts';
import { formatYaml, isList, isMap, type Writable } from './format-yaml.ts';

/** Fields in the order in which people read them; fields that aren't listed come last, as they are. */
const fieldOrder = [
  ...[
    '$schema',
    'ivr',
    'id',
    'kind',
    'vendor',
    'type',
    'key',
    'intent',
    'title',
    'number',
    'start',
  ],
  ...['language', 'directory', 'version', 'on', 'task', 'queue', 'script', 'trigger', 'when'],
  ...['recording', 'length', 'unknown', 'text', 'say', 'bargeIn', 'digits', 'sensitive', 'data'],
  ...['min', 'max', 'end', 'every', 'waitTime', 'position', 'offer', 'announce', 'priority'],
  ...['selfService', 'duration', 'maxLength', 'wait', 'after', 'attempts', 'interDigit', 'options'],
  ...['cases', 'exits', 'do', 'role', 'reason', 'set', 'pinned', 'to', 'otherwise', 'success'],
  ...['failure', 'noInput', 'noMatch', 'overflow', 'closed', 'error', 'raw', 'tags', 'note'],
  ...['origin', 'defaults', 'entries', 'nodes'],
];
const rank: ReadonlyMap<string, number> = new Map(fieldOrder.map((name, index) => [name, index]));

const durationFields = new Set([
  ...['wait', 'interDigit', 'every', 'after', 'duration', 'maxLength', 'length'],
]);

/** A duration as people write it, where that says exactly the same. */
function writtenDuration(seconds: number): string | number {
  const text = formatDuration(seconds);
  const read = durationSchema.safeParse(text);
  return read.success && read.data === seconds ? text : seconds;
}

/** Names chosen by the author keep their order: only there it means something, or nothing at all. */
const ownNames = new Set(['nodes', 'set', 'text', 'raw', 'recording', 'length']);

function ordered(entries: readonly (readonly [string, unknown])[]) {
  const last = fieldOrder.length;
  return entries.toSorted(([a], [b]) => (rank.get(a) ?? last) - (rank.get(b) ?? last));
}

/** Takes a value of a script back to what an author would write. */
function written(value: unknown, field: string): Writable {
  if (typeof value === 'number' && durationFields.has(field)) return writtenDuration(value);
  if (Array.isArray(value)) return value.map((item) => written(item, ''));
  if (typeof value !== 'object' || value === null) return value as Writable;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const [only] = entries;
  const isShort = entries.length === 1 && only !== undefined;
  if (isShort && field === 'say' && only[0] === 'text') return written(only[1], 'text');
  if (isShort && field === 'closed') return written(only[1], 'to');
  const named = ownNames.has(field);
  const inside = field === 'length' ? field : '';
  return new Map(
    (named ? entries : ordered(entries)).map(([name, part]): [string, Writable] => [
      name,
      field === 'raw' || name === 'raw' ? rawValue(part) : written(part, named ? inside : name),
    ]),
  );
}

/** What a vendor wrote: nothing in it is ours to order or to shorten. */
function rawValue(value: unknown): Writable {
  if (Array.isArray(value)) return value.map(rawValue);
  if (typeof value !== 'object' || value === null) return value as Writable;
  return new Map(Object.entries(value).map(([name, part]) => [name, rawValue(part)]));
}

/** The same as plain objects, which JSON knows how to write. */
function plain(value: Writable): unknown {
  if (isMap(value)) {
    return Object.fromEntries([...value].map(([name, part]) => [name, plain(part)]));
  }
  return isList(value) ? value.map(plain) : value;
}

/** A part of a script as an author would write it in the field of that name. */
export function writtenPart(value: unknown, field: string): unknown {
  return plain(written(value, field));
}

/**
 * Writes a script as a file of the native format that reads back as the same script. Fields come in
 * one order, times as `5s`, and short nodes on one line of at most 100 columns. The text ends with a
 * line end.
 */
export function writeNativeScript(script: Script, format: 'yaml' | 'json'): string {
  const value = written(script, '');
  return format === 'json' ? `${JSON.stringify(plain(value), null, 2)}\n` : formatYaml(value);
}
