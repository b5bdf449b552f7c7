/** Sample formats whose bytes are samples: PCM, float, A-law and mu-law (RFC 2361, appendix A). */
const plainFormats: ReadonlySet<number> = new Set([1, 3, 6, 7]);
/** The format stands in the first two bytes of a GUID behind the usual fields. */
const extensible = 0xfffe;
/** Chunks of a file that somebody made up: no recording has more before its sound. */
const mostChunks = 1_000;

interface Format {
  readonly isPlain: boolean;
  readonly rate: number;
  readonly bytesPerSecond: number;
}

function formatAt(view: DataView, at: number, size: number): Format | undefined {
  if (size < 16 || at + 16 > view.byteLength) return undefined;
  const tag = view.getUint16(at, true);
  const format =
    tag === extensible && size >= 26 && at + 26 <= view.byteLength
      ? view.getUint16(at + 24, true)
      : tag;
  const rate = view.getUint32(at + 4, true);
  const stated = view.getUint32(at + 8, true);
  const block = view.getUint16(at + 12, true);
  const isPlain = plainFormats.has(format);
  // What writers state for plain samples is sometimes wrong, and is known without them.
  const bytesPerSecond = isPlain && block > 0 ? rate * block : stated;
  return rate > 0 && bytesPerSecond > 0 ? { isPlain, rate, bytesPerSecond } : undefined;
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * How long a WAV file plays, in seconds, by its header: RIFF with chunks in any order, plain samples,
 * telephone codecs, the extensible format. The sound reaches to the end of the file where its size is
 * left at 0 or is larger than the file, as recorders leave it that break off or write to a pipe. Nothing
 * for what is no such file. Source: Multimedia Programming Interface and Data Specifications 1.0, IBM and
 * Microsoft, 1991; mmreg.h for the extensible format.
 */
export function wavSeconds(bytes: Uint8Array): number | undefined {
  const kind = nameAt(bytes, 0);
  if ((kind !== 'RIFF' && kind !== 'RF64') || nameAt(bytes, 8) !== 'WAVE') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: Format | undefined;
  let samples: number | undefined;
  let at = 12;
  for (let chunk = 0; chunk < mostChunks && at + 8 <= bytes.length; chunk += 1) {
    const name = nameAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    const left = bytes.length - body;
    if (name === 'fmt ') format = formatAt(view, body, size);
    if (name === 'fact' && size >= 4 && left >= 4) samples = view.getUint32(body, true);
    if (name === 'data') {
      if (format === undefined) return undefined;
      const isWhole = size > 0 && size <= left;
      const sound = isWhole ? size : left;
      // Codecs pack samples: how many there are is told, and else follows from the rate of bytes.
      const isCounted = isWhole && !format.isPlain && samples !== undefined && samples > 0;
      const seconds = isCounted ? (samples ?? 0) / format.rate : sound / format.bytesPerSecond;
      return seconds > 0 ? seconds : undefined;
    }
    // Chunks begin at even places.
    at = body + size + (size % 2);
  }
  return undefined;
}
