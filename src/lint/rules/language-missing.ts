import { languageGaps } from '../../flow/language-gaps.ts';
import { defineRule } from '../rule.ts';

/** A caller who chose a language suddenly hears another, or nothing. */
export const languageMissing = defineRule({
  id: 'language-missing',
  severity: 'warning',
  summary: 'callers keep hearing the language that they chose',
  source:
    'judgement: a prompt that lacks what its neighbours have was forgotten; WCAG 2.2, 3.1.2 has the same aim on screens',
  messages: {
    main: {
      says: 'Callers of "{node}" who are spoken to in {language} hear this in {main}.',
      help: 'Say it in {language} too.',
    },
    nothing: {
      says: 'Callers of "{node}" who are spoken to in {language} hear nothing here.',
      help: 'Say it in {language} too, or in {main}, which is heard where a language is missing.',
    },
    same: {
      says: 'Callers of "{node}" hear this one text whatever their language is, though other options are said in several.',
      help: 'Say it in each language, as the other options are.',
    },
  },
  check({ script, flow, report }) {
    for (const { name, language, path, heard } of languageGaps(flow)) {
      const data = { node: name, language, main: script.language };
      report({ message: heard, data, at: path });
    }
  },
});
