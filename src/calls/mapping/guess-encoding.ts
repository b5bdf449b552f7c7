const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Of the double bytes of GB 2312 these begin the signs that most texts are made of. */
const isCommonLead = (byte: number): boolean => byte >= 0xb0 && byte <= 0xd7;
const commonShare = 0.7;

/** Whether most signs of two bytes are common Chinese ones. */
function looksChinese(bytes: Uint8Array): boolean {
  let [common, pairs] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isHigh(bytes[at])) continue;
    pairs += 1;
    if (isCommonLead(bytes[at] ?? 0)) common += 1;
    at += 1;
  }
  return common >= pairs * commonShare && decoded(bytes, 'gb18030') !== undefined;
}

/**
 * The encoding that a text which is no UTF-8 most likely has. Letters with accents stand alone between
 * others, so their bytes do; those of Japanese and Chinese come in pairs. Nothing where that can't be told.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const high = [...bytes.keys()].filter((at) => isHigh(bytes[at]));
  const alone = high.filter((at) => !isHigh(bytes[at - 1]) && !isHigh(bytes[at + 1]));
  const japanese = ['shift_jis', 'euc-jp'].find((encoding) =>
    /[\u3041-\u3096\u30a1-\u30fa]/.test(decoded(bytes, encoding) ?? ''),
  );
  if (japanese !== undefined) return japanese;
  if (alone.length * 2 > high.length) return 'windows-1252';
  return looksChinese(bytes) ? 'gb18030' : undefined;
}
