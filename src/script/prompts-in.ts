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

function told(prompt: Prompt | undefined, ...path: Path): readonly PromptIn[] {
  return prompt === undefined ? [] : [{ prompt, path }];
}

const known = new WeakMap<ScriptNode, readonly PromptIn[]>();

/** Everything that a node itself says, in the order in which callers hear it. */
export function promptsIn(node: ScriptNode): readonly PromptIn[] {
  const before = known.get(node);
  if (before !== undefined) return before;
  const prompts = findPrompts(node);
  known.set(node, prompts);
  return prompts;
}

function findPrompts(node: ScriptNode): readonly PromptIn[] {
  const own = 'say' in node ? told(node.say, 'say') : [];
  switch (node.kind) {
    case 'menu':
    case 'collect':
      return [
        ...own,
        ...(node.kind === 'menu' ? node.options : []).flatMap((option, index) =>
          told(option.say, 'options', index, 'say').map((one) => ({ ...one, option: index })),
        ),
        ...told(node.noInput?.say, 'noInput', 'say'),
        ...told(node.noMatch?.say, 'noMatch', 'say'),
      ];
    case 'queue':
      return [...own, ...told(node.announce?.say, 'announce', 'say')];
    case 'announcement':
    case 'branch':
    case 'task':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'subflow':
    case 'hangup':
    case 'opaque':
      return own;
  }
}
