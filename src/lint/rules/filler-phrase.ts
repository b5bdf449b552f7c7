import { saidPrompts } from '../../flow/said-prompts.ts';
import { fillerPhrases } from '../../prompt/filler-phrases.ts';
import { defineRule } from '../rule.ts';

/** Words that every caller waits through and that tell nobody anything. */
export const fillerPhrase = defineRule({
  id: 'filler-phrase',
  severity: 'warning',
  summary: 'prompts have no phrases that tell callers nothing',
  source:
    'Lewis, ACIxD: every caller hears the introduction, so each second of it is paid for by all calls. Against it: Avaya advises to announce a menu that has just changed',
  messages: {
    filler: {
      says: 'Callers at "{node}" wait through "{phrase}", which tells them nothing.',
      help: 'Leave it out. If the menu has changed, say so for a few weeks only.',
    },
  },
  check({ flow, report }) {
    for (const { by, texts, path } of saidPrompts(flow)) {
      const filling = texts.find(({ text }) => fillerPhrases(text).length > 0);
      if (filling === undefined) continue;
      const [first] = fillerPhrases(filling.text);
      const phrase = filling.text.slice(first?.start, first?.end);
      report({ message: 'filler', data: { node: by.id, phrase }, at: path });
    }
  },
});
