import { z } from 'zod';
import { calendarIdSchema, nodeIdSchema, queueIdSchema } from './names.ts';
import {
  durationSchema,
  keySchema,
  languageSchema,
  promptSchema,
  unknownSchema,
} from './values.ts';
import { optionRoles, tags, triggers } from './vocabulary.ts';

const target = nodeIdSchema.optional();
const exit = z.union([nodeIdSchema.transform((to) => ({ to })), z.strictObject({ to: target })]);

/** What happens when a caller stays silent: how long to wait, how often to ask, then where to go. */
const noInputSchema = z.strictObject({
  wait: durationSchema.optional(),
  attempts: z.number().int().min(1).max(20).optional(),
  say: promptSchema.optional(),
  to: target,
});

/** What happens when a caller enters what the menu doesn't know. */
const noMatchSchema = noInputSchema.omit({ wait: true });

const common = {
  title: z.string().min(1).optional(),
  note: z.string().optional(),
  tags: z.array(z.enum(tags)).optional(),
  /** The blocks of a vendor's file that this node was made from. */
  origin: z.array(z.string()).optional(),
  /** Where the call goes when the system itself fails here. */
  error: target,
};

const listening = {
  say: promptSchema.optional(),
  bargeIn: z.boolean().optional(),
};

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
    tags: common.tags,
  })
  .refine((option) => option.key !== undefined || option.intent !== undefined, {
    message: 'an option needs a key (or an intent, for a menu that listens to speech)',
  })
  .refine((option) => option.to === undefined || option.do === undefined, {
    message: 'an option either leads somewhere (to) or does something (do), not both',
    path: ['do'],
  });

export const branchOnSchema = z.union(
  [
    z.enum(['language', 'share']),
    z.strictObject({ calendar: z.union([calendarIdSchema, unknownSchema]) }),
    z.strictObject({ attribute: z.string().min(1) }),
    z.strictObject({ emergency: calendarIdSchema }),
    z.strictObject({ 'queue-status': z.union([queueIdSchema, unknownSchema]) }),
    z.strictObject({ result: z.string().min(1) }),
  ],
  {
    error:
      'a branch is on: language, share, {calendar: name}, {attribute: name}, {emergency: calendar}, {queue-status: queue} or {result: name}',
  },
);

const announcement = z.strictObject({
  kind: z.literal('announcement'),
  ...common,
  ...listening,
  to: target,
});

const menu = z.strictObject({
  kind: z.literal('menu'),
  ...common,
  ...listening,
  options: z.array(optionSchema),
  noInput: noInputSchema.optional(),
  noMatch: noMatchSchema.optional(),
  /** The longest pause between two keys of one entry. */
  interDigit: durationSchema.optional(),
});

const collect = z.strictObject({
  kind: z.literal('collect'),
  ...common,
  ...listening,
  digits: z
    .strictObject({
      min: z.number().int().min(0).optional(),
      max: z.number().int().min(1).optional(),
      end: keySchema.optional(),
      interDigit: durationSchema.optional(),
    })
    .optional(),
  sensitive: z.boolean().optional(),
  /** What is asked for, where rules or law care. */
  data: z
    .enum([
      'account',
      'card-number',
      'card-code',
      'pin',
      'identity',
      'phone',
      'date',
      'amount',
      'other',
    ])
    .optional(),
  to: target,
  noInput: noInputSchema.optional(),
  noMatch: noMatchSchema.optional(),
});

const branch = z.strictObject({
  kind: z.literal('branch'),
  ...common,
  on: branchOnSchema,
  cases: z.array(
    z.strictObject({ when: z.string().min(1), title: z.string().optional(), to: target }),
  ),
  otherwise: target,
});

const task = z.strictObject({
  kind: z.literal('task'),
  ...common,
  ...listening,
  /** The self-service or look-up that is done, by name. */
  task: z.union([z.string().min(1), unknownSchema]),
  /** True when success means that the caller got what they called for. */
  selfService: z.boolean().optional(),
  duration: durationSchema.optional(),
  success: target,
  failure: target,
});

const queue = z.strictObject({
  kind: z.literal('queue'),
  ...common,
  say: promptSchema.optional(),
  queue: z.union([queueIdSchema, unknownSchema]),
  announce: z
    .strictObject({
      every: durationSchema.optional(),
      waitTime: z.boolean().optional(),
      position: z.boolean().optional(),
      offer: z.enum(['callback', 'self-service', 'voicemail']).optional(),
      say: promptSchema.optional(),
    })
    .optional(),
  priority: z.number().int().optional(),
  overflow: z.strictObject({ after: durationSchema.optional(), to: target }).optional(),
  closed: exit.optional(),
});

const transfer = z.strictObject({
  kind: z.literal('transfer'),
  ...common,
  say: promptSchema.optional(),
  number: z.union([z.string().min(1), unknownSchema]),
  wait: durationSchema.optional(),
  /** Where the call goes on when the other side has hung up; without it, it ends there. */
  to: target,
  failure: target,
});

const voicemail = z.strictObject({
  kind: z.literal('voicemail'),
  ...common,
  say: promptSchema.optional(),
  maxLength: durationSchema.optional(),
  to: target,
});

const callback = z.strictObject({
  kind: z.literal('callback'),
  ...common,
  say: promptSchema.optional(),
  queue: z.union([queueIdSchema, unknownSchema]).optional(),
  to: target,
  failure: target,
});

const subflow = z.strictObject({
  kind: z.literal('subflow'),
  ...common,
  /** The id or the file of the other script. */
  script: z.union([z.string().min(1), unknownSchema]),
  /** Where the call goes on when the other script returns; without it, the call stays there. */
  to: target,
});

const hangup = z.strictObject({
  kind: z.literal('hangup'),
  ...common,
  say: promptSchema.optional(),
});

const opaque = z.strictObject({
  kind: z.literal('opaque'),
  ...common,
  vendor: z.string().min(1),
  /** The vendor's own name for this kind of block. */
  type: z.string().min(1),
  raw: z.json().optional(),
  exits: z.array(
    z.strictObject({ trigger: z.enum(triggers), when: z.string().optional(), to: target }),
  ),
});

export const nodeSchema = z.discriminatedUnion('kind', [
  announcement,
  menu,
  collect,
  branch,
  task,
  queue,
  transfer,
  voicemail,
  callback,
  subflow,
  hangup,
  opaque,
]);

export const scriptSchema = z.strictObject({
  /** For editors: where the schema of this file is. */
  $schema: z.string().optional(),
  ivr: z.literal(1),
  id: nodeIdSchema,
  title: z.string().min(1).optional(),
  language: languageSchema,
  /** The file of queues, calendars and staffing, next to this one. */
  directory: z.string().min(1).optional(),
  version: z.string().optional(),
  note: z.string().optional(),
  defaults: z
    .strictObject({
      bargeIn: z.boolean().optional(),
      recording: z.boolean().optional(),
      noInput: noInputSchema.optional(),
      noMatch: noMatchSchema.optional(),
      interDigit: durationSchema.optional(),
    })
    .optional(),
  entries: z
    .array(
      z.strictObject({
        number: z.union([z.string().min(1), unknownSchema]).optional(),
        start: nodeIdSchema,
        language: languageSchema.optional(),
        title: z.string().optional(),
      }),
    )
    .min(1),
  nodes: z.record(nodeIdSchema, nodeSchema),
});
