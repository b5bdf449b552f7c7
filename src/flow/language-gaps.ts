import { baseLanguage, isSameLanguage } from '../prompt/same-language.ts';
import { spokenIn } from '../prompt/spoken-in.ts';
import { promptWords } from '../prompt/prompt-words.ts';
import { promptsIn, type PromptIn } from '../script/prompts-in.ts';
import type { Language, Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { CallFlow, FlowNode } from './call-flow.ts';
import { callLanguages } from './call-languages.ts';
import { reachable } from './reach.ts';

/** A prompt that callers of a language come to and that wasn't made in it. */
export interface LanguageGap {
  /** The node, or the default, that says the prompt. */
  readonly name: string;
  readonly language: Language;
  readonly path: Path;
  /**
   * `main`: they hear the script's main language; `nothing`: they hear nothing; `same`: all callers
   * hear the same text, whereas what stands beside it was made in several languages.
   */
  readonly heard: 'main' | 'nothing' | 'same';
}

/** More languages than this are no menu's: then nothing is known. */
const mostLanguages = 30;

const has = (languages: Iterable<Language>, one: Language): boolean =>
  [...languages].some((other) => isSameLanguage(one, other));

/** One tag for each language, the first that is met. */
function distinct(languages: Iterable<Language>): readonly Language[] {
  const kept = new Map<string, Language>();
  for (const language of languages) {
    const base = baseLanguage(language);
    if (!kept.has(base)) kept.set(base, language);
  }
  return kept.size > mostLanguages ? [] : [...kept.values()];
}

/** The prompts of a node, but not what offers a language: that is said in the language offered. */
function ownPrompts({ node }: FlowNode): readonly PromptIn[] {
  return promptsIn(node).filter(({ option }) => {
    const offer = option === undefined || node.kind !== 'menu' ? undefined : node.options[option];
    return offer?.language === undefined && offer?.role !== 'language';
  });
}

interface Spoken {
  readonly name: string;
  readonly wanted: readonly Language[];
  readonly prompts: readonly {
    readonly prompt: Prompt;
    readonly path: Path;
    readonly option?: number;
  }[];
}

function gapsIn({ name, wanted, prompts }: Spoken, main: Language): readonly LanguageGap[] {
  return prompts.flatMap(({ prompt, path }) => {
    const made = spokenIn(prompt);
    if (made === undefined) return [];
    const heard = has(made, main) ? ('main' as const) : ('nothing' as const);
    return wanted
      .filter((language) => !has(made, language))
      .map((language) => ({ name, language, path, heard }));
  });
}

/** Options that have one text for everybody in a menu whose other options have several. */
function sameForAll({ name, wanted, prompts }: Spoken): readonly LanguageGap[] {
  const options = prompts.filter(({ option }) => option !== undefined);
  const made = options.filter(({ prompt }) => (spokenIn(prompt)?.length ?? 0) > 1);
  const [language] = wanted;
  if (language === undefined || made.length < 2) return [];
  return options.flatMap(({ prompt, path }) => {
    const [words] = promptWords(prompt, path);
    const isText = prompt.recording === undefined && prompt.unknown === undefined;
    const isForAll = words?.language === undefined && /\p{L}.*\s.*\p{L}/su.test(words?.text ?? '');
    return isText && isForAll ? [{ name, language, path, heard: 'same' as const }] : [];
  });
}

/**
 * The prompts that lack a language: one that calls may be in when they come there, or one that the
 * other prompts of the node have. Only languages that some prompt is made in count, and of nodes only
 * those that a call can come to.
 */
export function languageGaps(flow: CallFlow): readonly LanguageGap[] {
  const { script } = flow;
  const calls = callLanguages(flow);
  const reached = reachable(flow);
  const nodes = flow.nodes.filter(({ id }) => reached.has(id));
  const madeIn = (prompts: readonly { readonly prompt: Prompt }[]): readonly Language[] =>
    prompts.flatMap(({ prompt }) => spokenIn(prompt) ?? []);
  const spoken = distinct(nodes.flatMap((node) => madeIn(ownPrompts(node))));
  const known = (languages: readonly Language[]) =>
    distinct(languages).filter((language) => has(spoken, language));
  const inCalls = ({ id }: FlowNode): readonly Language[] => [...(calls?.get(id) ?? [])];

  const own = nodes.map((node): Spoken => {
    const prompts = ownPrompts(node);
    return {
      name: node.id,
      wanted: known([...inCalls(node), ...madeIn(prompts)]),
      prompts: prompts.map((one) => ({ ...one, path: [...node.path, ...one.path] })),
    };
  });
  const asking = nodes.filter(({ kind }) => kind === 'menu' || kind === 'collect');
  const wanted = known([...new Set(asking.flatMap(inCalls))]);
  const defaults = (['noInput', 'noMatch'] as const).map((trigger): Spoken => {
    const prompt = script.defaults?.[trigger]?.say;
    const prompts = prompt === undefined ? [] : [{ prompt, path: ['defaults', trigger, 'say'] }];
    return { name: `defaults.${trigger}`, wanted, prompts };
  });
  return [...own, ...defaults].flatMap((one) => [
    ...gapsIn(one, script.language),
    ...sameForAll(one),
  ]);
}
