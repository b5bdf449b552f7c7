const widest = 96;

const keyOf = (name: string): string => {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
};

function flat(value: unknown, room: number): string | undefined {
  const text = literalOn(value);
  return text.length <= room ? text : undefined;
}

function literalOn(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOn).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, part]) => `${keyOf(name)}: ${literalOn(part)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** A plain value as a literal of TypeScript: on one line where it fits, else a line for every part. */
export function typescriptLiteral(value: unknown, indent = 0): string {
  const isList = Array.isArray(value);
  const isMap = typeof value === 'object' && value !== null && !isList;
  const line = flat(value, widest - indent);
  if ((!isList && !isMap) || line !== undefined) return line ?? literalOn(value);
  const pad = ' '.repeat(indent + 2);
  const parts = isList
    ? value.map((item: unknown) => `${pad}${typescriptLiteral(item, indent + 2)},`)
    : Object.entries(value).map(
        ([name, part]) => `${pad}${keyOf(name)}: ${typescriptLiteral(part, indent + 2)},`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return [open, ...parts, `${' '.repeat(indent)}${close}`].join('\n');
}
