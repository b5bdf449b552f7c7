import { describe, expect, test } from '@jest/globals';
import { mappingFieldNotes } from '../../src/calls/mapping/field-notes.ts';
import { mappingJsonSchema } from '../../src/calls/mapping/json-schema.ts';
import { configFieldNotes } from '../../src/lint/config-field-notes.ts';
import { configJsonSchema } from '../../src/lint/config-json-schema.ts';
import { directoryFieldNotes } from '../../src/routing/field-notes.ts';
import { directoryJsonSchema } from '../../src/routing/json-schema.ts';
import { noteOn, type FieldNotes, type JsonSchema } from '../../src/script/describe-fields.ts';
import { scriptFieldNotes } from '../../src/script/field-notes.ts';
import { scriptJsonSchema } from '../../src/script/json-schema.ts';
import { expectGolden } from '../support/golden.ts';

/** Every field of a schema, as `owner.field`. */
function fieldsOf(schema: unknown, owner: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => fieldsOf(part, owner));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, part]) =>
    keyword === 'properties' || keyword === 'definitions'
      ? Object.entries(part as JsonSchema).flatMap(([name, inner]) => [
          ...(keyword === 'properties' ? [`${owner}.${name}`] : []),
          ...fieldsOf(inner, name),
        ])
      : fieldsOf(part, owner),
  );
}

describe.each([
  ['script', scriptJsonSchema(), scriptFieldNotes],
  ['directory', directoryJsonSchema(), directoryFieldNotes],
  ['config', configJsonSchema(), configFieldNotes],
  ['mapping', mappingJsonSchema(), mappingFieldNotes],
] as const)('the JSON Schema of a %s', (name, schema, notes: FieldNotes) => {
  test('is the one that stands in schema/', () => {
    expectGolden(`schema/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  });

  test('says of every field what it is for', () => {
    const unsaid = fieldsOf(schema, name).filter((field) => {
      const [owner = '', own = ''] = field.split('.');
      return noteOn(notes, owner, own) === undefined;
    });
    expect(unsaid).toEqual([]);
  });

  test('has a field for every note', () => {
    const fields = new Set(fieldsOf(schema, name));
    const names = new Set([...fields].map((field) => field.split('.')[1]));
    const idle = Object.keys(notes).filter((note) => !fields.has(note) && !names.has(note));
    expect(idle).toEqual([]);
  });
});
