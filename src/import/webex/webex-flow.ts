import type { Tree } from '../../source/tree.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';

/** A way out of a node. */
export interface Edge {
  readonly tree: Tree;
  /** The port that it leaves by, such as `1`, `timeout`, `default`, `error`. */
  readonly port: string;
  readonly to: string;
}

/** One box on the canvas. */
export interface FlowNode {
  readonly tree: Tree;
  readonly id: string;
  readonly name: string;
  /** `start`, `action`, `end`, `event`. */
  readonly type: string;
  /** What it does, such as `play-message`. */
  readonly activity: string;
  readonly properties: Tree | undefined;
  readonly edges: readonly Edge[];
}

/** The nodes of a flow with their edges, which name them by id or, once they are saved, by name. */
export function nodesIn(flow: Tree): readonly FlowNode[] {
  const edges = new Map<string, Edge[]>();
  for (const tree of itemsOf(below(flow, 'edges'))) {
    const from = textBelow(tree, 'from') ?? '';
    const port = textBelow(tree, 'condition') ?? '';
    const edge = { tree, port, to: textBelow(tree, 'to') ?? '' };
    const known = edges.get(from);
    if (known === undefined) edges.set(from, [edge]);
    else known.push(edge);
  }
  return itemsOf(below(flow, 'nodes')).flatMap((tree, index): readonly FlowNode[] => {
    if (tree.kind !== 'map') return [];
    const name = textBelow(tree, 'name') ?? '';
    const id = textBelow(tree, 'id') ?? name;
    const keys = new Set([id, name].filter((key) => key !== ''));
    return [
      {
        tree,
        id,
        name: name || id || `node ${index + 1}`,
        type: textBelow(tree, 'activityType') ?? '',
        activity: textBelow(tree, 'properties', 'activityName') ?? '(no activity)',
        properties: below(tree, 'properties'),
        edges: [...keys].flatMap((key) => edges.get(key) ?? []),
      },
    ];
  });
}
