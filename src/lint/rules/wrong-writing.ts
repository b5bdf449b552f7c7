import { languageChoices } from '../../flow/call-languages.ts';
import { foreignWriting, writingOf } from '../../prompt/foreign-writing.ts';
import { promptWords, type PromptWords } from '../../prompt/prompt-words.ts';
import { isSameLanguage } from '../../prompt/same-language.ts';
import { promptsIn } from '../../script/prompts-in.ts';
import type { Prompt } from '../../script/values.ts';
import type { Path } from '../../source/tree.ts';
import { defineRule } from '../rule.ts';

/** A text that stands under a language whose letters it isn't written in: a voice reads it as noise. */
export const wrongWriting = defineRule({
  id: 'wrong-writing',
  severity: 'warning',
  summary: 'a text is written in the letters of its language',
  source: 'Unicode Standard Annex 24: every letter has a script, and a language has its own',
  messages: {
    writing: {
      says: "Callers who are spoken to in {language} hear a text in {writing} here, which its voice can't read.",
      help: 'Put the text in {language} here, or name the language that it is in.',
    },
  },
  check({ script, flow, report }) {
    const judge = ({ text, language, path }: PromptWords) => {
      const writing = language === undefined ? undefined : foreignWriting(text, language);
      if (language === undefined || writing === undefined) return;
      report({ message: 'writing', data: { language, writing }, at: path });
    };
    const prompts: { prompt: Prompt; path: Path }[] = [];
    for (const trigger of ['noInput', 'noMatch'] as const) {
      const prompt = script.defaults?.[trigger]?.say;
      if (prompt !== undefined) prompts.push({ prompt, path: ['defaults', trigger, 'say'] });
    }
    for (const { node, path } of flow.nodes) {
      for (const { prompt, path: below, option } of promptsIn(node)) {
        const offer =
          option === undefined || node.kind !== 'menu' ? undefined : node.options[option];
        // What offers a language is said in that language, to callers of every other.
        if (offer?.language !== undefined || offer?.role === 'language') continue;
        prompts.push({ prompt, path: [...path, ...below] });
      }
    }
    const texts = prompts.flatMap(({ prompt, path }) => promptWords(prompt, path));
    const languages = [
      ...languageChoices(flow).map(({ language }) => language),
      ...texts.flatMap(({ language }) => language ?? []),
    ];
    // A text for all languages is the main one's where there is no other. A language in Latin letters
    // is what an import or a template begins with, so nothing is known by it.
    const isAlone = languages.every((language) => isSameLanguage(language, script.language));
    const isTelling = writingOf(script.language)?.includes('Latin letters') === false;
    const forAll = isAlone && isTelling ? script.language : undefined;
    for (const words of texts) judge({ ...words, language: words.language ?? forAll });
  },
});
