import * as z from 'zod';
import { describeFields, type JsonSchema } from '../../script/describe-fields.ts';
import { mappingFieldNotes } from './field-notes.ts';
import { mappingSchema } from './schema.ts';

/** The JSON Schema (draft 7) of a mapping as an author writes it, for editors. */
export function mappingJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(mappingSchema, { io: 'input', target: 'draft-7' });
  return describeFields(
    {
      $schema: schema.$schema,
      $id: 'ivrkit/mapping.schema.json',
      title: 'A mapping of call logs for ivrkit',
      description: 'Which column of a log is what, and what its words and times mean.',
      ...schema,
    },
    'mapping',
    mappingFieldNotes,
  );
}
