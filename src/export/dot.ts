import type { Exporter } from './exporter.ts';
import { graphParts, type GraphNode } from './graph-parts.ts';

/** A text in quotes, as the DOT language has them; a backslash is no escape of Graphviz's own. */
const quoted = (text: string): string =>
  `"${text
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;

/** The lines of a label; only the breaks between them are escapes. */
const labelled = (lines: readonly string[]): string =>
  `"${lines.map((line) => quoted(line).slice(1, -1)).join('\\n')}"`;

const shapes = {
  menu: 'box3d',
  branch: 'diamond',
  entry: 'oval',
  hangup: 'doublecircle',
  nowhere: 'doublecircle',
} as const;

function nodeLine({ id, kind, lines }: GraphNode): string {
  const shape = kind in shapes ? `, shape=${shapes[kind as keyof typeof shapes]}` : '';
  return `  ${quoted(id)} [label=${labelled(lines)}${shape}];`;
}

/** Writes a script as a directed graph in the DOT language of Graphviz. */
export const writeDot: Exporter = ({ script }) => {
  const { nodes, edges } = graphParts(script);
  const lines = [
    `digraph ${quoted(script.id)} {`,
    '  rankdir=TB;',
    '  node [shape=box];',
    ...nodes.map(nodeLine),
    ...edges.map(({ from, to, label }) => {
      const words = label === '' ? '' : ` [label=${labelled([label])}]`;
      return `  ${quoted(from)} -> ${quoted(to)}${words};`;
    }),
    '}',
  ];
  return { text: `${lines.join('\n')}\n`, findings: [] };
};
