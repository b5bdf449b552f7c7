import * as z from 'zod';
import { describeFields, type JsonSchema } from '../script/describe-fields.ts';
import { configFieldNotes } from './config-field-notes.ts';
import { configSchema } from './config-schema.ts';

/** The JSON Schema (draft 7) of a configuration as an author writes it, for editors. */
export function configJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' });
  return describeFields(
    {
      $schema: schema.$schema,
      $id: 'ivrkit/config.schema.json',
      title: 'A configuration of ivr lint',
      description: 'Which checks are on, how severe they are, and for which files.',
      ...schema,
    },
    'config',
    configFieldNotes,
  );
}
