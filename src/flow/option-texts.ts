import { promptText } from '../prompt/prompt-text.ts';
import { splitMenuText } from '../prompt/split-menu-text.ts';
import type { MenuOption } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { nodeOfKind } from './call-flow.ts';
import { menuPrompt } from './menu-prompt.ts';
import { oncePerMenu } from './once-per-menu.ts';

/** The words that say one option, and the way to the prompt that they stand in. */
export interface OptionText {
  readonly text: string;
  readonly path: Path;
}

/** What has its own way through a menu may share a sentence with others. */
const isFixed = ({ role, do: does, key }: MenuOption): boolean =>
  role !== undefined || does !== undefined || key === '0' || key === '*' || key === '#';

/**
 * The words of each option of a menu in a language, by position: its own prompt, else its sentence in
 * the menu's prompt, or in an announcement that leads straight to the menu. Nothing where an option
 * isn't said by itself, or its words aren't known for certain.
 */
export const optionTexts = oncePerMenu(
  (flow, menu, language): readonly (OptionText | undefined)[] => {
    const options = nodeOfKind(flow, menu, 'menu')?.options ?? [];
    const fallback = flow.script.language;
    const own = options.map((option, index): OptionText | undefined => {
      const say: Prompt | undefined = option.say;
      const text = say?.unknown === undefined ? promptText(say, language, fallback) : undefined;
      const path = ['nodes', menu, 'options', index, 'say'];
      return text === undefined ? undefined : { text, path };
    });
    if (options.some(({ say }) => say !== undefined)) return own;
    for (const piece of menuPrompt(flow, menu, language).pieces.toReversed()) {
      if (piece.role === 'retry' || !piece.leadsHere || piece.prompt.unknown !== undefined)
        continue;
      if (piece.text === undefined) continue;
      const split = splitMenuText(piece.text, language, options, isFixed);
      if (typeof split === 'string') continue;
      return split.options.map((text) => (text === undefined ? text : { text, path: piece.path }));
    }
    return own;
  },
);
