import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';

/** A node that leads to its neighbours by other names; what led nowhere still does. */
export function retargeted(node: ScriptNode, nameOf: (id: NodeId) => NodeId): ScriptNode {
  const renamed = (to: NodeId | undefined): NodeId | undefined =>
    to === undefined ? undefined : nameOf(to);
  const led = <Part extends { readonly to?: NodeId | undefined }>(part: Part): Part => ({
    ...part,
    to: renamed(part.to),
  });
  const asked = <Part extends { readonly to?: NodeId | undefined }>(part: Part | undefined) =>
    part === undefined ? undefined : led(part);
  const error = renamed(node.error);
  switch (node.kind) {
    case 'announcement':
    case 'voicemail':
    case 'subflow':
      return { ...led(node), error };
    case 'menu': {
      const { noInput, noMatch, options } = node;
      const retries = { noInput: asked(noInput), noMatch: asked(noMatch) };
      return { ...node, ...retries, options: options.map(led), error };
    }
    case 'collect': {
      const retries = { noInput: asked(node.noInput), noMatch: asked(node.noMatch) };
      return { ...led(node), ...retries, error };
    }
    case 'branch': {
      const { cases, otherwise } = node;
      return { ...node, cases: cases.map(led), otherwise: renamed(otherwise), error };
    }
    case 'task': {
      const { success, failure } = node;
      return { ...node, success: renamed(success), failure: renamed(failure), error };
    }
    case 'queue':
      return { ...node, overflow: asked(node.overflow), closed: asked(node.closed), error };
    case 'transfer':
    case 'callback':
      return { ...led(node), failure: renamed(node.failure), error };
    case 'hangup':
      return { ...node, error };
    case 'opaque':
      return { ...node, exits: node.exits.map(led), error };
  }
}
