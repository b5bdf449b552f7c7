import type { CallFlow } from '../flow/call-flow.ts';
import { reachable } from '../flow/reach.ts';
import { setAttributes } from '../flow/set-attributes.ts';
import { promptSeconds } from '../prompt/reading-time.ts';
import { sampleValues } from './sample-values.ts';
import { isUnknown, type Language, type Prompt } from '../script/values.ts';

/** What of the past of a call makes a difference to it: all else can be forgotten. */
export interface AskedNames {
  /**
   * The values that each attribute or result can have which a branch asks for: those that its case words
   * tell apart, and the empty text for every other value where some branch has a way for that.
   */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Names that an option sets or a task of the script finds: unset, they have no value. */
  readonly own: ReadonlySet<string>;
  /** Whether options lead back, so that the menus on the way count. */
  readonly goesBack: boolean;
  /** Whether a call can be ended without a word, so that it counts what was said before. */
  readonly endsSilently: boolean;
}

/** A value that no case names: none at all, or any other text where some case asks for none. */
export const otherValue = '';
const someText = 'something-else';
const noText = '(empty)';

/** Whether there are callers who hear nothing of a prompt: it is left out, or empty in a language. */
function canBeMute(prompt: Prompt | undefined, fallback: Language): boolean {
  if (prompt === undefined) return true;
  const { text, length } = prompt;
  const languages = [text, length].flatMap((one) =>
    typeof one === 'object' ? Object.keys(one) : [],
  );
  return [fallback, ...languages].some(
    (language) => promptSeconds(prompt, language, fallback).seconds === 0,
  );
}

/** Finds out what must be remembered of a call. Linear in the script. */
export function askedNames(flow: CallFlow): AskedNames {
  const values = new Map<string, Set<string>>();
  const own = new Set<string>(setAttributes(flow).keys());
  const reached = reachable(flow);
  let goesBack = false;
  let endsSilently = false;
  for (const { id, node } of flow.nodes) {
    if (node.kind === 'task' && !isUnknown(node.task)) own.add(node.task);
    if (!reached.has(id)) continue;
    if (node.kind === 'menu') goesBack ||= node.options.some((option) => option.do === 'back');
    if (node.kind === 'hangup') endsSilently ||= canBeMute(node.say, flow.script.language);
    if (node.kind !== 'branch' || typeof node.on === 'string') continue;
    const name =
      'attribute' in node.on ? node.on.attribute : 'result' in node.on ? node.on.result : undefined;
    if (name === undefined) continue;
    const words = values.get(name) ?? new Set<string>();
    values.set(name, words);
    for (const { when } of node.cases) words.add(when);
    if (node.otherwise !== undefined) words.add(otherValue);
  }
  return {
    values: new Map(
      [...values].map(([name, words]) => {
        const hasOther = words.delete(otherValue);
        const others = hasOther ? (words.has(noText) ? [otherValue, someText] : [otherValue]) : [];
        return [name, [...sampleValues([...words], hasOther), ...others]];
      }),
    ),
    own,
    goesBack,
    endsSilently,
  };
}
