import { readFileSync } from 'node:fs';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { parseScript } from '../../src/script/parse-script.ts';

/** The flow of a script in the folder of fixtures. */
export function readFixture(name: string): CallFlow {
  const path = `${name}.ivr.yaml`;
  const text = readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8');
  const { document, findings } = parseScript({ path, text });
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return buildCallFlow(document.script);
}
