const prime = 0x01000193;

/** FNV-1a, 32 bit, over UTF-16 units (Fowler, Noll, Vo; RFC 9923): no secret, only an identity. */
function fnv1a(text: string, seed: number): string {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime) >>> 0;
  }
  // Mixes the last letters into all bits, so that keys that differ only there look nothing alike.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * An identifier in the form of a UUID of version 8 (RFC 9562), which is free to be made of anything:
 * here of the script and the block alone, so that the same script gives the same flow.
 */
export function blockId(script: string, key: string): string {
  const hex = [0, 1, 2, 3].map((seed) => fnv1a(`${script}\n${key}`, seed)).join('');
  const version = `8${hex.slice(13, 16)}`;
  const variant = `${'89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8'}${hex.slice(17, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), version, variant, hex.slice(20)].join('-');
}
