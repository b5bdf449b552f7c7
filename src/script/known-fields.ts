import * as z from 'zod';
import { fieldOf, type Path, type Tree } from '../source/tree.ts';
import type { KnownFields } from '../source/schema-findings.ts';

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  return schema;
}

/** The alternatives of a union that the written value can be: by `kind` where there is one. */
function alternatives(
  schema: z.core.$ZodType,
  value: Tree | undefined,
): readonly z.core.$ZodType[] {
  const inner = unwrapped(schema);
  if (!(inner instanceof z.ZodUnion)) return [inner];
  const options = inner.options.flatMap((option) => alternatives(option, value));
  const kind = fieldOf(value, 'kind')?.value;
  const written = kind?.kind === 'scalar' ? kind.value : undefined;
  const fitting = options.filter((option) => {
    const literal = schemaBelow(option, 'kind');
    return literal instanceof z.ZodLiteral && literal.value === written;
  });
  return fitting.length > 0 ? fitting : options;
}

function schemaBelow(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
    return Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

/** The names of the fields that a schema knows at a path, for "did you mean". */
export function knownFieldsOf(schema: z.ZodType, root: Tree): KnownFields {
  return (path: Path) => {
    let schemas: readonly z.core.$ZodType[] = alternatives(schema, root);
    let here: Tree | undefined = root;
    for (const step of path) {
      const below: Tree | undefined =
        here?.kind === 'list' ? here.items[Number(step)] : fieldOf(here, String(step))?.value;
      schemas = schemas.flatMap((option) => {
        const next = schemaBelow(option, step);
        return next === undefined ? [] : alternatives(next, below);
      });
      here = below;
    }
    return schemas.flatMap((option) =>
      option instanceof z.ZodObject ? Object.keys(option.shape) : [],
    );
  };
}
