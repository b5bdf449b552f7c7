import * as z from 'zod';
import { describeFields, type JsonSchema } from '../script/describe-fields.ts';
import { directoryFieldNotes } from './field-notes.ts';
import { directorySchema } from './schema.ts';

/** The JSON Schema (draft 7) of a directory as an author writes it, for editors. */
export function directoryJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(directorySchema, { io: 'input', target: 'draft-7' });
  return describeFields(
    {
      $schema: schema.$schema,
      $id: 'ivrkit/directory.schema.json',
      title: 'A directory for ivrkit',
      description: 'Queues, calendars, staffing, sites, vendors and outside numbers.',
      ...schema,
    },
    'directory',
    directoryFieldNotes,
  );
}
