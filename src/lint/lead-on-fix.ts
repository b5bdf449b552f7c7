import type { CallFlow, FlowNode } from '../flow/call-flow.ts';
import { personFor } from '../flow/person-for.ts';
import type { Fix } from '../source/tree-edit.ts';

const callers = { noInput: 'silent callers', noMatch: 'callers who press a wrong key' } as const;

/** The fix that leads callers who get something wrong on to the one place where a person is. */
export function leadOnFix(
  flow: CallFlow,
  { id, node, path }: FlowNode,
  trigger: 'noInput' | 'noMatch',
): Fix | undefined {
  if (node.kind !== 'menu' && node.kind !== 'collect') return undefined;
  const to = personFor(flow, id);
  if (to === undefined) return undefined;
  return {
    description: `Lead ${callers[trigger]} of "${id}" to "${to}"`,
    edits: [
      node[trigger] === undefined
        ? { edit: 'insert', at: path, field: trigger, value: { to } }
        : { edit: 'insert', at: [...path, trigger], field: 'to', value: to },
    ],
  };
}
