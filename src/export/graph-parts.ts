import { buildCallFlow } from '../flow/build-call-flow.ts';
import { edgesOf } from '../flow/call-flow.ts';
import type { Exit } from '../flow/node-exits.ts';
import { promptText } from '../prompt/prompt-text.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { isUnknown } from '../script/values.ts';

/** A node or an entry of a graph, with the lines that are written on it. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind | 'entry' | 'nowhere';
  readonly lines: readonly string[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A script as boxes and arrows, for formats that know no more. */
export interface GraphParts {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** No node can be called so: names hold no underscores. */
const nowhere = '_nowhere';
const entryId = (index: number): string => `_entry_${index}`;
const longest = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

const labels = {
  key: 'key',
  noInput: 'no input',
  noMatch: 'no match',
  next: '',
  case: '',
  success: 'success',
  failure: 'failure',
  overflow: 'overflow',
  closed: 'closed',
  error: 'error',
} as const;

const labelOf = ({ trigger, value }: Exit): string =>
  shortened([labels[trigger], value ?? ''].filter((word) => word !== '').join(' '));

function nameIn(node: ScriptNode): string | undefined {
  const named =
    node.kind === 'queue' || node.kind === 'callback'
      ? node.queue
      : node.kind === 'task'
        ? node.task
        : node.kind === 'transfer'
          ? node.number
          : node.kind === 'subflow'
            ? node.script
            : undefined;
  if (node.kind === 'opaque') return node.type;
  return isUnknown(named) ? named.unknown : named;
}

function linesOf(id: string, node: ScriptNode, language: string): readonly string[] {
  const said = 'say' in node ? promptText(node.say, language, language) : undefined;
  const name = nameIn(node);
  const what = name === undefined ? node.kind : `${node.kind}: ${name}`;
  return [shortened(node.title ?? id), shortened(what), ...(said ? [shortened(said)] : [])];
}

/** Takes a script apart into boxes and arrows; ways that lead nowhere end at a box of their own. */
export function graphParts(script: Script): GraphParts {
  const flow = buildCallFlow(script);
  const isKnown = new Set<string>(flow.nodes.map(({ id }) => id));
  const nodes = flow.nodes.map(({ id, kind, node }): GraphNode => ({
    id,
    kind,
    lines: linesOf(id, node, script.language),
  }));
  const entries = script.entries.map(({ number, title, start }, index) => ({
    node: {
      id: entryId(index),
      kind: 'entry' as const,
      lines: [shortened(title ?? (typeof number === 'string' ? number : 'calls'))],
    },
    edge: { from: entryId(index), to: isKnown.has(start) ? start : nowhere, label: '' },
  }));
  const edges = [
    ...entries.map(({ edge }) => edge),
    ...edgesOf(flow).map((edge) => ({ from: edge.from, to: edge.to, label: labelOf(edge) })),
    ...flow.loose.map((edge) => ({ from: edge.from, to: nowhere, label: labelOf(edge) })),
  ];
  const end: GraphNode = { id: nowhere, kind: 'nowhere', lines: ['nowhere'] };
  const isLoose = edges.some(({ to }) => to === nowhere);
  return {
    nodes: [...entries.map(({ node }) => node), ...nodes, ...(isLoose ? [end] : [])],
    edges,
  };
}
