import { menuPrompt } from '../flow/menu-prompt.ts';
import { renameKeys } from '../prompt/rename-keys.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Language, Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { WorkByHand } from './change.ts';
import type { TextChange } from './script-edit.ts';

/** What becomes of the prompts around a menu when its keys change. */
export interface RespokenPrompts {
  readonly texts: readonly TextChange[];
  readonly byHand: readonly WorkByHand[];
}

/** Every text of a prompt, with the language it is in; a text for all has the script's own. */
export function textsOf(
  prompt: Prompt,
  language: Language,
): readonly {
  readonly key: Language | undefined;
  readonly language: Language;
  readonly text: string;
}[] {
  const { text } = prompt;
  if (text === undefined) return [];
  if (typeof text === 'string') return [{ key: undefined, language, text }];
  return Object.entries(text).map(([key, words]) => ({ key, language: key, text: words }));
}

/**
 * Renames keys in everything that callers hear around a menu, in every language: its header, its
 * options, what it says when asking again, and announcements that lead straight to it. What can't be
 * rewritten with certainty is listed for a person to look after.
 */
export function respokenPrompts(
  flow: CallFlow,
  menu: NodeId,
  renamed: ReadonlyMap<string, string>,
  skip: (path: Path) => boolean,
): RespokenPrompts {
  const texts: TextChange[] = [];
  const byHand: WorkByHand[] = [];
  const { language } = flow.script;
  for (const { prompt, path, role, option, leadsHere } of menuPrompt(flow, menu, language).pieces) {
    if (skip(path)) continue;
    const isTold = role === 'option' || role === 'header' || role === 'retry';
    const owner = flow.graph.node(menu).node;
    const own =
      owner.kind === 'menu' && option !== undefined ? owner.options[option]?.key : undefined;
    const mayChange = role !== 'option' || (own !== undefined && renamed.has(own));
    const words = textsOf(prompt, language);
    const results = words.map((entry) => ({
      ...entry,
      after: renameKeys(entry.text, entry.language, renamed),
    }));
    const changed = results.filter(({ text, after }) => after !== undefined && after !== text);
    const isUnclear = results.some(({ after }) => after === undefined);
    if (!leadsHere) {
      if (changed.length > 0) byHand.push({ path, why: 'unclear' });
      continue;
    }
    for (const { key, text, after } of changed) {
      if (after !== undefined) texts.push({ path, language: key, before: text, after });
    }
    if (
      prompt.recording !== undefined &&
      (changed.length > 0 || (role === 'option' && mayChange))
    ) {
      const isSilentOnKeys = words.length > 0 && !isUnclear && changed.length === 0;
      if (!isSilentOnKeys) byHand.push({ path, why: 'recording' });
    } else if (words.length === 0 && isTold && mayChange)
      byHand.push({ path, why: 'may-name-keys' });
    else if (isUnclear && isTold && mayChange) byHand.push({ path, why: 'unclear' });
  }
  return { texts, byHand };
}
