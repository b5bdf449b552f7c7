import * as z from 'zod';
import { calendarIdSchema, nodeIdSchema, queueIdSchema } from './name-schemas.ts';
import {
  durationSchema,
  keySchema,
  languageSchema,
  promptSchema,
  unknownSchema,
} from './value-schemas.ts';
import { optionRoles, tags } from './vocabulary.ts';

/** Where a call goes next; left out, nowhere. */
export const target = nodeIdSchema.optional();

/** The same, as a name alone or as {to: name}. */
export const exit = z.union([
  nodeIdSchema.transform((to) => ({ to })),
  z.strictObject({ to: target }),
]);

/** What happens when a caller stays silent: how long to wait, how often to ask, then where to go. */
export const noInputSchema = z
  .strictObject({
    wait: durationSchema.optional(),
    attempts: z.number().int().min(1).max(20).optional(),
    say: promptSchema.optional(),
    to: target,
  })
  .meta({ id: 'no-input' });

/** What happens when a caller enters what the menu doesn't know. */
export const noMatchSchema = noInputSchema.omit({ wait: true }).meta({ id: 'no-match' });

/** One option of a menu: a key or a spoken intent, and what it does. */
export const optionSchema = z
  .strictObject({
    key: keySchema.optional(),
    /** What a caller can say instead of pressing a key. */
    intent: z.string().min(1).optional(),
    say: promptSchema.optional(),
    title: z.string().min(1).optional(),
    to: target,
    do: z.enum(['repeat', 'back']).optional(),
    role: z.enum(optionRoles).optional(),
    /** The contact reason of callers who choose this. */
    reason: z.string().min(1).optional(),
    /** The language that the call goes on in. */
    language: languageSchema.optional(),
    /** Attributes of the call that this choice sets. */
    set: z.record(z.string(), z.string()).optional(),
    /** Keeps its place and its key, whatever the demand. */
    pinned: z.boolean().optional(),
    tags: z.array(z.enum(tags)).optional(),
  })
  .refine((option) => option.key !== undefined || option.intent !== undefined, {
    message: 'an option needs a key (or an intent, for a menu that listens to speech)',
  })
  .refine((option) => option.to === undefined || option.do === undefined, {
    message: 'an option either leads somewhere (to) or does something (do), not both',
    path: ['do'],
  })
  .meta({ id: 'option' });

/** What a branch looks at. */
export const branchOnSchema = z
  .union(
    [
      z.enum(['language', 'share']),
      z.strictObject({ calendar: z.union([calendarIdSchema, unknownSchema]) }),
      z.strictObject({ attribute: z.string().min(1) }),
      z.strictObject({ emergency: calendarIdSchema }),
      z.strictObject({ 'queue-status': z.union([queueIdSchema, unknownSchema]) }),
      z.strictObject({ result: z.string().min(1) }),
      z.strictObject({ loop: z.union([z.number().int().min(0).max(1000), unknownSchema]) }),
    ],
    {
      error:
        'a branch is on: language, share, {calendar: name}, {attribute: name}, {emergency: calendar}, {queue-status: queue}, {result: name} or {loop: count}',
    },
  )
  .meta({ id: 'branch-on' });
