import { saidPrompts } from '../../flow/said-prompts.ts';
import { textPath } from '../../prompt/prompt-words.ts';
import { defineRule } from '../rule.ts';

/** The text without blanks around it; the line end of a block text is none of them. */
function trimmed(text: string): string {
  const end = text.endsWith('\n') ? '\n' : '';
  const words = text.trim();
  return words === '' ? text : words + end;
}

/** Some speech engines make a pause of blanks, and equal prompts look different. */
export const strayBlanks = defineRule({
  id: 'stray-blanks',
  severity: 'info',
  summary: 'prompts begin and end with a word',
  source:
    'most speech engines skip blanks, but none promises it, and searching for a prompt fails on them',
  presets: ['strict'],
  messages: {
    around: {
      says: 'A prompt of "{node}" has blanks before or after its words, and speech may pause there.',
      help: 'Remove the blanks.',
    },
  },
  check({ flow, report }) {
    for (const { by, prompt, path, texts } of saidPrompts(flow)) {
      for (const { text, language } of texts) {
        const value = trimmed(text);
        if (value === text) continue;
        const at = textPath(prompt, path, language);
        const description = `Remove the blanks around a prompt of "${by.id}"`;
        report({
          message: 'around',
          data: { node: by.id },
          at,
          fix: { description, edits: [{ edit: 'set', at, value }] },
        });
      }
    }
  },
});
