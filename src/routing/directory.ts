import type * as z from 'zod';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import type { Places } from '../source/tree.ts';
import type { Immutable } from '../script/script.ts';
import type { directorySchema } from './schema.ts';

/** Queues, calendars, staffing, sites, vendors and outside numbers of a contact centre. Times are in seconds. */
export type Directory = Immutable<z.output<typeof directorySchema>>;
/** The same as it is written, before defaults are filled in. */
export type DirectoryInput = z.input<typeof directorySchema>;
export type Calendar = Directory['calendars'][keyof Directory['calendars']];
export type Queue = Directory['queues'][keyof Directory['queues']];
export type Staffing = Directory['staffing'][number];

/** A directory with the place of everything in it. */
export interface DirectoryDocument {
  readonly source: Source;
  readonly directory: Directory;
  readonly places: Places;
}

/** What reading a directory file gave. Without a directory the findings say why there is none. */
export interface DirectoryReading {
  readonly document: DirectoryDocument | undefined;
  readonly findings: readonly Finding[];
}
