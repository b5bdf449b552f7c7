import type { JsonSchema } from '../../src/script/describe-fields.ts';

/** What people call the definitions that are no objects. */
const words: Readonly<Record<string, string>> = {
  name: 'name',
  language: 'language',
  duration: 'time',
  prompt: 'prompt',
  key: 'key',
  unknown: 'unknown',
  __schema0: 'any data',
};

const schemaOf = (value: unknown): JsonSchema => value as JsonSchema;
const listOf = (value: unknown): readonly JsonSchema[] =>
  Array.isArray(value) ? (value as readonly JsonSchema[]) : [];

/** The type of a value in words, with links to the parts that have a section of their own. */
function typeInWords(schema: JsonSchema): string {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return words[name] ?? `[${name}](#${name})`;
  }
  const parts = [...listOf(schema['allOf']), ...listOf(schema['anyOf'])];
  if (parts.length > 0) return [...new Set(parts.map(typeInWords))].join(' or ');
  if (schema['oneOf'] !== undefined) return 'node';
  if (schema['const'] !== undefined) return `\`${JSON.stringify(schema['const'])}\``;
  if (Array.isArray(schema['enum']))
    return schema['enum'].map((each) => `\`${String(each)}\``).join(', ');
  switch (schema['type']) {
    case 'array':
      return `list: ${typeInWords(schemaOf(schema['items']))}`;
    case 'object':
      return schema['additionalProperties'] === false
        ? `{${Object.keys(schemaOf(schema['properties'])).join(', ')}}`
        : `${typeInWords(schemaOf(schema['additionalProperties']))} by name`;
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'whole number';
    case 'number':
      return 'number';
    default:
      return 'text';
  }
}

interface Row {
  readonly field: string;
  readonly type: string;
  readonly needed: boolean;
  readonly note: string;
}

/** The fields of an object, and below each field the fields of the object that it holds. */
function rowsOf(schema: JsonSchema, leaveOut: ReadonlySet<string>, before = ''): readonly Row[] {
  const needed = new Set(listOf(schema['required']).map(String));
  return Object.entries(schemaOf(schema['properties'])).flatMap(([name, value]): readonly Row[] => {
    if (leaveOut.has(name)) return [];
    const field = schemaOf(value);
    const isList = field['type'] === 'array';
    const holder = isList ? schemaOf(field['items']) : field;
    const own = { field: `${before}${name}`, type: typeInWords(field), needed: needed.has(name) };
    const isObject = holder['type'] === 'object' && holder['additionalProperties'] === false;
    const inner = isObject ? rowsOf(holder, new Set(), `${own.field}${isList ? '[]' : ''}.`) : [];
    const type = isObject ? (isList ? 'list, see below' : 'see below') : own.type;
    return [{ ...own, type, note: String(field['description']) }, ...inner];
  });
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(
    ({ field, type, needed, note }) => `| \`${field}\`${needed ? ' *' : ''} | ${type} | ${note} |`,
  );
  return ['| field | value | what it is for |', '| --- | --- | --- |', ...cells].join('\n');
}

/** The variants of a union of objects, such as what a branch is on. */
function variants(schema: JsonSchema): string {
  const rows = listOf(schema['anyOf']).flatMap((each): readonly Row[] =>
    each['properties'] === undefined ? [] : rowsOf(each, new Set()),
  );
  const plain = listOf(schema['anyOf']).filter((each) => each['properties'] === undefined);
  return `${plain.map(typeInWords).join(', ')}, or one of:\n\n${table(rows)}`;
}

/**
 * The reference part of the page on the script format, in Markdown, from the JSON Schema: the
 * script, what every node can have, each kind of node, and the parts that several of them share.
 */
export function formatReference(
  schema: JsonSchema,
  kinds: readonly string[],
  sentences: Readonly<Record<string, string>>,
): string {
  const definitions = schema['definitions'] as Readonly<Record<string, JsonSchema>>;
  const definition = (name: string): JsonSchema => definitions[name] ?? {};
  const common = ['kind', 'title', 'note', 'tags', 'origin', 'error'];
  const shared = Object.fromEntries(
    Object.entries(schemaOf(definition('hangup')['properties'])).filter(([name]) =>
      common.includes(name),
    ),
  );
  const section = (name: string, body: string) =>
    `### ${name}\n\n${sentences[name] ?? ''}\n\n${body}`;
  return [
    `## The script\n\n${table(rowsOf(schema, new Set()))}`,
    `## Nodes\n\nEvery node can have:\n\n${table(rowsOf({ ...definition('hangup'), properties: { ...shared, kind: { enum: kinds, description: schemaOf(shared['kind'])['description'] } } }, new Set()))}`,
    ...kinds.map((kind) => {
      const rows = rowsOf(definition(kind), new Set(common));
      return section(kind, rows.length === 0 ? '' : table(rows));
    }),
    '## Parts',
    ...['option', 'no-input', 'no-match'].map((name) =>
      section(name, table(rowsOf(definition(name), new Set()))),
    ),
    section('branch-on', variants(definition('branch-on'))),
  ].join('\n\n');
}
