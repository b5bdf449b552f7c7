import { writeFileSync } from 'node:fs';
import { installPeer } from './peers.mjs';

/** Spectral's program; nothing where it can't be installed. */
export const installSpectral = () => installPeer('@stoplight/spectral-cli/dist/index.js');

/** Writes a ruleset of trivial rules: each asks of every node that it has a kind. */
export function writeRuleset(file, count) {
  const rules = Array.from({ length: count }, (_, index) => [
    `kind-${index}`,
    { given: '$.nodes[*]', severity: 'warn', then: { field: 'kind', function: 'truthy' } },
  ]);
  writeFileSync(file, JSON.stringify({ rules: Object.fromEntries(rules) }, null, 2));
}
