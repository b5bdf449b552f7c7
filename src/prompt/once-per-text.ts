import type { Language } from '../script/values.ts';

/** How many answers are kept: more texts than a menu has, and few enough for a small machine. */
const mostAnswers = 1_000;

/** Longer texts are read anew: no prompt is that long, and they would be kept for nothing. */
const longestText = 2_000;

const mostLanguages = 50;

/**
 * Remembers what reading a text gave: many rules ask the same of each prompt. The answer must depend
 * on text and language alone, and nobody may change it.
 */
export function oncePerText<Answer>(
  read: (text: string, language: Language) => Answer,
): (text: string, language?: Language) => Answer {
  const byLanguage = new Map<Language, Map<string, { readonly answer: Answer }>>();
  return (text, language = '') => {
    let answers = byLanguage.get(language);
    const known = answers?.get(text);
    if (known !== undefined) return known.answer;
    const answer = read(text, language);
    if (text.length > longestText) return answer;
    if (answers === undefined) {
      if (byLanguage.size >= mostLanguages) byLanguage.clear();
      answers = new Map<string, { readonly answer: Answer }>();
      byLanguage.set(language, answers);
    }
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(text, { answer });
    return answer;
  };
}
