/** A part of a JSON Schema document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What fields are for: by `owner.field`, or by `field` alone where it means the same everywhere. */
export type FieldNotes = Readonly<Record<string, string>>;

/** The note on a field, or nothing. */
export function noteOn(notes: FieldNotes, owner: string, field: string): string | undefined {
  const own = `${owner}.${field}`;
  if (Object.hasOwn(notes, own)) return notes[own];
  return Object.hasOwn(notes, field) ? notes[field] : undefined;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds the notes to the fields of a JSON Schema. The owner of a field is the definition that it
 * stands in, or the field that holds its object: `option.key`, `digits.min`.
 */
export function describeFields(schema: JsonSchema, owner: string, notes: FieldNotes): JsonSchema {
  const below = (part: unknown, name: string): unknown =>
    Array.isArray(part)
      ? part.map((each) => below(each, name))
      : isObject(part)
        ? describeFields(part, name, notes)
        : part;
  const named = (parts: JsonSchema, describe: boolean): JsonSchema =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        const note = describe ? noteOn(notes, owner, name) : undefined;
        const inner = below(part, name) as JsonSchema;
        return [name, note === undefined ? inner : { ...inner, description: note }];
      }),
    );
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, part]) => [
      keyword,
      (keyword === 'properties' || keyword === 'definitions') && isObject(part)
        ? named(part, keyword === 'properties')
        : below(part, owner),
    ]),
  );
}
