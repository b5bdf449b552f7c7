/** Bytes of recordings, made by the book, to be read again. */

const ascii = (text: string): readonly number[] => [...new TextEncoder().encode(text)];
const little = (value: number, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256);
const big = (value: number, bytes: number): readonly number[] =>
  [...little(value, bytes)].reverse();

/** A chunk of a RIFF file, padded to an even length. */
export const chunk = (
  name: string,
  body: readonly number[],
  size = body.length,
): readonly number[] => [
  ...ascii(name),
  ...little(size, 4),
  ...body,
  ...(body.length % 2 === 1 ? [0] : []),
];

/** How the sound of a WAV file is coded. */
export interface WavFormat {
  readonly tag?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  /** Bytes a second as the header states them. */
  readonly stated?: number;
  /** Wraps the tag into the extensible format. */
  readonly isExtensible?: boolean;
}

export function formatChunk({
  tag = 1,
  channels = 1,
  rate = 8000,
  bits = 16,
  stated,
  isExtensible = false,
}: WavFormat): readonly number[] {
  const block = (channels * bits) / 8;
  const fields = [
    ...little(isExtensible ? 0xfffe : tag, 2),
    ...little(channels, 2),
    ...little(rate, 4),
    ...little(stated ?? rate * block, 4),
    ...little(block, 2),
    ...little(bits, 2),
  ];
  const guid = [...little(tag, 2), 0, 0, 0, 0, 16, 0, 128, 0, 0, 170, 0, 56, 155, 113];
  return chunk(
    'fmt ',
    isExtensible
      ? [...fields, ...little(22, 2), ...little(bits, 2), ...little(4, 4), ...guid]
      : fields,
  );
}

/** A WAV file of chunks. */
export const wav = (...chunks: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([
    ...ascii('RIFF'),
    ...little(4 + chunks.flat().length, 4),
    ...ascii('WAVE'),
    ...chunks.flat(),
  ]);

export const silence = (bytes: number): readonly number[] => new Array<number>(bytes).fill(0);

/** A frame of MPEG-1 layer III at 44,100 samples a second: 1,152 samples, `kilobits` 128 or 64. */
export function frame(kilobits: 64 | 128 = 128, inside: readonly number[] = []): readonly number[] {
  const length = Math.floor((144_000 * kilobits) / 44_100);
  const head = [0xff, 0xfb, kilobits === 128 ? 0x90 : 0x50, 0x00];
  return [...head, ...inside, ...silence(length - 4 - inside.length)];
}

/** A frame of MPEG-2 layer III, mono, at 16,000 samples a second and 32 kbit/s: 576 samples. */
export const lowFrame: readonly number[] = [0xff, 0xf3, 0x48, 0xc0, ...silence(144 - 4)];

/** The first frame of an encoder that varies its bit rate, with the number of frames that follow. */
export const xingFrame = (frames: number, name = 'Xing'): readonly number[] =>
  frame(128, [...silence(32), ...ascii(name), ...big(1, 4), ...big(frames, 4)]);

export const vbriFrame = (frames: number): readonly number[] =>
  frame(128, [...silence(32), ...ascii('VBRI'), ...silence(10), ...big(frames, 4)]);

/** A tag of ID3v2 of so many bytes. */
export const id3 = (size: number): readonly number[] => [
  ...ascii('ID3'),
  ...[4, 0, 0],
  ...[21, 14, 7, 0].map((shift) => Math.floor(size / 2 ** shift) % 128),
  ...silence(size),
];

export const mp3 = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flat());

export const times = (count: number, part: readonly number[]): readonly number[] =>
  Array.from({ length: count }, () => part).flat();
