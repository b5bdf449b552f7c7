import { keysByLanguage, type NamedKeys } from '../../prompt/keys-by-language.ts';
import { defineRule } from '../rule.ts';

const shown = (keys: ReadonlySet<string>): string => [...keys].join(' and ');

/** True where each names a key that the other doesn't; what is merely left out has its own rule. */
function differ({ keys: ones }: NamedKeys, { keys: others }: NamedKeys): boolean {
  return [...ones].some((key) => !others.has(key)) && [...others].some((key) => !ones.has(key));
}

/** In one language callers are told another key than in the others, and land where they didn't want. */
export const languageKeysDiffer = defineRule({
  id: 'language-keys-differ',
  severity: 'error',
  summary: 'a prompt names the same keys in every language',
  source: 'parity of languages; real exports contain flows whose languages have drifted apart',
  messages: {
    option: {
      says: 'Callers of "{menu}" who are spoken to in {language} are told to press {said} for what the key {key} does.',
      help: 'Name the key {key} in {language} too.',
    },
    text: {
      says: 'Callers of "{menu}" are told to press {said} in {language}, but {other} in {otherLanguage}.',
      help: 'Name the same keys in every language.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'menu') continue;
      node.options.forEach(({ key, say, language }, index) => {
        if (key === undefined || say === undefined || language !== undefined) return;
        const named = keysByLanguage(say, [...path, 'options', index, 'say']);
        if (!named.some(({ keys }) => keys.has(key))) return;
        for (const { keys, language: tag = '', path: at } of named) {
          if (keys.has(key)) continue;
          report({
            message: 'option',
            data: { menu: id, language: tag, said: shown(keys), key },
            at,
          });
        }
      });
      const texts = [
        { prompt: node.say, at: ['say'] },
        { prompt: node.noInput?.say, at: ['noInput', 'say'] },
        { prompt: node.noMatch?.say, at: ['noMatch', 'say'] },
      ];
      for (const { prompt, at } of texts) {
        const [first, ...others] =
          prompt === undefined ? [] : keysByLanguage(prompt, [...path, ...at]);
        for (const other of others) {
          if (first === undefined || !differ(first, other)) continue;
          const { language = '', keys } = other;
          const { language: otherLanguage = '', keys: otherKeys } = first;
          const data = { menu: id, said: shown(keys), language };
          report({
            message: 'text',
            data: { ...data, other: shown(otherKeys), otherLanguage },
            at: other.path,
            related: [{ message: `in ${otherLanguage}`, at: first.path }],
          });
        }
      }
    }
  },
});
