import type { Path } from '../source/tree.ts';
import type { ScriptNode } from './script.ts';
import type { Prompt } from './values.ts';

/** A prompt of a node, with the way to it from the node. */
export interface PromptIn {
  readonly prompt: Prompt;
  readonly path: Path;
  /** The position of the option that says it. */
  readonly option?: number;
}

/** Everything that a node itself says, in the order in which callers hear it. */
export function promptsIn(node: ScriptNode): readonly PromptIn[] {
  const prompts: PromptIn[] = [];
  const add = (prompt: Prompt | undefined, path: Path): void => {
    if (prompt !== undefined) prompts.push({ prompt, path });
  };
  if ('say' in node) add(node.say, ['say']);
  switch (node.kind) {
    case 'menu':
      node.options.forEach(({ say }, option) => {
        const path = ['options', option, 'say'];
        if (say !== undefined) prompts.push({ prompt: say, path, option });
      });
      add(node.noInput?.say, ['noInput', 'say']);
      add(node.noMatch?.say, ['noMatch', 'say']);
      break;
    case 'collect':
      add(node.noInput?.say, ['noInput', 'say']);
      add(node.noMatch?.say, ['noMatch', 'say']);
      break;
    case 'queue':
      add(node.announce?.say, ['announce', 'say']);
      break;
    case 'announcement':
    case 'branch':
    case 'task':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'subflow':
    case 'hangup':
    case 'opaque':
      break;
  }
  return prompts;
}
