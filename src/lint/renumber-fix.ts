import type { CallFlow } from '../flow/call-flow.ts';
import { nodeOfKind } from '../flow/call-flow.ts';
import { menuPrompt } from '../flow/menu-prompt.ts';
import { offeredKeys } from '../flow/offered-keys.ts';
import { renameKeys } from '../prompt/rename-keys.ts';
import { spokenKeys } from '../prompt/spoken-keys.ts';
import type { NodeId } from '../script/names.ts';
import type { Prompt } from '../script/values.ts';
import { writtenTexts } from '../script/written-text.ts';
import type { Fix, TreeEdit } from '../source/tree-edit.ts';
import type { Path } from '../source/tree.ts';

/** The edits that rename keys in a prompt; nothing where that isn't certain. */
function promptEdits(
  { script }: CallFlow,
  prompt: Prompt,
  path: Path,
  renamed: ReadonlyMap<string, string>,
): readonly TreeEdit[] | undefined {
  const edits: TreeEdit[] = [];
  for (const { text, language = script.language, path: at } of writtenTexts(prompt, path)) {
    const value = renameKeys(text, language, renamed);
    if (value === undefined) return undefined;
    if (value !== text) edits.push({ edit: 'set', at, value });
  }
  // What is recorded can't be renamed, whatever is noted beside it.
  return prompt.recording !== undefined && edits.length > 0 ? undefined : edits;
}

/** True where what all menus say when asking again may name keys of this one. */
function sharedPromptNamesKeys({ script }: CallFlow): boolean {
  return (['noInput', 'noMatch'] as const).some((trigger) => {
    const prompt = script.defaults?.[trigger]?.say;
    if (prompt === undefined) return false;
    const texts = writtenTexts(prompt, []);
    return (
      texts.length === 0 ||
      texts.some(({ text, language = script.language }) => {
        const { keys, certain } = spokenKeys(text, language);
        return keys.length > 0 || !certain;
      })
    );
  });
}

/**
 * The fix that gives options of a menu other keys, in the menu and in everything that is said about
 * them. Nothing unless every word that callers hear there is known, understood, and heard by callers
 * of this menu only.
 */
export function renumberFix(
  flow: CallFlow,
  id: NodeId,
  renamed: ReadonlyMap<string, string>,
): Fix | undefined {
  const menu = nodeOfKind(flow, id, 'menu');
  if (menu === undefined || sharedPromptNamesKeys(flow)) return undefined;
  if (!offeredKeys(flow, id).every(({ certain }) => certain)) return undefined;
  const edits = menu.options.flatMap(({ key = '' }, index): readonly TreeEdit[] => {
    const value = renamed.get(key);
    const at = ['nodes', id, 'options', index, 'key'];
    return value === undefined || value === key ? [] : [{ edit: 'set', at, value }];
  });
  for (const { prompt, path, leadsHere } of menuPrompt(flow, id, flow.script.language).pieces) {
    const own = promptEdits(flow, prompt, path, renamed);
    if (own === undefined || (!leadsHere && own.length > 0)) return undefined;
    edits.push(...own);
  }
  const changes = [...renamed].filter(([from, to]) => from !== to);
  const told = changes.map(([from, to]) => `${from} → ${to}`).join(', ');
  return { description: `Renumber the options of "${id}": ${told}`, edits };
}
