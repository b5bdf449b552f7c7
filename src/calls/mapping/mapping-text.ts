import { formatYaml, type Writable } from '../../export/format-yaml.ts';
import type { MappingProposal } from './mapping-proposal.ts';

function writable(value: unknown): Writable {
  if (Array.isArray(value)) return value.map(writable);
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([name, part]) => [name, writable(part)]));
  return value as string | number;
}

/** Lines of a comment; what stands in it can't end it. */
const comment = (text: string): string => `# ${text.replace(/\p{C}/gu, '�')}\n`;

/** A proposed mapping as a file, with what it doesn't know in front. */
export function mappingText({ fields, notes }: MappingProposal): string {
  const told = notes.length === 0 ? [] : ['To look at:', ...notes.map((note) => `- ${note}`), ''];
  return `${told.map(comment).join('').replaceAll('# \n', '#\n')}${formatYaml(writable(fields))}`;
}
