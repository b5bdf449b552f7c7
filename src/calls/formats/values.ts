/** An object of JSON; its fields are asked for by name, never through its prototype. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value where it is an object, and no list. */
export function objectIn(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** A field of an object, if it is the object's own. */
export function fieldIn(value: unknown, name: string): unknown {
  const object = objectIn(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A field as text: numbers and truth values are written out, everything else is nothing. */
export function textIn(value: unknown, name: string): string | undefined {
  const field = fieldIn(value, name);
  if (typeof field === 'string') return field;
  if (typeof field === 'boolean') return String(field);
  return typeof field === 'number' && Number.isFinite(field) ? String(field) : undefined;
}

/** A list in a field; empty where there is none. */
export function listIn(value: unknown, name: string): readonly unknown[] {
  const field = fieldIn(value, name);
  return Array.isArray(field) ? (field as readonly unknown[]) : [];
}

/** The value that a text of JSON holds, or nothing. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A single value as text, empty for none; nothing for a list, an object, or a number that has lost digits. */
export function singleText(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  return String(value);
}

/**
 * The text of a field by its name, or by a path with dots where it has no such name. Empty where there
 * is none; nothing where it is no single value, or a number that has lost digits on the way.
 */
export function fieldAt(value: unknown, path: string): string | undefined {
  const object = objectIn(value);
  let field: unknown;
  if (object !== undefined && Object.hasOwn(object, path)) field = object[path];
  else {
    field = value;
    for (const name of path.split('.')) field = fieldIn(field, name);
  }
  return singleText(field);
}

/** How many different texts are kept; where there are more, they are no names that come again. */
const mostTexts = 100_000;

/**
 * Makes what gives the same text for the same text: names that stand in every record of a log are then
 * kept once, and not once for each record.
 */
export function createTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size < mostTexts) known.set(text, text);
    return text;
  };
}
