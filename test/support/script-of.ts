import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';

/** A script from the YAML of its nodes, starting at the first of them unless told otherwise. */
export function documentOf(nodes: string, head = ''): ScriptDocument {
  const start = /^\s*([a-z][a-z0-9-]*):/m.exec(nodes)?.[1] ?? 'missing';
  const entries = head.includes('entries:') ? '' : `entries: [{start: ${start}}]\n`;
  const language = /^language:/m.test(head) ? '' : 'language: en\n';
  const text = `ivr: 1\nid: test-line\n${language}${head === '' ? '' : `${head}\n`}${entries}nodes:\n${nodes}`;
  const { document, findings } = parseScript({ path: 'test.ivr.yaml', text });
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return document;
}

/** The flow of a script from the YAML of its nodes. */
export function flowOf(nodes: string, head = ''): CallFlow {
  return buildCallFlow(documentOf(nodes, head).script);
}
