import type { FlowNode } from '../flow/call-flow.ts';
import { isImported } from '../script/is-imported.ts';
import { compareCases } from './compare-cases.ts';
import { compareOptions } from './compare-options.ts';
import { compareParts, type Comparison } from './comparison.ts';
import type { Difference, Owner, Sides } from './difference.ts';

/** Names that a machine gave: UUIDs, numbers, strings of hexadecimal digits. */
const isMachineName = (name: string): boolean =>
  /^[\da-f]{8}-[\da-f-]{20,}$|^[\da-f]{12,}$|^\D{0,3}\d+$/i.test(name);

/**
 * Whether a node has another name that somebody gave. Of imported nodes only the names of the vendor's
 * blocks count, and only where people chose them: the rest is numbered anew by every export.
 */
function isRenamed({ before, after }: Sides<FlowNode>): boolean {
  if (before.id === after.id) return false;
  const imported = [isImported(before.node), isImported(after.node)];
  if (imported[0] !== imported[1]) return false;
  if (imported[0] === false) return true;
  const [old = [], own = []] = [before.node.origin, after.node.origin];
  if (old.length !== own.length || [...old, ...own].some(isMachineName)) return false;
  return old.join('\n') !== own.join('\n');
}

/** All that one node says differently from what it said. */
export function compareNodes(
  comparison: Comparison,
  nodes: Sides<FlowNode>,
): readonly Difference[] {
  const { before, after } = nodes;
  const owner: Owner = { of: 'node', id: { before: before.id, after: after.id } };
  const paths = { before: before.path, after: after.path };
  const values = { before: before.node, after: after.node };
  const common = { owner, paths, meanings: [] };
  const isSameKind = before.kind === after.kind;
  const found: Difference[] = [];
  if (isRenamed(nodes))
    found.push({ ...common, kind: 'node-renamed', values: { before: before.id, after: after.id } });
  if (!isSameKind)
    found.push({
      ...common,
      kind: 'node-kind',
      values: { before: before.kind, after: after.kind },
    });
  found.push(...compareParts(comparison, { owner, paths, values }, !isSameKind));
  if (!isSameKind) return found;
  if (before.node.kind === 'menu' && after.node.kind === 'menu') {
    const menus = { before: before.node, after: after.node };
    found.push(...compareOptions(comparison, { owner, paths, menus }));
  } else found.push(...compareCases(comparison, owner, paths, values));
  return found;
}
