import type { Finding } from './finding.ts';

const prime = 0x100000001b3n;
const mask = 0xffffffffffffffffn;

/** FNV-1a, 64 bit, over UTF-16 units (Fowler, Noll, Vo; RFC 9923): no secret, only an identity. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * prime) & mask;
  }
  return hash.toString(16).padStart(16, '0');
}

/**
 * An identity of a finding that stays the same when lines move or the checkout lies elsewhere:
 * made from the rule, the file's own name, the way in the document, and the facts.
 */
export function fingerprintOf(finding: Finding): string {
  const file = finding.at.path.split(/[\\/]/).at(-1) ?? '';
  const facts = Object.entries(finding.data)
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort();
  return fnv1a([finding.ruleId, file, finding.subject, ...facts].join('\n'));
}
