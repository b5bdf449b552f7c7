import type { Finding } from './finding.ts';

const prime = 0x100000001b3n;
const mask = 0xffffffffffffffffn;

/** FNV-1a, 64 bit, over UTF-16 units (Fowler, Noll, Vo; RFC 9923): no secret, only an identity. */
export function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * prime) & mask;
  }
  return hash.toString(16).padStart(16, '0');
}

/** What a finding is about: the rule, the file's own name, the way in the document, and the facts. */
function identityOf(finding: Finding): string {
  const file = finding.at.path.split(/[\\/]/).at(-1) ?? '';
  const facts = Object.entries(finding.data)
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort();
  return [finding.ruleId, file, finding.subject, ...facts].join('\n');
}

/**
 * An identity for each finding of a run, in their order: 16 hexadecimal digits that stay the same
 * when lines move or the checkout lies elsewhere. Findings of one file that are the same in all but
 * their place are told apart by their order.
 */
export function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = identityOf(finding);
    const here = `${finding.at.path}\n${identity}`;
    const before = seen.get(here) ?? 0;
    seen.set(here, before + 1);
    return fnv1a(before === 0 ? identity : `${identity}\n${before + 1}`);
  });
}
