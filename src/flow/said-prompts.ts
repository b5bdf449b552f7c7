import { promptTexts, type PromptText } from '../prompt/prompt-words.ts';
import { promptsIn } from '../script/prompts-in.ts';
import type { Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { FlowNode } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** A prompt of a flow, and who says it. */
export interface SaidPrompt {
  readonly by: FlowNode;
  readonly prompt: Prompt;
  /** The way to it in the script. */
  readonly path: Path;
  /** The position of the option that says it. */
  readonly option: number | undefined;
  /** Its texts, each in a language or for all. */
  readonly texts: readonly PromptText[];
}

/** Every prompt of every node in script order: many rules read all of them. */
export const saidPrompts = oncePerFlow((flow): readonly SaidPrompt[] => {
  const said: SaidPrompt[] = [];
  for (const by of flow.nodes) {
    for (const { prompt, path: below, option } of promptsIn(by.node)) {
      const path = by.path.concat(below);
      said.push({ by, prompt, path, option, texts: promptTexts(prompt) });
    }
  }
  return said;
});

/** True for what offers a language: that is said in the language offered, to callers of every other. */
export function offersLanguage({ by: { node }, option }: SaidPrompt): boolean {
  const offer = option === undefined || node.kind !== 'menu' ? undefined : node.options[option];
  return offer?.language !== undefined || offer?.role === 'language';
}
