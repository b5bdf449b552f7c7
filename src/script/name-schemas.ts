import * as z from 'zod';
import { isName, nameRule } from './names.ts';

export const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, nameRule)
  .refine(isName, nameRule)
  .meta({ id: 'name', description: 'Lower-case letters, digits and hyphens, a letter first.' });

export const nodeIdSchema = nameSchema.brand<'NodeId'>();

export const queueIdSchema = nameSchema.brand<'QueueId'>();

export const calendarIdSchema = nameSchema.brand<'CalendarId'>();
