import { fileKind } from './duckdb/file-kind.ts';
import { isNative } from './formats/is-native.ts';
import { logFormats } from './formats/log-formats.ts';
import { textHead } from './formats/log-head.ts';
import { recogniseLayout } from './formats/log-layout.ts';
import { guessEncoding } from './mapping/guess-encoding.ts';
import { mappedLayout } from './mapping/mapped-layout.ts';
import { readMappedLog } from './mapping/read-mapped-log.ts';
import { sampleLog } from './mapping/sample-log.ts';
import { proposeFor, type LogProposal, type SampledLog } from './mapping/propose-for.ts';
import { headText, peekLog } from './peek-log.ts';
import { openLog, type LogInput } from './read-log-text.ts';

async function sampleText(input: LogInput): Promise<SampledLog> {
  const { path } = input;
  const { log, head } = await peekLog(await openLog(input));
  await log.bytes.return(undefined);
  const plain = headText(head, log.encoding);
  const isDamaged = plain.includes('\uFFFD');
  const encoding = isDamaged ? guessEncoding(Buffer.concat(head)) : undefined;
  const text = encoding === undefined ? plain : headText(head, encoding);
  const isWhole = text.length < 60_000;
  const told =
    encoding === undefined
      ? 'encoding: some bytes are not UTF-8. Name their encoding: windows-1252, gb18030, ….'
      : `encoding: some bytes are not UTF-8, and are read as ${encoding}. Check that names look right.`;
  // What was looked at is text by now; its last line may be cut off.
  const end = isWhole ? text.length : text.lastIndexOf('\n') + 1;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode(text.slice(0, end));
  }
  return {
    path,
    encoding,
    sample: sampleLog(text, isWhole),
    notes: isDamaged ? [told] : [],
    known: isNative(text) ? 'native' : recogniseLayout(textHead(text), logFormats)?.format.name,
    read(mapping, tally) {
      const tried = { encoding: 'utf-8', isPacked: false, bytes: bytes() };
      const decoded = { ...mapping, encoding: undefined };
      return readMappedLog(tried, mappedLayout(path, text, decoded), decoded, tally);
    },
  };
}

/**
 * Proposes a mapping for a log by its header and first rows, and tries it on them. Throws an IvrError
 * `log-layout` for a log that is neither a table nor JSON.
 */
export async function readLogProposal(input: LogInput): Promise<LogProposal> {
  const kind = fileKind(input);
  if (kind === 'parquet') {
    const { proposeForParquet } = await import('./duckdb/propose-for-parquet.ts');
    return proposeForParquet(input);
  }
  if (kind === undefined) return proposeFor(await sampleText(input));
  const { readZstd } = await import('./duckdb/read-zstd.ts');
  return proposeFor(await sampleText(readZstd(input)));
}
