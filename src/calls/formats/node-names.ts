import type { CallFlow } from '../../flow/call-flow.ts';
import { retryPolicy } from '../../flow/retry-policy.ts';
import { nameFrom } from '../../script/names.ts';
import { isUnknown } from '../../script/values.ts';
import { knownValuesOf } from '../kept-value.ts';
import type { NodeKind } from '../../script/vocabulary.ts';

/** How logs of vendors find the nodes of the script that they are replayed on. */
export interface NodeNames {
  /** The script's title: what a vendor calls the flow. Nothing without a script. */
  readonly title: string | undefined;
  /**
   * The node that a block was made into, by the block's id or name in the vendor's system. A block
   * that the script doesn't name is looked for by its own name, and by the name that an import would
   * give it. Nothing where there is none.
   */
  readonly nodeOf: (block: string) => string | undefined;
  /** Whether the node begins with that block; others are parts of it, as the comparison behind an input. */
  readonly beginsWith: (node: string, block: string) => boolean;
  readonly kindOf: (node: string) => NodeKind | undefined;
  /** The blocks that nodes come from, each with its node, in the order of the script. */
  readonly blocks: readonly (readonly [block: string, node: string])[];
  /** The nodes where callers wait in a queue, by the name that the vendor gives it. */
  readonly nodesOfQueue: (queue: string) => readonly string[];
  /** Whether a menu of the script asks again by itself, within its attempts. */
  readonly retries: (node: string) => boolean;
  /** Whether a menu of the script offers the key or the intent; true for nodes that it hasn't. */
  readonly offers: (node: string, choice: string) => boolean;
}

/** Names where no script is known: every block is a node of its own name. */
export const noNames: NodeNames = {
  title: undefined,
  nodeOf: () => undefined,
  beginsWith: () => true,
  kindOf: () => undefined,
  blocks: [],
  nodesOfQueue: () => [],
  retries: () => false,
  offers: () => true,
};

/** The names of a flow, by the blocks that its nodes come from. */
export function nodeNamesOf(flow: CallFlow): NodeNames {
  const { choices } = knownValuesOf(flow);
  const byBlock = new Map<string, string>();
  const first = new Map<string, string>();
  const kinds = new Map<string, NodeKind>();
  const blocks: (readonly [string, string])[] = [];
  const byQueue = new Map<string, string[]>();
  const retrying = new Set<string>();
  for (const { id, kind, node } of flow.nodes) {
    kinds.set(id, kind);
    const [main] = node.origin ?? [];
    if (main !== undefined) first.set(id, main);
    for (const block of node.origin ?? []) {
      if (!byBlock.has(block)) byBlock.set(block, id);
      blocks.push([block, id]);
    }
    if (node.kind === 'menu' || node.kind === 'collect') {
      const { attempts } = retryPolicy(flow.script, node, 'noInput');
      if (attempts > 1) retrying.add(id);
    }
    if (node.kind === 'queue' && !isUnknown(node.queue))
      byQueue.set(node.queue, [...(byQueue.get(node.queue) ?? []), id]);
  }
  return {
    title: flow.script.title,
    nodeOf(block) {
      const known = byBlock.get(block);
      if (known !== undefined) return known;
      if (kinds.has(block)) return block;
      const named = nameFrom(block, '');
      return kinds.has(named) ? named : undefined;
    },
    beginsWith: (node, block) => (first.get(node) ?? block) === block,
    kindOf: (node) => kinds.get(node),
    blocks,
    retries: (node) => retrying.has(node),
    nodesOfQueue: (queue) => byQueue.get(queue) ?? byQueue.get(nameFrom(queue, '')) ?? [],
    offers: (node, choice) => choices.get(node)?.has(choice) ?? true,
  };
}
