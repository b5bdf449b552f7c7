import { fillerPhrases } from '../../prompt/filler-phrases.ts';
import { promptsIn } from '../../script/prompts-in.ts';
import type { Prompt } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

const textsOf = ({ text }: Prompt): readonly string[] => {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
};

/** Words that every caller waits through and that tell nobody anything. */
export const fillerPhrase = defineRule({
  id: 'filler-phrase',
  severity: 'warning',
  summary: 'prompts say nothing that tells callers nothing',
  source:
    'Lewis, ACIxD: every caller hears the introduction, so each second of it is paid for by all calls. Against it: Avaya advises to announce a menu that has just changed',
  messages: {
    filler: {
      says: 'Callers at "{node}" wait through "{phrase}", which tells them nothing.',
      help: 'Leave it out. If the menu has changed, say so for a few weeks, and then no more.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      for (const { prompt, path: inNode } of promptsIn(node)) {
        const phrases = textsOf(prompt).flatMap((text) =>
          fillerPhrases(text).map(({ start, end }) => text.slice(start, end)),
        );
        const [phrase] = phrases;
        if (phrase === undefined) continue;
        report({ message: 'filler', data: { node: id, phrase }, at: [...path, ...inNode] });
      }
    }
  },
});
