import type { ScriptNode } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import type { ImportReport } from './import-report.ts';

function promptOf(node: ScriptNode): Prompt | undefined {
  if (node.kind === 'queue') return node.announce?.say ?? node.say;
  return 'say' in node ? node.say : undefined;
}

/** What an import report tells of the nodes that were made. */
export function countNodes(
  nodes: readonly ScriptNode[],
): Pick<ImportReport, 'nodes' | 'opaque' | 'prompts' | 'promptsUnknown'> {
  const opaque = new Map<string, number>();
  for (const node of nodes) {
    if (node.kind === 'opaque') opaque.set(node.type, (opaque.get(node.type) ?? 0) + 1);
  }
  const prompts = nodes.map(promptOf).filter((prompt) => prompt !== undefined);
  return {
    nodes: nodes.length,
    opaque: Object.fromEntries(opaque),
    prompts: prompts.length,
    promptsUnknown: prompts.filter((prompt) => prompt.unknown !== undefined).length,
  };
}
