import * as z from 'zod';
import {
  countryPattern,
  currencyPattern,
  datePattern,
  hasDays,
  isDay,
  longestHours,
} from './directory-values.ts';
import { calendarIdSchema, nameSchema, queueIdSchema } from '../script/name-schemas.ts';
import { durationSchema, languageSchema } from '../script/value-schemas.ts';

/** Opening hours in the syntax of OpenStreetMap: `Mo-Fr 08:00-20:00; Sa 09:00-13:00`. */
const hoursSchema = z.string().min(1).max(longestHours);

const dateSchema = z
  .string()
  .regex(datePattern, 'a date is written like 2026-12-24')
  .refine(isDay, 'there is no such day');

const calendarSchema = z.strictObject({
  title: z.string().optional(),
  /** IANA zone name; the directory's zone where it is left out. */
  timeZone: z.string().optional(),
  hours: hoursSchema,
  /** Public holidays of a country and, where they differ, a region: ISO 3166 codes. */
  holidays: z
    .strictObject({
      country: z.string().regex(countryPattern, 'a country is two letters: GR'),
      region: z.string().optional(),
    })
    .optional(),
  exceptions: z
    .array(
      z
        .strictObject({
          date: dateSchema.optional(),
          from: dateSchema.optional(),
          to: dateSchema.optional(),
          title: z.string().optional(),
          /** Hours on these days; `off` when closed. */
          hours: hoursSchema,
        })
        .refine(hasDays, 'an exception has one date, or a from and a to in order'),
    )
    .optional(),
  /** True while the emergency switch of this calendar is on. */
  emergency: z.boolean().optional(),
});

const queueSchema = z.strictObject({
  title: z.string().optional(),
  languages: z.array(languageSchema).optional(),
  skills: z.array(z.string().min(1)).optional(),
  calendar: calendarIdSchema.optional(),
  /** The number of callers who can wait. */
  capacity: z.number().int().min(0).optional(),
  /** Queues that take over, in order, each after the time that a caller has waited. */
  overflow: z
    .array(z.strictObject({ to: queueIdSchema, after: durationSchema.optional() }))
    .optional(),
  priority: z.number().int().optional(),
  sites: z.array(nameSchema).optional(),
});

const staffingSchema = z.strictObject({
  skill: z.string().optional(),
  queue: queueIdSchema.optional(),
  language: languageSchema.optional(),
  site: nameSchema.optional(),
  hours: hoursSchema,
  timeZone: z.string().optional(),
  heads: z.number().int().min(0),
});

const vendorSchema = z.strictObject({
  title: z.string().optional(),
  billing: z
    .strictObject({
      price: z.number().nonnegative(),
      currency: z.string().regex(currencyPattern, 'a currency is an ISO 4217 code such as EUR'),
      per: z.enum(['second', 'minute']),
      /** The step that a call is rounded up to. */
      increment: durationSchema.optional(),
      /** The least time that is billed. */
      minimum: durationSchema.optional(),
      waiting: z.boolean().optional(),
      holding: z.boolean().optional(),
    })
    .optional(),
});

export const directorySchema = z.strictObject({
  $schema: z.string().optional(),
  directory: z.literal(1),
  id: nameSchema,
  title: z.string().optional(),
  note: z.string().optional(),
  /** IANA zone name for calendars that name none. */
  timeZone: z.string(),
  calendars: z.record(calendarIdSchema, calendarSchema).default({}),
  queues: z.record(queueIdSchema, queueSchema).default({}),
  staffing: z.array(staffingSchema).default([]),
  sites: z
    .record(
      nameSchema,
      z.strictObject({
        title: z.string().optional(),
        timeZone: z.string().optional(),
        vendor: nameSchema.optional(),
      }),
    )
    .default({}),
  vendors: z.record(nameSchema, vendorSchema).default({}),
  /** Outside numbers that calls may be transferred to, in E.164. */
  numbers: z
    .record(
      nameSchema,
      z.strictObject({
        number: z.string().min(1),
        title: z.string().optional(),
        calendar: calendarIdSchema.optional(),
      }),
    )
    .default({}),
});
