import type { CallFlow } from '../flow/call-flow.ts';
import { printable } from '../source/code-frame.ts';
import { didYouMean } from '../source/nearest-name.ts';

/** What is said of values that are set for a call and that no branch asks for: most are misspelt. */
export function unaskedNotes(flow: CallFlow, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const asked = new Set<string>();
  for (const { node } of flow.nodes) {
    if (node.kind !== 'branch' || typeof node.on === 'string') continue;
    if ('attribute' in node.on) asked.add(node.on.attribute);
    else if ('result' in node.on) asked.add(node.on.result);
  }
  return names
    .filter((name) => !asked.has(name))
    .map((name) => {
      const hint = didYouMean(name, [...asked]);
      return `No branch asks for "${printable(name)}", so that changes nothing.${hint}`;
    });
}
