import { IvrError } from '../../source/ivr-error.ts';
import type { CallEvent } from '../call-event.ts';
import { createRowTally, type RowCounts, type RowTally } from '../row-tally.ts';
import type { LogMapping } from './mapping.ts';
import { mappingText } from './mapping-text.ts';
import { parseMapping } from './parse-mapping.ts';
import { proposeMapping } from './propose-mapping.ts';
import type { LogSample } from './sample-log.ts';

/** A mapping for a log, and how far it gets with the log's first rows. */
export interface LogProposal {
  /** The mapping as a file, with what it doesn't know in comments. */
  readonly text: string;
  readonly notes: readonly string[];
  /** What the mapping makes of the first rows. */
  readonly tried: RowCounts;
  /** The format that reads the log without any mapping, where there is one. */
  readonly known: string | undefined;
}

/** The first rows of a log, and what is needed to try a mapping on them. */
export interface SampledLog {
  readonly path: string;
  readonly sample: LogSample | undefined;
  /** The encoding of a text that is not UTF-8, where it can be guessed. */
  readonly encoding?: string | undefined;
  readonly notes: readonly string[];
  readonly known: string | undefined;
  readonly read: (mapping: LogMapping, tally: RowTally) => AsyncIterable<readonly CallEvent[]>;
}

const noRows = (path: string): IvrError =>
  new IvrError('log-layout', `No rows were found in ${path}.`, {
    help: 'A mapping reads tables with columns, and JSON.',
  });

/** Proposes a mapping for first rows, and tries it on them. */
export async function proposeFor({
  path,
  sample,
  encoding,
  notes: before,
  known,
  read,
}: SampledLog): Promise<LogProposal> {
  if (sample === undefined || sample.rows.length === 0) throw noRows(path);
  const proposal = proposeMapping(sample);
  const notes = [...before, ...proposal.notes];
  const { mapping: version, ...others } = proposal.fields;
  const coded = encoding === undefined ? {} : { encoding };
  const written = mappingText({ fields: { mapping: version ?? 1, ...coded, ...others }, notes });
  const tally = createRowTally(path);
  const { mapping } = parseMapping({ path, text: written });
  if (mapping !== undefined) {
    try {
      const events = read(mapping, tally)[Symbol.asyncIterator]();
      while ((await events.next()).done !== true);
    } catch (error) {
      // Lines that happen to have as many commas are no table: the mapping isn't to blame.
      if (!(error instanceof IvrError) || error.code !== 'log-layout') throw error;
      throw noRows(path);
    }
  }
  return { text: written, notes, tried: tally.counts(), known };
}
