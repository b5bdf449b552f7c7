import { menuPrompt } from '../../flow/menu-prompt.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { isHeardIn } from '../../prompt/heard-in.ts';
import { promptWords } from '../../prompt/prompt-words.ts';
import { isSameLanguage } from '../../prompt/same-language.ts';
import { defineRule } from '../rule.ts';

/** Callers are told of their language in words that they don't understand. */
export const languageOfferedInForeignTongue = defineRule({
  id: 'language-offered-in-foreign-tongue',
  severity: 'info',
  summary: 'a language is offered in that language',
  source:
    'W3C Internationalization, "Guiding users to translated pages": name a language in itself; nothing was found for phone menus',
  messages: {
    foreign: {
      says: 'Callers who only understand {language} don\'t learn at "{menu}" that {how} is for them: it is said in another language.',
      help: 'Say this option in {language}, or in both languages.',
    },
  },
  check({ script, flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      node.options.forEach(({ language, key, intent, say }, index) => {
        if (language === undefined || isSameLanguage(language, script.language)) return;
        // Whoever is already spoken to in the language needs no offer of it.
        const before = say === undefined ? menuPrompt(flow, id, script.language) : undefined;
        if (before?.complete === false) return;
        const prompts = say === undefined ? (before?.pieces ?? []).map((one) => one.prompt) : [say];
        const texts = prompts
          .flatMap((prompt) => promptWords(prompt, []))
          .filter((words) => !isSameLanguage(words.language ?? 'und', language));
        if (texts.length === 0 || prompts.some(({ text }) => text === undefined)) return;
        if (texts.some(({ text }) => isHeardIn(text, language) !== false)) return;
        const how = key ?? intent ?? '';
        const at = [...path, 'options', index, say === undefined ? 'language' : 'say'];
        report({ message: 'foreign', data: { language, menu: id, how }, at });
      });
    }
  },
});
