import { languageChoices } from '../../flow/call-languages.ts';
import { offersLanguage, saidPrompts } from '../../flow/said-prompts.ts';
import { foreignWriting, writingOf } from '../../prompt/foreign-writing.ts';
import { promptWords, type PromptWords } from '../../prompt/prompt-words.ts';
import { isSameLanguage } from '../../prompt/same-language.ts';
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
    const texts: PromptWords[] = [];
    for (const trigger of ['noInput', 'noMatch'] as const) {
      const prompt = script.defaults?.[trigger]?.say;
      if (prompt !== undefined) texts.push(...promptWords(prompt, ['defaults', trigger, 'say']));
    }
    for (const said of saidPrompts(flow)) {
      if (!offersLanguage(said)) for (const words of said.words) texts.push(words);
    }
    const languages = new Set(languageChoices(flow).map(({ language }) => language));
    for (const { language } of texts) if (language !== undefined) languages.add(language);
    // A text for all languages is the main one's where there is no other. A language in Latin letters
    // is what an import or a template begins with, so nothing is known by it.
    const isAlone = [...languages].every((language) => isSameLanguage(language, script.language));
    const isTelling = writingOf(script.language)?.includes('Latin letters') === false;
    const forAll = isAlone && isTelling ? script.language : undefined;
    for (const { text, language = forAll, path } of texts) {
      const writing = language === undefined ? undefined : foreignWriting(text, language);
      if (language === undefined || writing === undefined) continue;
      report({ message: 'writing', data: { language, writing }, at: path });
    }
  },
});
