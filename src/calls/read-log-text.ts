import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { IvrError } from '../source/ivr-error.ts';
import { resumed } from './resumed.ts';
import { textDecoder } from './text-decoder.ts';
import { wholeLines } from './whole-lines.ts';

/** A log as it comes from a file or a pipe; `path` is the name it is reported under. */
export interface LogInput {
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Where a file lies, so that it can be read again, and by several threads. */
  readonly file?: { readonly name: string; readonly size: number };
  /** Gives it once more from its beginning, where it is read out of a file in a way of its own. */
  readonly again?: (() => LogInput) | undefined;
  /** Told, in a sentence, what could not be read of it, where the rest counts. */
  readonly onNote?: ((note: string) => void) | undefined;
  /** Told the bytes that have been read of it so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Formats that are told by their first bytes, with what can be done about them. */
const foreign = [
  {
    begins: [0x50, 0x41, 0x52, 0x31],
    what: 'Parquet',
    help: 'Name it as a file, and leave out --engine.',
  },
  {
    begins: [0x28, 0xb5, 0x2f, 0xfd],
    what: 'zstd',
    help: 'Name it as a file and leave out --engine, or unpack it.',
  },
  { begins: [0x50, 0x4b, 0x03, 0x04], what: 'ZIP', help: 'Unpack it.' },
  { begins: [0x42, 0x5a, 0x68], what: 'bzip2', help: 'Unpack it, or pack it with gzip.' },
  { begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'xz', help: 'Unpack it, or pack it with gzip.' },
] as const;

function unreadable(path: string, why: string, help: string, cause?: unknown): IvrError {
  return new IvrError('log-unreadable', `${path} can't be read: ${why}.`, { help, cause });
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

interface Opened {
  readonly head: Uint8Array;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** The first bytes, and the stream with them in front again. */
async function open(bytes: AsyncIterable<Uint8Array>): Promise<Opened> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let isDone = false;
  while (head.length < 64 && !isDone) {
    const next = await iterator.next();
    if (next.done === true) isDone = true;
    else head = Buffer.concat([head, next.value]);
  }
  return { head, bytes: resumed([head], iterator) };
}

/** What is told of something packed that is broken off. */
export const brokenOff = (path: string): string =>
  `${path} is packed and incomplete: its complete lines count, the rest is missing.`;

/** Whether something packed ends before its end; what came until then is right. */
const isBrokenOff = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'Z_BUF_ERROR';

/**
 * Unpacks a log. One that is broken off gives its whole lines, for a line that is cut may pass for
 * another one, and is told; without anybody to tell it to, it can't be read.
 */
async function* unpacked(
  { path, onNote }: LogInput,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const flow = pipeline(Readable.from(bytes, { objectMode: false }), gunzip);
  // The reader below meets the same error; without this it would count as unhandled besides.
  flow.catch(() => undefined);
  let hasLines = false;
  try {
    for await (const lines of wholeLines(gunzip as AsyncIterable<Uint8Array>)) {
      yield lines;
      hasLines = true;
    }
    await flow;
  } catch (cause) {
    if (cause instanceof IvrError) throw cause;
    if (isBrokenOff(cause) && hasLines && onNote !== undefined) {
      onNote(brokenOff(path));
      return;
    }
    const help = 'The file may be incomplete: fetch it again, and try it with gzip -t.';
    throw unreadable(path, 'what is packed in it is damaged', help, cause);
  } finally {
    gunzip.destroy();
  }
}

/** Encodings by the mark that they begin with; those of UTF-32 begin as those of UTF-16. */
const marks = [
  { encoding: 'utf-32le', begins: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', begins: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', begins: [0xff, 0xfe] },
  { encoding: 'utf-16be', begins: [0xfe, 0xff] },
] as const;

function encodingOf(path: string, head: Uint8Array): string {
  const marked = marks.find((mark) => begins(head, mark.begins));
  if (marked !== undefined) return marked.encoding;
  const [first = 0, second = 0, third = 0, fourth = 0] = [0, 1, 2, 3].map(
    (quarter) => head.filter((byte, index) => byte === 0 && index % 4 === quarter).length,
  );
  if (head.length >= 8 && (first + second + third + fourth) * 3 > head.length) {
    // Of plain letters one byte in two is zero, or three in four: which, tells the order.
    if (first + third === 0) return 'utf-16le';
    if (second + fourth === 0) return 'utf-16be';
    if (first === 0) return 'utf-32le';
    if (fourth === 0) return 'utf-32be';
    throw unreadable(path, 'it contains zero bytes, so it is not text', 'Save it as UTF-8.');
  }
  return 'utf-8';
}

/** A log that is open: what it is written in, and its bytes, unpacked and from the beginning. */
export interface OpenLog {
  readonly encoding: string;
  readonly isPacked: boolean;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/**
 * Opens a log, packed with gzip or not (told by content, not by name), and finds out how it is
 * written. Throws an IvrError `log-unreadable` for formats that are no text, and, while it is read,
 * for a packed file that is broken off.
 */
export async function openLog(input: LogInput): Promise<OpenLog> {
  const packed = await open(input.bytes);
  const isPacked = begins(packed.head, [0x1f, 0x8b]);
  const { head, bytes } = isPacked ? await open(unpacked(input, packed.bytes)) : packed;
  const other = foreign.find((format) => begins(head, format.begins));
  if (other !== undefined) {
    await bytes.return(undefined);
    throw unreadable(input.path, `it is a ${other.what} file`, other.help);
  }
  return { encoding: encodingOf(input.path, head), isPacked, bytes };
}

/**
 * The text of an open log, in the encoding that it was found or said to have. Bytes that are no text
 * become U+FFFD, so that only their rows are lost.
 */
export async function* logText({ encoding, bytes }: OpenLog): AsyncGenerator<string> {
  const decoder = textDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
