import type { PartName } from '../../flow/prompt-timeline.ts';
import type { FlowNode } from '../../flow/call-flow.ts';
import { namedOption } from './timing-of.ts';

const words: Readonly<Record<Exclude<PartName, 'option'>, string>> = {
  before: 'silence before it speaks',
  retry: 'words before asking again',
  header: 'opening words',
  prompt: 'its prompt',
  closing: 'closing words',
  after: 'after the last word',
};

/** What people call a part of a prompt. */
export function partLabel(
  node: FlowNode,
  { name, option }: { readonly name: PartName; readonly option?: number | undefined },
): string {
  return name === 'option' ? namedOption(node, option ?? -1) : words[name];
}
