/** Kilobits a second by the four bits of a header; 0 for what no file should have (ISO/IEC 11172-3, 13818-3). */
const bitRates = {
  v1l1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 0],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0],
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  v2l1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 0],
  v2l23: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
} as const;
/** Samples a second of MPEG-1; half of it in MPEG-2, a quarter in MPEG-2.5. */
const sampleRates = [44_100, 48_000, 32_000, 0] as const;

interface Frame {
  readonly length: number;
  readonly samples: number;
  readonly rate: number;
  /** Where a count of all frames may stand in this one, behind what the decoder needs. */
  readonly xingAt: number;
}

function bitRateOf(isFirst: boolean, layer: 1 | 2 | 3, index: number): number {
  const table = isFirst
    ? layer === 1
      ? bitRates.v1l1
      : layer === 2
        ? bitRates.v1l2
        : bitRates.v1l3
    : layer === 1
      ? bitRates.v2l1
      : bitRates.v2l23;
  return table[index] ?? 0;
}

/** The frame whose header stands at a place; nothing where none does. */
function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  if (at + 4 > bytes.length || a !== 0xff || (b & 0xe0) !== 0xe0) return undefined;
  const version = (b >> 3) & 3;
  const layerBits = (b >> 1) & 3;
  if (version === 1 || layerBits === 0) return undefined;
  const layer = layerBits === 3 ? 1 : layerBits === 2 ? 2 : 3;
  const isFirst = version === 3;
  const rate = (sampleRates[(c >> 2) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  const kilobits = bitRateOf(isFirst, layer, c >> 4);
  if (rate === 0 || kilobits === 0) return undefined;
  const samples = layer === 1 ? 384 : layer === 3 && !isFirst ? 576 : 1152;
  const padding = (c >> 1) & 1;
  const length =
    layer === 1
      ? (Math.floor((12_000 * kilobits) / rate) + padding) * 4
      : Math.floor((samples * 125 * kilobits) / rate) + padding;
  const isMono = d >> 6 === 3;
  const side = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return { length, samples, rate, xingAt: at + 4 + side };
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

function numberAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
}

/** Behind the tags that stand before the sound (ID3v2: its size has seven bits to a byte). */
function behindTags(bytes: Uint8Array): number {
  let at = 0;
  while (at + 10 <= bytes.length && nameAt(bytes, at).startsWith('ID3')) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10);
    const hasFooter = ((bytes[at + 5] ?? 0) & 0x10) !== 0;
    const size = (a & 0x7f) * 2 ** 21 + (b & 0x7f) * 2 ** 14 + (c & 0x7f) * 2 ** 7 + (d & 0x7f);
    at += 10 + size + (hasFooter ? 10 : 0);
  }
  return at;
}

/** The first frame that another follows, or the end of the file: chance bits look like one, but not like two. */
function firstFrame(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 4 <= bytes.length; at += 1) {
    const frame = frameAt(bytes, at);
    if (frame === undefined) continue;
    const next = at + frame.length;
    if (next >= bytes.length - 128 || frameAt(bytes, next) !== undefined) return at;
  }
  return undefined;
}

/** The frames that the first one says there are, as encoders of varying bit rates write it; nothing elsewhere. */
function toldFrames(bytes: Uint8Array, at: number, { xingAt }: Frame): number | undefined {
  const name = nameAt(bytes, xingAt);
  const hasCount = (numberAt(bytes, xingAt + 4) & 1) !== 0;
  if ((name === 'Xing' || name === 'Info') && hasCount) return numberAt(bytes, xingAt + 8);
  const vbri = at + 4 + 32;
  return nameAt(bytes, vbri) === 'VBRI' ? numberAt(bytes, vbri + 14) : undefined;
}

/** The smallest frame there can be, in bytes: more frames than fit are not believed. */
const smallestFrame = 24;

/**
 * How long an MP3 file plays, in seconds: by the count of frames that encoders write into the first one
 * (Xing, Info, VBRI) where the file can hold as many, else by going from frame to frame. Tags before and
 * behind are no sound; what is damaged is passed over. Nothing for what has no frames. Linear in bytes.
 */
export function mp3Seconds(bytes: Uint8Array): number | undefined {
  const start = firstFrame(bytes, behindTags(bytes));
  const first = start === undefined ? undefined : frameAt(bytes, start);
  if (start === undefined || first === undefined) return undefined;
  const told = toldFrames(bytes, start, first);
  const mostFrames = (bytes.length - start) / smallestFrame;
  if (told !== undefined && told > 0 && told <= mostFrames)
    return (told * first.samples) / first.rate;
  let seconds = 0;
  let at: number | undefined = start;
  while (at !== undefined) {
    const frame = frameAt(bytes, at);
    if (frame === undefined) {
      at = firstFrame(bytes, at + 1);
      continue;
    }
    seconds += frame.samples / frame.rate;
    at += frame.length;
    if (at + 4 > bytes.length) break;
  }
  return seconds > 0 ? seconds : undefined;
}
