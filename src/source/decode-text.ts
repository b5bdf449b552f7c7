import { binaryKind } from './binary-kind.ts';

/** A text that was read from bytes, and what kept it from being read whole. */
export interface DecodedText {
  /** The whole text; from a bad byte on, signs that could not be read stand as U+FFFD. */
  readonly text: string;
  /** The encoding, by the name that the WHATWG gives it. */
  readonly encoding: string;
  /** The first byte that is no text in this encoding, and the offset in the text where it stands. */
  readonly bad?: { readonly byte: number; readonly offset: number } | undefined;
  /** What the file is instead of a text, where its first bytes tell. */
  readonly binary?: string | undefined;
  /** An encoding that the text declares and nobody knows; the text was read as UTF-8. */
  readonly undeclared?: { readonly label: string; readonly offset: number } | undefined;
}

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

/** UTF-16 by its byte order mark, or by how `<?` looks in it: XML may leave the mark out. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0, 0x3f, 0)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c, 0, 0x3f)) return 'utf-16be';
  return undefined;
}

/** How far an XML declaration may reach; its encoding stands in plain ASCII. */
const declarationReach = 256;

/** The encoding that an XML declaration names, and where. */
function declaredIn(bytes: Uint8Array): { label: string; offset: number } | undefined {
  if (!startsWith(bytes, 0x3c, 0x3f, 0x78, 0x6d, 0x6c)) return undefined;
  const head = String.fromCharCode(...bytes.subarray(0, declarationReach));
  const match = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)/.exec(head);
  const label = match?.[1];
  return match === null || label === undefined
    ? undefined
    : { label, offset: match[0].length - label.length };
}

/** The encoding that a label means, or nothing. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The text that all of the bytes are, or nothing; less than the whole may end within a sign. */
function strictText(encoding: string, bytes: Uint8Array, isWhole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return undefined;
  }
}

const canRead = (encoding: string, bytes: Uint8Array, isWhole: boolean): boolean =>
  strictText(encoding, bytes, isWhole) !== undefined;

/** The position of the first byte at which a text stops being one; halving finds it in any encoding. */
function firstBadByte(encoding: string, bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canRead(encoding, bytes.subarray(0, middle), false)) good = middle;
    else bad = middle;
  }
  let first = bad - 1;
  // A sign may be told from none only by its second byte, or its third.
  while (first > 0 && !canRead(encoding, bytes.subarray(0, first), true)) first -= 1;
  return first;
}

/**
 * Reads bytes as text: by a byte order mark, else by the encoding that an XML declaration names,
 * else as UTF-8. The mark is taken off. Never throws; what is no text is told.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  const declared = utf16 === undefined ? declaredIn(bytes) : undefined;
  const known = declared === undefined ? undefined : encodingOf(declared.label);
  // What was read as ASCII so far is no UTF-16, whatever it says.
  const encoding = utf16 ?? (known?.startsWith('utf-16') === true ? 'utf-8' : known) ?? 'utf-8';
  const undeclared = declared !== undefined && known === undefined ? { undeclared: declared } : {};
  const whole = strictText(encoding, bytes, true);
  if (whole !== undefined) return { text: whole, encoding, ...undeclared };
  const text = new TextDecoder(encoding).decode(bytes);
  const at = firstBadByte(encoding, bytes);
  const offset = new TextDecoder(encoding).decode(bytes.subarray(0, at), { stream: true }).length;
  const bad = { byte: bytes[at] ?? 0, offset };
  return { text, encoding, ...undeclared, bad, binary: binaryKind(bytes) };
}
