import type { XmlElement } from '../../source/xml-tree.ts';
import type { ToldEvent } from '../call-event.ts';
import type { MomentReader } from './moment.ts';
import type { NodeNames } from './node-names.ts';
import type { JsonLayout } from './records-in.ts';

/** A row of a table. `field` gives the text below a column, empty where the row or the table has none. */
export interface TableRecord {
  readonly line: number;
  readonly field: (column: string) => string;
}

/** A value of JSON: an object a line, or one of many behind each other, in a list, or in a wrapper. */
export interface JsonRecord {
  readonly line: number;
  readonly value: unknown;
}

/** An element of XML: one of many behind each other, or in one document. */
export interface XmlRecord {
  readonly line: number;
  readonly root: XmlElement;
}

/** A line of text that only its own format can take apart. */
export interface LineRecord {
  readonly line: number;
  readonly text: string;
}

/** Why a record of a vendor's log can't be used; a reason never repeats what the record says. */
export const recordReasons = [
  'no call id',
  'no time',
  'time not readable',
  'time without offset',
  'no such day or time',
  'time that comes twice',
  'time skipped by the clocks',
  'no block named',
  'unknown event',
  'not a record of this log',
  'field not text',
  'damaged text',
  'repeated header',
] as const;
export type RecordReason = (typeof recordReasons)[number];

/** A record that can't be used, with the field that is to blame where it is one. */
export interface RecordReject {
  readonly field: string | undefined;
  readonly reason: RecordReason;
}

/** What one record says of one call, at a moment in milliseconds since 1970, UTC. */
export interface CallRow<Facts> {
  readonly call: string;
  readonly at: number;
  readonly facts: Facts;
}

/**
 * What a record says: of one call, of several, or of none (a record that is understood and says
 * nothing of any call's way counts as used); or why it can't be used.
 */
export type RecordReading<Facts> = readonly CallRow<Facts>[] | RecordReject;

/** A call as its rows tell it, in order of time. */
export interface ToldCall {
  readonly events: readonly ToldEvent[];
  /** Rows that others replaced: sent again, or older versions of the same record. */
  readonly superseded?: number;
}

/** What is known around a call when it is told. */
export interface Telling {
  readonly names: NodeNames;
  /** The last moment of the log so far: a call that was busy shortly before may go on behind it. */
  readonly logEnd: number;
}

/**
 * Makes events of a vendor's log in two steps. `readRecord` looks at one record and at nothing else.
 * `tellCall` gets all rows of a call at once, by time and, within a moment, in their order in the
 * log; so it knows what came before and behind, where a call's last node was, and which record
 * replaces which. Both are pure. Memory is what the rows of open calls take: facts should be small.
 */
export interface LogTranslation<Entry, Facts> {
  readonly readRecord: (record: Entry) => RecordReading<Facts>;
  readonly tellCall: (rows: readonly CallRow<Facts>[], telling: Telling) => ToldCall;
}

/** A translation as the reader holds it: what the facts are is known to itself alone. */
export type AnyTranslation<Entry> = LogTranslation<Entry, unknown>;

/** Hides what the facts of a translation are, so that translations can stand in one list. */
export function anyTranslation<Entry, Facts>(
  translation: LogTranslation<Entry, Facts>,
): AnyTranslation<Entry> {
  // The reader gives `tellCall` only rows that came out of this `readRecord`.
  return translation as unknown as AnyTranslation<Entry>;
}

interface FormatOf<Kind extends string, Entry> {
  /** What `--log-format` calls it. */
  readonly name: string;
  /** What its owners call it. */
  readonly title: string;
  readonly records: Kind;
  /** Loaded only for a log of this format; `moments` reads those without an offset, where the zone is known. */
  readonly load: (moments: MomentReader) => Promise<AnyTranslation<Entry>>;
}

/** Tables with named columns, separated by commas, semicolons, tabs or bars; told by their columns. */
export interface TableFormat extends FormatOf<'table', TableRecord> {
  /** The columns by which it is told and which it needs; capitals, spaces and signs don't matter. */
  readonly columns: readonly string[];
  /** Where other tables have these columns, too: decides by one of the first rows. */
  readonly recognise?: (row: TableRecord) => boolean;
}

export interface JsonFormat extends FormatOf<'json', JsonRecord>, JsonLayout {
  /** Decides by one of the first values. */
  readonly recognise: (value: unknown) => boolean;
}

export interface XmlFormat extends FormatOf<'xml', XmlRecord> {
  /** The element that is a record. */
  readonly element: string;
  /** Decides by the beginning of the log, where that element begins in it. */
  readonly recognise: (head: string) => boolean;
}

export interface LineFormat extends FormatOf<'lines', LineRecord> {
  /** Decides by one of the first lines. */
  readonly recognise: (line: string) => boolean;
}

/** A layout of logs other than the native one: how it is recognised, and what translates it. */
export type LogFormat = TableFormat | JsonFormat | XmlFormat | LineFormat;
