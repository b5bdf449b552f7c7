import type { Path } from '../source/tree.ts';
import type { NodeOfKind, ScriptNode } from './script.ts';
import type { Prompt } from './values.ts';

/** A prompt of a node, with the way to it from the node. */
export interface PromptIn {
  readonly prompt: Prompt;
  readonly path: Path;
  /** The position of the option that says it. */
  readonly option?: number;
}

const nothing: readonly PromptIn[] = [];

function told(prompt: Prompt | undefined, ...path: Path): readonly PromptIn[] {
  return prompt === undefined ? nothing : [{ prompt, path }];
}

function retries({ noInput, noMatch }: NodeOfKind<'menu' | 'collect'>): readonly PromptIn[] {
  return [...told(noInput?.say, 'noInput', 'say'), ...told(noMatch?.say, 'noMatch', 'say')];
}

/** Everything that a node itself says, in the order in which callers hear it. */
export function promptsIn(node: ScriptNode): readonly PromptIn[] {
  const own = 'say' in node ? told(node.say, 'say') : [];
  switch (node.kind) {
    case 'menu': {
      const options = node.options.flatMap(({ say }, index): readonly PromptIn[] =>
        say === undefined ? [] : [{ prompt: say, path: ['options', index, 'say'], option: index }],
      );
      return [...own, ...options, ...retries(node)];
    }
    case 'collect':
      return [...own, ...retries(node)];
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
