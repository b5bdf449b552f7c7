import { promptLanguages } from '../prompt/prompt-languages.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CallFlow } from './call-flow.ts';
import { menuPrompt } from './menu-prompt.ts';

/** The languages that a menu's prompts are written in; the script's own where they are for all. */
export function menuLanguages(flow: CallFlow, menu: NodeId): readonly Language[] {
  const { language } = flow.script;
  const written = promptLanguages(
    menuPrompt(flow, menu, language).pieces.map(({ prompt }) => prompt),
  );
  return written.length === 0 ? [language] : written;
}
