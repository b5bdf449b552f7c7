import * as z from 'zod';
import { nodeIdSchema, queueIdSchema } from './name-schemas.ts';
import {
  branchOnSchema,
  exit,
  noInputSchema,
  noMatchSchema,
  optionSchema,
  target,
} from './parts.ts';
import {
  durationSchema,
  keySchema,
  languageSchema,
  promptSchema,
  unknownSchema,
} from './value-schemas.ts';
import { tags, triggers } from './vocabulary.ts';

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

const announcement = z
  .strictObject({
    kind: z.literal('announcement'),
    ...common,
    ...listening,
    to: target,
  })
  .meta({ id: 'announcement' });

const menu = z
  .strictObject({
    kind: z.literal('menu'),
    ...common,
    ...listening,
    options: z.array(optionSchema),
    noInput: noInputSchema.optional(),
    noMatch: noMatchSchema.optional(),
    /** The longest pause between two keys of one entry. */
    interDigit: durationSchema.optional(),
  })
  .meta({ id: 'menu' });

const collect = z
  .strictObject({
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
  })
  .meta({ id: 'collect' });

const branch = z
  .strictObject({
    kind: z.literal('branch'),
    ...common,
    on: branchOnSchema,
    cases: z.array(
      z.strictObject({ when: z.string().min(1), title: z.string().optional(), to: target }),
    ),
    otherwise: target,
  })
  .meta({ id: 'branch' });

const task = z
  .strictObject({
    kind: z.literal('task'),
    ...common,
    ...listening,
    /** The self-service or look-up that is done, by name. */
    task: z.union([z.string().min(1), unknownSchema]),
    /** True when success means that the caller got what they called for. */
    selfService: z.boolean().optional(),
    duration: durationSchema.optional(),
    /** Attributes of the call that success sets. */
    set: z.record(z.string(), z.string()).optional(),
    success: target,
    failure: target,
  })
  .meta({ id: 'task' });

const queue = z
  .strictObject({
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
  })
  .meta({ id: 'queue' });

const transfer = z
  .strictObject({
    kind: z.literal('transfer'),
    ...common,
    say: promptSchema.optional(),
    number: z.union([z.string().min(1), unknownSchema]),
    wait: durationSchema.optional(),
    /** Where the call goes on when the other side has hung up; without it, it ends there. */
    to: target,
    failure: target,
  })
  .meta({ id: 'transfer' });

const voicemail = z
  .strictObject({
    kind: z.literal('voicemail'),
    ...common,
    say: promptSchema.optional(),
    maxLength: durationSchema.optional(),
    to: target,
  })
  .meta({ id: 'voicemail' });

const callback = z
  .strictObject({
    kind: z.literal('callback'),
    ...common,
    say: promptSchema.optional(),
    queue: z.union([queueIdSchema, unknownSchema]).optional(),
    to: target,
    failure: target,
  })
  .meta({ id: 'callback' });

const subflow = z
  .strictObject({
    kind: z.literal('subflow'),
    ...common,
    /** The id or the file of the other script. */
    script: z.union([z.string().min(1), unknownSchema]),
    /** Where the call goes on when the other script returns; without it, the call stays there. */
    to: target,
  })
  .meta({ id: 'subflow' });

const hangup = z
  .strictObject({
    kind: z.literal('hangup'),
    ...common,
    say: promptSchema.optional(),
  })
  .meta({ id: 'hangup' });

const opaque = z
  .strictObject({
    kind: z.literal('opaque'),
    ...common,
    vendor: z.string().min(1),
    /** The vendor's own name for this kind of block. */
    type: z.string().min(1),
    raw: z.json().optional(),
    exits: z.array(
      z.strictObject({ trigger: z.enum(triggers), when: z.string().optional(), to: target }),
    ),
  })
  .meta({ id: 'opaque' });

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
        /** Attributes that every call that comes in here has. */
        set: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1),
  nodes: z.record(nodeIdSchema, nodeSchema),
});
