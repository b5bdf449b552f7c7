import { menuLanguages } from '../../flow/menu-languages.ts';
import { optionTexts } from '../../flow/option-texts.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { soundsAlike } from '../../prompt/sounds-alike.ts';
import { spokenLabel } from '../../prompt/spoken-label.ts';
import type { MenuOption } from '../../script/script.ts';
import { defineRule } from '../rule.ts';

/** Two keys may do the same on purpose. */
const leads = ({ to, do: does, set, language }: MenuOption): string =>
  JSON.stringify([to, does, set, language]);

/** Menus longer than this are lists read out of a table; every pair is compared. */
const mostOptions = 50;

/** Two options sound the same, and only one of them is right. */
export const similarOptionTexts = defineRule({
  id: 'similar-option-texts',
  severity: 'warning',
  summary: 'the options of a menu are easy to distinguish by ear',
  source:
    'ACIxD wiki: clear and distinct options matter more than their number (Nairne 2002; Resnick & Sanchez 2004)',
  messages: {
    alike: {
      says: 'Callers at "{menu}" hear "{text}" for {one} and nearly the same for {other}, and have to guess.',
      help: 'Name what only one of the two offers, or join them into one option.',
    },
  },
  check({ flow, report }) {
    for (const { id, node } of reachedMenus(flow)) {
      if (node.options.length > mostOptions) continue;
      const told = new Set<number>();
      for (const language of menuLanguages(flow, id)) {
        const said = optionTexts(flow, id, language).flatMap((spoken, position) => {
          const option = node.options[position];
          if (spoken === undefined || option === undefined) return [];
          const { text } = spoken;
          return [{ option, position, text, label: spokenLabel(text, language) }];
        });
        said.forEach((second, index) => {
          const first = said.find(
            (one, before) =>
              before < index &&
              soundsAlike(one.label, second.label) &&
              leads(one.option) !== leads(second.option),
          );
          if (first === undefined || told.has(second.position)) return;
          told.add(second.position);
          const name = ({ key, intent }: MenuOption) => key ?? intent ?? '';
          const [one, other] = [name(first.option), name(second.option)];
          report({
            message: 'alike',
            data: { menu: id, text: first.text.trim(), one, other },
            at: ['nodes', id, 'options', second.position],
            related: [{ message: 'sounds the same', at: ['nodes', id, 'options', first.position] }],
          });
        });
      }
    }
  },
});
