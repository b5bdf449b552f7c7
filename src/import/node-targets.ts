import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';

type Target = NodeId | undefined;

/** The same node with every target replaced: while nodes still have the names of their blocks. */
export function mapTargets(node: ScriptNode, to: (target: Target) => Target): ScriptNode {
  const error = node.error === undefined ? {} : { error: to(node.error) };
  const led = <Part extends { readonly to?: Target }>(part: Part): Part => ({
    ...part,
    to: to(part.to),
  });
  switch (node.kind) {
    case 'announcement':
    case 'voicemail':
    case 'subflow':
      return { ...node, ...error, to: to(node.to) };
    case 'menu':
    case 'collect': {
      const retries = {
        ...(node.noInput === undefined ? {} : { noInput: led(node.noInput) }),
        ...(node.noMatch === undefined ? {} : { noMatch: led(node.noMatch) }),
      };
      return node.kind === 'menu'
        ? { ...node, ...error, ...retries, options: node.options.map(led) }
        : { ...node, ...error, ...retries, to: to(node.to) };
    }
    case 'branch':
      return { ...node, ...error, cases: node.cases.map(led), otherwise: to(node.otherwise) };
    case 'task':
      return { ...node, ...error, success: to(node.success), failure: to(node.failure) };
    case 'queue':
      return {
        ...node,
        ...error,
        ...(node.overflow === undefined ? {} : { overflow: led(node.overflow) }),
        ...(node.closed === undefined ? {} : { closed: led(node.closed) }),
      };
    case 'transfer':
    case 'callback':
      return { ...node, ...error, to: to(node.to), failure: to(node.failure) };
    case 'opaque':
      return { ...node, ...error, exits: node.exits.map(led) };
    case 'hangup':
      return { ...node, ...error };
  }
}

/** All targets of a node, in the order in which they are written. */
export function targetsOf(node: ScriptNode): readonly NodeId[] {
  const found: NodeId[] = [];
  mapTargets(node, (target) => {
    if (target !== undefined) found.push(target);
    return target;
  });
  return found;
}
