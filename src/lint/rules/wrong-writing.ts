import { languageChoices } from '../../flow/call-languages.ts';
import { offersLanguage, saidPrompts, type SaidPrompt } from '../../flow/said-prompts.ts';
import { foreignWriting, writingOf } from '../../prompt/foreign-writing.ts';
import { promptTexts, textPath } from '../../prompt/prompt-words.ts';
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
    const prompts: Pick<SaidPrompt, 'prompt' | 'path' | 'texts'>[] = [];
    for (const trigger of ['noInput', 'noMatch'] as const) {
      const prompt = script.defaults?.[trigger]?.say;
      const path = ['defaults', trigger, 'say'];
      if (prompt !== undefined) prompts.push({ prompt, path, texts: promptTexts(prompt) });
    }
    for (const said of saidPrompts(flow)) if (!offersLanguage(said)) prompts.push(said);
    const languages = new Set(languageChoices(flow).map(({ language }) => language));
    for (const { texts } of prompts) {
      for (const { language } of texts) if (language !== undefined) languages.add(language);
    }
    // A text for all languages is the main one's where there is no other. A language in Latin letters
    // is what an import or a template begins with, so nothing is known by it.
    const isAlone = [...languages].every((language) => isSameLanguage(language, script.language));
    const isTelling = writingOf(script.language)?.includes('Latin letters') === false;
    const forAll = isAlone && isTelling ? script.language : undefined;
    for (const { prompt, path, texts } of prompts) {
      for (const { text, language: tag } of texts) {
        const language = tag ?? forAll;
        const writing = language === undefined ? undefined : foreignWriting(text, language);
        if (language === undefined || writing === undefined) continue;
        const at = textPath(prompt, path, tag);
        report({ message: 'writing', data: { language, writing }, at });
      }
    }
  },
});
