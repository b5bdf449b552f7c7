import * as z from 'zod';
import { describeFields, type JsonSchema } from './describe-fields.ts';
import { scriptFieldNotes } from './field-notes.ts';
import { scriptSchema } from './schema.ts';

/**
 * The JSON Schema (draft 7, which editors know best) of a script as an author writes it. It lets
 * editors complete and check; names that lead nowhere are found by `ivr lint`.
 */
export function scriptJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(scriptSchema, { io: 'input', target: 'draft-7' });
  return describeFields(
    {
      $schema: schema.$schema,
      $id: 'ivrkit/script.schema.json',
      title: 'A phone menu for ivrkit',
      description: 'A phone menu as a graph of nodes: what callers hear, press and reach.',
      ...schema,
    },
    'script',
    scriptFieldNotes,
  );
}
