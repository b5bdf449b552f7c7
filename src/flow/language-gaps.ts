import { baseLanguage, isSameLanguage } from '../prompt/same-language.ts';
import { spokenIn } from '../prompt/spoken-in.ts';
import { promptWords } from '../prompt/prompt-words.ts';
import type { Language, Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { CallFlow, FlowNode } from './call-flow.ts';
import { callLanguages } from './call-languages.ts';
import { reachable } from './reach.ts';
import { offersLanguage, saidPrompts, type SaidPrompt } from './said-prompts.ts';

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

const has = (languages: readonly Language[], one: Language): boolean =>
  languages.some((other) => isSameLanguage(one, other));

/** One tag for each language, the first that is met. */
function distinct(languages: Iterable<Language>): readonly Language[] {
  const kept = new Map<string, Language>();
  for (const language of languages) {
    const base = baseLanguage(language);
    if (!kept.has(base)) kept.set(base, language);
  }
  return kept.size > mostLanguages ? [] : [...kept.values()];
}

interface Spoken {
  readonly name: string;
  readonly wanted: readonly Language[];
  readonly prompts: readonly Pick<SaidPrompt, 'prompt' | 'path' | 'option'>[];
}

/** The prompts of the nodes that a call can come to, node by node; not what offers a language. */
function promptsByNode(flow: CallFlow): ReadonlyMap<FlowNode, readonly SaidPrompt[]> {
  const reached = reachable(flow);
  const byNode = new Map<FlowNode, SaidPrompt[]>();
  for (const said of saidPrompts(flow)) {
    if (!reached.has(said.by.id) || offersLanguage(said)) continue;
    const own = byNode.get(said.by);
    if (own === undefined) byNode.set(said.by, [said]);
    else own.push(said);
  }
  return byNode;
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
  const [language] = wanted;
  const isForAll = ({ option, prompt }: Spoken['prompts'][number]): boolean =>
    option !== undefined && spokenIn(prompt) === undefined;
  if (language === undefined || !prompts.some(isForAll)) return [];
  const options = prompts.filter(({ option }) => option !== undefined);
  const made = options.filter(({ prompt }) => (spokenIn(prompt)?.length ?? 0) > 1);
  if (made.length < 2) return [];
  return options.flatMap(({ prompt, path }) => {
    const [words] = promptWords(prompt, path);
    const isText = prompt.recording === undefined && prompt.unknown === undefined;
    const isSame = words?.language === undefined && /\p{L}.*\s.*\p{L}/su.test(words?.text ?? '');
    return isText && isSame ? [{ name, language, path, heard: 'same' as const }] : [];
  });
}

/**
 * The prompts that lack a language: one that calls may be in when they come there, or one that the
 * other prompts of the node have. Only languages that some prompt is made in count, and of nodes only
 * those that a call can come to.
 */
export function languageGaps(flow: CallFlow): readonly LanguageGap[] {
  const { script, nodes } = flow;
  const calls = callLanguages(flow);
  const reached = reachable(flow);
  const byNode = promptsByNode(flow);
  const madeIn = (prompts: readonly { readonly prompt: Prompt }[]): ReadonlySet<Language> => {
    const made = new Set<Language>();
    for (const { prompt } of prompts) for (const one of spokenIn(prompt) ?? []) made.add(one);
    return made;
  };
  const spoken = distinct(madeIn([...byNode.values()].flat()));
  const known = (languages: Iterable<Language>) =>
    distinct(languages).filter((language) => has(spoken, language));
  const inCalls = ({ id }: FlowNode): Iterable<Language> => calls?.get(id) ?? [];

  const own = [...byNode].map(([node, prompts]): Spoken => {
    const wanted = known(new Set([...inCalls(node), ...madeIn(prompts)]));
    return { name: node.id, wanted, prompts };
  });
  const asking = new Set<Language>();
  for (const node of nodes) {
    if (!reached.has(node.id) || (node.kind !== 'menu' && node.kind !== 'collect')) continue;
    for (const language of inCalls(node)) asking.add(language);
  }
  const wanted = known(asking);
  const defaults = (['noInput', 'noMatch'] as const).map((trigger): Spoken => {
    const prompt = script.defaults?.[trigger]?.say;
    const path = ['defaults', trigger, 'say'];
    const prompts = prompt === undefined ? [] : [{ prompt, path, option: undefined }];
    return { name: `defaults.${trigger}`, wanted, prompts };
  });
  return [...own, ...defaults].flatMap((one) => [
    ...gapsIn(one, script.language),
    ...sameForAll(one),
  ]);
}
