import { IvrError } from '../source/ivr-error.ts';
import { isNative } from './formats/is-native.ts';
import { logFormats } from './formats/log-formats.ts';
import { recogniseLayout } from './formats/log-layout.ts';
import { guessEncoding } from './mapping/guess-encoding.ts';
import { mappedLayout } from './mapping/mapped-layout.ts';
import { mappingText } from './mapping/mapping-text.ts';
import { parseMapping } from './mapping/parse-mapping.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { readMappedLog } from './mapping/read-mapped-log.ts';
import { sampleLog } from './mapping/sample-log.ts';
import { headText, peekLog } from './peek-log.ts';
import { openLog, type LogInput } from './read-log-text.ts';
import { createRowTally, type RowCounts } from './row-tally.ts';

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

/**
 * Proposes a mapping for a log by its header and first rows, and tries it on them. Throws an IvrError
 * `log-layout` for a log that is neither a table nor JSON.
 */
export async function readLogProposal(input: LogInput): Promise<LogProposal> {
  const { path } = input;
  const { log, head } = await peekLog(await openLog(input));
  await log.bytes.return(undefined);
  const plain = headText(head, log.encoding);
  const isDamaged = plain.includes('\uFFFD');
  const encoding = isDamaged ? guessEncoding(Buffer.concat(head)) : undefined;
  const text = encoding === undefined ? plain : headText(head, encoding);
  const isWhole = text.length < 60_000;
  const sample = sampleLog(text, isWhole);
  if (sample === undefined || sample.rows.length === 0) {
    const help = 'A mapping reads tables with columns, and JSON.';
    throw new IvrError('log-layout', `No rows were found in ${path}.`, { help });
  }
  const proposal = proposeMapping(sample);
  const told =
    encoding === undefined
      ? 'encoding: some bytes are no UTF-8. Say what they are: windows-1252, gb18030, ….'
      : `encoding: some bytes are no UTF-8, and are taken for ${encoding}. Look whether names read well.`;
  const notes = [...(isDamaged ? [told] : []), ...proposal.notes];
  const { mapping: version, ...others } = proposal.fields;
  const coded = encoding === undefined ? {} : { encoding };
  const fields = { mapping: version ?? 1, ...coded, ...others };
  const written = mappingText({ fields, notes });
  const tally = createRowTally(path);
  const { mapping } = parseMapping({ path, text: written });
  if (mapping !== undefined) {
    // What was looked at is text by now; its last line may be cut off.
    const end = isWhole ? text.length : text.lastIndexOf('\n') + 1;
    async function* bytes(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield new TextEncoder().encode(text.slice(0, end));
    }
    const tried = { encoding: 'utf-8', isPacked: false, bytes: bytes() };
    const decoded = { ...mapping, encoding: undefined };
    const layout = mappedLayout(path, text, decoded);
    const events = readMappedLog(tried, layout, decoded, tally);
    while ((await events.next()).done !== true);
  }
  const known = isNative(text) ? 'native' : recogniseLayout(text, logFormats)?.format.name;
  return { text: written, notes, tried: tally.counts(), known };
}
