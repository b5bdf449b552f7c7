import { menuLanguages } from '../../flow/menu-languages.ts';
import { optionTexts } from '../../flow/option-texts.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { topicsOf } from '../../flow/topics-of.ts';
import { spokenLabel } from '../../prompt/spoken-label.ts';
import { defineRule } from '../rule.ts';

/** With so many long phrases, callers have forgotten the first when they hear the last. */
export const longOptionTexts = defineRule({
  id: 'long-option-texts',
  severity: 'warning',
  summary: 'a menu with several options says each in few words',
  source: 'IBM VoiceXML guide: at most 3 options if they are long phrases',
  thresholds: {
    options: { value: 3, unit: 'options', source: 'IBM VoiceXML guide, for long phrases' },
    words: {
      value: 8,
      unit: 'words',
      source:
        'judgement: three seconds of speech. Suhm et al. 2001: long and specific beats short and broad',
    },
  },
  messages: {
    long: {
      says: 'Callers at "{menu}" hear {count} options of {words} words each{among}: the first is forgotten when the last is said.',
      help: 'Say each option in a few words that make it different from the others; explain it after the choice.',
    },
  },
  check({ flow, thresholds, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (node.options.length <= thresholds.options) continue;
      const topics = topicsOf(flow, id);
      if (topics.length <= thresholds.options) continue;
      const languages = menuLanguages(flow, id);
      for (const language of languages) {
        const texts = optionTexts(flow, id, language);
        const lengths = topics.flatMap((position) => {
          const text = texts[position]?.text;
          return text === undefined ? [] : [spokenLabel(text, language).length];
        });
        const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
        if (lengths.length < topics.length || mean <= thresholds.words) continue;
        const among = languages.length > 1 ? ` (${language})` : '';
        const data = { menu: id, count: lengths.length, words: Math.round(mean), among };
        report({ message: 'long', data, at: [...path, 'options'], aim: 'key' });
        break;
      }
    }
  },
});
