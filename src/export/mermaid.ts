import type { Exporter } from './exporter.ts';
import { graphParts, type GraphNode } from './graph-parts.ts';

/** Everything but letters, digits and harmless signs, as the numbers that Mermaid reads back. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N}\p{M} .,:!?()'’…+/-]/gu, (sign) => `#${sign.codePointAt(0) ?? 32};`);

/** Mermaid has words of its own (`end`), and takes hyphens for arrows. */
const idOf = (id: string): string => `n_${id.replaceAll('-', '_')}`;

const shapes = {
  menu: ['{{', '}}'],
  branch: ['{', '}'],
  entry: ['([', '])'],
  hangup: ['((', '))'],
  nowhere: ['((', '))'],
} as const;

function nodeLine({ id, kind, lines }: GraphNode): string {
  const [open, close] =
    kind in shapes ? shapes[kind as keyof typeof shapes] : (['[', ']'] as const);
  return `  ${idOf(id)}${open}"${lines.map(escaped).join('<br/>')}"${close}`;
}

/** Writes a script as a flowchart of Mermaid. Labels are escaped: no text of a menu becomes syntax. */
export const writeMermaid: Exporter = ({ script }) => {
  const { nodes, edges } = graphParts(script);
  const lines = [
    'flowchart TD',
    ...nodes.map(nodeLine),
    ...edges.map(({ from, to, label }) => {
      const words = label === '' ? '' : `|"${escaped(label)}"|`;
      return `  ${idOf(from)} -->${words} ${idOf(to)}`;
    }),
  ];
  return { text: `${lines.join('\n')}\n`, findings: [] };
};
