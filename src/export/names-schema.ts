import * as z from 'zod';
import type { NameMap } from './exporter.ts';

const table = z.record(z.string(), z.string().min(1, 'it is empty')).optional();

/** A table of names as it is written: by kind, then by the name in the script. */
export const namesSchema = z.strictObject({
  queues: table,
  calendars: table,
  prompts: table,
  tasks: table,
  scripts: table,
  numbers: table,
} satisfies Readonly<Record<keyof NameMap, typeof table>>);
