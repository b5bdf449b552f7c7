import { languageMenus, type MenuPair } from '../../flow/language-menus.ts';
import { defineRule } from '../rule.ts';

/** Callers of one language find other keys than callers of the other: who changes over is lost. */
export const languageMenusDiffer = defineRule({
  id: 'language-menus-differ',
  severity: 'warning',
  summary: 'one menu in two languages has the same keys in both',
  source:
    'parity of languages; real exports contain a Spanish copy of a menu that has drifted apart',
  messages: {
    moved: {
      says: 'Callers in {language} press {key} at "{menu}" for what is {otherKey} in {otherLanguage}.',
      help: 'Give both languages the same key for the same thing.',
    },
    missing: {
      says: 'Callers in {language} don\'t find at "{menu}" what {otherKey} does in {otherLanguage}.',
      help: 'Offer it in {language} too, or say in {language} that it is only available in {otherLanguage}.',
    },
  },
  check({ flow, report }) {
    for (const { menu, other, language, otherLanguage, options } of languageMenus(flow)) {
      for (const { mine, its } of options) {
        const related = [{ message: `in ${otherLanguage}`, at: its.path }];
        const data = { language, otherLanguage, menu, otherKey: its.key, other };
        if (mine === undefined) {
          const at: MenuPair['menuPath'] = ['nodes', menu];
          report({ message: 'missing', data, at, aim: 'key', related, severity: 'info' });
        } else if (mine.key !== its.key) {
          report({ message: 'moved', data: { ...data, key: mine.key }, at: mine.path, related });
        }
      }
    }
  },
});
