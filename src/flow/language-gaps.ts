import { baseLanguage, isSameLanguage } from '../prompt/same-language.ts';
import { spokenIn } from '../prompt/spoken-in.ts';
import { promptWords } from '../prompt/prompt-words.ts';
import type { Language } from '../script/values.ts';
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

/** A prompt, and the languages that it was made in; nothing where it is for all. */
interface MadePrompt extends Pick<SaidPrompt, 'prompt' | 'path' | 'option'> {
  readonly made: readonly Language[] | undefined;
}

interface Spoken {
  readonly name: string;
  readonly wanted: readonly Language[];
  readonly prompts: readonly MadePrompt[];
}

interface NodePrompts {
  readonly node: FlowNode;
  readonly prompts: readonly MadePrompt[];
}

/** The prompts of the nodes that a call can come to, node by node; not what offers a language. */
function promptsByNode(flow: CallFlow): readonly NodePrompts[] {
  const reached = reachable(flow);
  const found: NodePrompts[] = [];
  let prompts: MadePrompt[] = [];
  for (const said of saidPrompts(flow)) {
    const { by: node, prompt, path, option } = said;
    if (!reached.has(node.id) || offersLanguage(said)) continue;
    // The prompts of a node stand together, since they are listed in script order.
    if (found.at(-1)?.node !== node) {
      prompts = [];
      found.push({ node, prompts });
    }
    prompts.push({ prompt, path, option, made: spokenIn(prompt) });
  }
  return found;
}

/** Most nodes are made in the same languages: which of them are wanted is reckoned once for each list. */
function oncePerList(
  ask: (languages: readonly Language[]) => readonly Language[],
): (languages: ReadonlySet<Language>) => readonly Language[] {
  const answers = new Map<string, readonly Language[]>();
  return (languages) => {
    const list = [...languages];
    const key = list.join(' ');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(list);
    answers.set(key, answer);
    return answer;
  };
}

function gapsIn({ name, wanted, prompts }: Spoken, main: Language): readonly LanguageGap[] {
  const gaps: LanguageGap[] = [];
  for (const { made, path } of prompts) {
    if (made === undefined) continue;
    for (const language of wanted) {
      if (has(made, language)) continue;
      gaps.push({ name, language, path, heard: has(made, main) ? 'main' : 'nothing' });
    }
  }
  return gaps;
}

/** Options that have one text for everybody in a menu whose other options have several. */
function sameForAll({ name, wanted, prompts }: Spoken): readonly LanguageGap[] {
  const [language] = wanted;
  const isForAll = ({ option, made }: MadePrompt): boolean =>
    option !== undefined && made === undefined;
  if (language === undefined || !prompts.some(isForAll)) return [];
  const options = prompts.filter(({ option }) => option !== undefined);
  if (options.filter(({ made = [] }) => made.length > 1).length < 2) return [];
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
  const addMade = (prompts: readonly MadePrompt[], to: Set<Language>): void => {
    for (const { made } of prompts) {
      if (made !== undefined) for (const one of made) to.add(one);
    }
  };
  const all = new Set<Language>();
  for (const { prompts } of byNode) addMade(prompts, all);
  const spoken = distinct(all);
  const known = oncePerList((languages) =>
    distinct(languages).filter((language) => has(spoken, language)),
  );

  const own = byNode.map(({ node: { id }, prompts }): Spoken => {
    const languages = new Set(calls?.get(id));
    addMade(prompts, languages);
    return { name: id, wanted: known(languages), prompts };
  });
  const asking = new Set<Language>();
  for (const node of nodes) {
    if (!reached.has(node.id) || (node.kind !== 'menu' && node.kind !== 'collect')) continue;
    for (const language of calls?.get(node.id) ?? []) asking.add(language);
  }
  const wanted = known(asking);
  const defaults = (['noInput', 'noMatch'] as const).map((trigger): Spoken => {
    const prompt = script.defaults?.[trigger]?.say;
    const path = ['defaults', trigger, 'say'];
    const made = spokenIn(prompt);
    const prompts = prompt === undefined ? [] : [{ prompt, path, option: undefined, made }];
    return { name: `defaults.${trigger}`, wanted, prompts };
  });
  return [...own, ...defaults].flatMap((one) => [
    ...gapsIn(one, script.language),
    ...sameForAll(one),
  ]);
}
