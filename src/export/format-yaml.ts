/** A value to write; maps keep the order of their fields. */
export type Writable =
  string | number | boolean | null | readonly Writable[] | ReadonlyMap<string, Writable>;

const widest = 100;

/** Words that a YAML reader, of version 1.1 or 1.2, takes for something else than text. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|e\d+)$/i;

/** What can hide in a text, or end a line of it: written as an escape. */
const hidden = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;

function escaped(text: string): string {
  return JSON.stringify(text).replace(
    hidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A word, or a number with a unit (`5s`): texts that no reader takes for anything else. */
const plain = /^(?:[A-Za-z$][A-Za-z0-9_.-]*|\d+(?:\.\d+)?(?:ms|s|m|h))$/;

function scalarText(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  return plain.test(value) && !reserved.test(value) ? value : escaped(value);
}

/** Our own field `on` needs no quotes: YAML 1.2 has no such word, and it is in every menu. */
function keyText(name: string): string {
  return name === 'on' ? name : scalarText(name);
}

export function isMap(value: Writable): value is ReadonlyMap<string, Writable> {
  return value instanceof Map;
}

export function isList(value: Writable): value is readonly Writable[] {
  return Array.isArray(value);
}

/** A value on one line, or nothing when it takes more than `room` columns. */
function flowText(value: Writable, room: number): string | undefined {
  if (!isMap(value) && !isList(value)) {
    const text = scalarText(value);
    return text.length <= room ? text : undefined;
  }
  const parts: string[] = [];
  let left = room - 2;
  const items = isMap(value) ? [...value] : value.map((item) => [undefined, item] as const);
  for (const [name, item] of items) {
    const prefix = name === undefined ? '' : `${keyText(name)}: `;
    const text = flowText(item, left - prefix.length);
    if (text === undefined) return undefined;
    parts.push(`${prefix}${text}`);
    left -= prefix.length + text.length + 2;
    if (left < -2) return undefined;
  }
  return isMap(value) ? `{${parts.join(', ')}}` : `[${parts.join(', ')}]`;
}

/** True for what reads better on lines of its own, however short it is. */
function isTall(value: Writable): boolean {
  if (isMap(value)) return [...value.values()].some(isTall);
  return isList(value) && value.length > 1 && value.some((item) => isMap(item) && item.size > 0);
}

/** Parts of a whole file that get a line for each of their entries. */
const wideParts = new Set([
  ...['nodes', 'entries', 'calendars', 'queues', 'staffing', 'sites', 'vendors', 'numbers'],
]);

/** The lines of a value below a key or a dash; the first continues the line that it stands on. */
function blockLines(value: Writable, indent: number, column: number, isWide: boolean): string[] {
  const flow = isWide || isTall(value) ? undefined : flowText(value, widest - column);
  if (flow !== undefined) return [flow];
  const pad = ' '.repeat(indent);
  if (isMap(value) && value.size > 0) {
    return [
      '',
      ...[...value].flatMap(([name, part]) => {
        const key = `${pad}${keyText(name)}:`;
        const isNodes = isWide && wideParts.has(name);
        const [first = '', ...rest] = blockLines(part, indent + 2, key.length + 1, isNodes);
        return [first === '' ? key : `${key} ${first}`, ...rest];
      }),
    ];
  }
  if (isList(value) && value.length > 0) {
    return [
      '',
      ...value.flatMap((item) => {
        const [first = '', ...rest] = blockLines(item, indent + 2, indent + 2, false);
        if (first !== '') return [`${pad}- ${first}`, ...rest];
        const [head = '', ...tail] = rest;
        return [`${pad}- ${head.trimStart()}`, ...tail];
      }),
    ];
  }
  return [isMap(value) || isList(value) ? (isMap(value) ? '{}' : '[]') : scalarText(value)];
}

/** Writes a value as YAML 1.2: blocks outside, one line where a part fits in 100 columns. */
export function formatYaml(value: Writable): string {
  return `${blockLines(value, 0, 0, true)
    .slice(isMap(value) || isList(value) ? 1 : 0)
    .join('\n')}\n`;
}
