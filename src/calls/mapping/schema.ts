import * as z from 'zod';
import { callEventNames } from '../call-event.ts';
import { isEncoding } from '../is-encoding.ts';
import { patternProblem } from './time-pattern.ts';
import { isZone } from './zone-name.ts';

const column = z.string().min(1, 'a column has a name');
const word = z.string();

/** What cuts a part out of a text, without patterns: behind one sign, before another, one of several parts. */
const cuts = {
  after: z.string().min(1).optional(),
  before: z.string().min(1).optional(),
  split: z.string().min(1).optional(),
  part: z.number().int().min(1).max(1000).optional(),
};

const joined = z.array(column).min(1);

/** Where a text comes from: a column, several joined, or the same for every row. */
const sourceSchema = z.union([
  column,
  z.strictObject({ column, ...cuts }),
  z.strictObject({ columns: joined, between: z.string().optional() }),
  z.strictObject({ text: z.string() }),
]);

const nodeSchema = z.union([
  column,
  z.strictObject({ column, ...cuts, names: z.record(word, z.string()).optional() }),
  z.strictObject({
    columns: joined,
    between: z.string().optional(),
    names: z.record(word, z.string()).optional(),
  }),
  z.strictObject({ text: z.string() }),
]);

const eventName = z.enum(callEventNames);

/** What a word of the log means: an event of ours, with its value and node from elsewhere where need be. */
const meaningSchema = z.union([
  eventName,
  z.literal('skip'),
  z.strictObject({
    event: eventName,
    value: sourceSchema.optional(),
    node: nodeSchema.optional(),
  }),
]);
const wordsSchema = z.record(word, z.union([meaningSchema, z.array(meaningSchema).min(1)]));

const eventSchema = z.union([
  column,
  z.strictObject({
    column,
    ...cuts,
    words: wordsSchema.optional(),
    others: z.literal('skip').optional(),
  }),
  z.strictObject({ text: eventName }),
]);

const zone = z.string().refine(isZone, 'a zone is written like Europe/Berlin, UTC or +01:00');
const pattern = z.string().superRefine((text, context) => {
  const problem = patternProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const timeFields = {
  pattern: pattern.optional(),
  zone: zone.optional(),
  months: z.array(z.string().min(1)).length(12).optional(),
  day: z.iso.date('a day is written like 2026-03-02').optional(),
  ahead: z.number().optional(),
};
const timeSchema = z.union([
  column,
  z.strictObject({ column, ...timeFields }),
  z.strictObject({ columns: joined, ...timeFields }),
]);

const exitSchema = z.strictObject({
  column,
  ...cuts,
  words: wordsSchema,
  others: z.literal('skip').optional(),
});

/** How a log that is laid out in some other way is read: a mapping, as it is written. */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    mapping: z.literal(1, { error: 'the version of the format is 1' }),
    title: z.string().min(1).optional(),
    records: z.enum(['table', 'json']).optional(),
    encoding: z
      .string()
      .refine(isEncoding, 'an encoding is written like utf-8, windows-1252 or gb18030')
      .optional(),
    separator: z.enum([',', ';', '\t', '|']).optional(),
    decimal: z.enum(['.', ',']).optional(),
    header: z.array(column).min(1).optional(),
    lists: z.array(column).min(1).optional(),
    call: sourceSchema,
    at: timeSchema,
    event: eventSchema.optional(),
    node: nodeSchema.optional(),
    value: sourceSchema.optional(),
    seq: sourceSchema.optional(),
    number: sourceSchema.optional(),
    caller: sourceSchema.optional(),
    script: sourceSchema.optional(),
    seconds: column.optional(),
    until: timeSchema.optional(),
    exit: exitSchema.optional(),
  })
  .superRefine((mapping, context) => {
    const wrong = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (mapping.event === undefined && mapping.exit === undefined)
      wrong('event', 'a mapping says which column is the event, or how visits end');
    if (mapping.seconds !== undefined && mapping.until !== undefined)
      wrong('until', 'a visit ends after seconds, or at a time: one of the two');
    if (mapping.exit === undefined) {
      if (mapping.seconds !== undefined)
        wrong('seconds', 'seconds say when an exit happens: there is none');
      if (mapping.until !== undefined)
        wrong('until', 'the time says when an exit happens: there is none');
    }
    if (mapping.records === 'json') {
      for (const name of ['separator', 'header'] as const)
        if (mapping[name] !== undefined) wrong(name, 'only tables have one');
    } else if (mapping.lists !== undefined) wrong('lists', 'only logs in JSON have some');
  });
