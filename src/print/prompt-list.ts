import type { CallFlow } from '../flow/call-flow.ts';
import { promptLanguages } from '../prompt/prompt-languages.ts';
import { promptsIn } from '../script/prompts-in.ts';
import type { Language, Prompt } from '../script/values.ts';
import { fnv1a } from '../source/fingerprint.ts';
import { spokenIn } from './spoken-of.ts';

/** A prompt that somebody must record, or has recorded: one text in one language, once. */
export interface ListedPrompt {
  /** Made of language and words alone, so that it stays when the menu changes elsewhere: `en-3f9a02c417`. */
  readonly id: string;
  readonly language: Language;
  /** As it is to be said; nothing where the words aren't known. */
  readonly text: string | undefined;
  readonly seconds: number;
  readonly basis: 'recording' | 'text' | 'unknown';
  /** The files that there are of it. */
  readonly recordings: readonly string[];
  /** Where it is said: `main`, `main key 2`, `main no input`. */
  readonly used: readonly string[];
}

interface Listing extends ListedPrompt {
  readonly recordings: string[];
  readonly used: string[];
}

interface Use {
  readonly prompt: Prompt;
  readonly where: string;
  /** The language that it is said in where it is written for all. */
  readonly language: Language;
}

const words: Readonly<Record<string, string>> = {
  noInput: 'no input',
  noMatch: 'no match',
  announce: 'while waiting',
};

function usesIn(flow: CallFlow): readonly Use[] {
  const { script } = flow;
  const { language } = script;
  const defaults = (['noInput', 'noMatch'] as const).flatMap((trigger): readonly Use[] => {
    const prompt = script.defaults?.[trigger]?.say;
    return prompt === undefined
      ? []
      : [{ prompt, where: `any menu ${words[trigger] ?? ''}`, language }];
  });
  const own = flow.nodes.flatMap(({ id, node }) =>
    promptsIn(node).map(({ prompt, path, option }): Use => {
      const chosen =
        node.kind === 'menu' && option !== undefined ? node.options[option] : undefined;
      const part =
        chosen === undefined
          ? (words[String(path[0])] ?? '')
          : chosen.key === undefined
            ? `intent ${chosen.intent ?? ''}`
            : `key ${chosen.key}`;
      // What offers a language is said in the language that it offers.
      return { prompt, where: `${id} ${part}`.trim(), language: chosen?.language ?? language };
    }),
  );
  return [...own, ...defaults];
}

function tagsOf({ text, recording, length }: Prompt, language: Language): readonly Language[] {
  const listed = [text, recording, length].flatMap((values) =>
    typeof values === 'object' ? Object.keys(values) : [],
  );
  const tags = [...new Set([...promptLanguages([{ text }]), ...listed])];
  return tags.length === 0 ? [language] : tags;
}

/**
 * Every text that a menu says, once for each language, in the order of the script: what a studio is
 * sent. Places that say the same words share a prompt, whatever file each of them plays.
 */
export function promptList(flow: CallFlow): readonly ListedPrompt[] {
  const found = new Map<string, Listing>();
  for (const { prompt, where, language: own } of usesIn(flow)) {
    for (const language of tagsOf(prompt, own)) {
      const { text = '', recording, seconds, basis } = spokenIn(prompt, language, language);
      if (text === '' && recording === undefined) continue;
      const tag = language.toLowerCase();
      const identity = text === '' ? `${tag}\n\n${recording ?? ''}` : `${tag}\n${text}`;
      const known = found.get(identity) ?? {
        id: `${tag}-${fnv1a(identity).slice(0, 10)}`,
        language,
        text: text === '' ? undefined : text,
        seconds,
        basis,
        recordings: [],
        used: [],
      };
      found.set(identity, known);
      if (recording !== undefined && !known.recordings.includes(recording))
        known.recordings.push(recording);
      if (!known.used.includes(where)) known.used.push(where);
    }
  }
  return [...found.values()];
}
