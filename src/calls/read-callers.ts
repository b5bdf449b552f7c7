import { createHmac } from 'node:crypto';
import type { Pseudonym } from './log-engine.ts';

/** What stands in logs where a caller withholds the number or none was sent: small letters, no signs. */
const withheld: ReadonlySet<string> = new Set([
  ...['anonymous', 'restricted', 'blocked', 'private', 'unknown', 'unavailable', 'withheld'],
  ...['privatenumber', 'unknownnumber', 'nocallerid', 'notavailable', 'none', 'null', 'na'],
]);

/** Such words spelt on a keypad: anonymous, restricted, blocked, unknown, unavailable. */
const spelt: ReadonlySet<string> = new Set([
  ...['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'],
]);

/** Numbers are kept in so many different forms before the memory for them is given back. */
const mostKnown = 100_000;
/** As many of the hash as fit into a number: no two of a million callers share one, most likely. */
const bits = 2 ** 4;

/**
 * Makes pseudonyms of callers by HMAC-SHA-256 with a key (RFC 2104): with the same key the same number,
 * without it none that can be told by trying all numbers. Signs that people put between digits make no
 * difference. Nothing for withheld numbers.
 */
export function pseudonymsBy(key: Uint8Array): Pseudonym {
  const known = new Map<string, number>();
  return (caller) => {
    const written = caller.replace(/^(?:tel|sip|sips):/i, '');
    const plain = /^[\d\s+().\-/]+$/.test(written) ? written.replace(/\D/g, '') : written.trim();
    const word = plain.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (plain === '' || withheld.has(word) || spelt.has(written)) return undefined;
    const before = known.get(plain);
    if (before !== undefined) return before;
    if (known.size >= mostKnown) known.clear();
    const hash = createHmac('sha256', key).update(plain).digest();
    const pseudonym = hash.readUIntBE(0, 6) * bits + ((hash[6] ?? 0) >> 4);
    known.set(plain, pseudonym);
    return pseudonym;
  };
}
