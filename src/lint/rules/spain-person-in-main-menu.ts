import { nodeOfKind } from '../../flow/call-flow.ts';
import { mainMenus } from '../../flow/main-menus.ts';
import { personOffers } from '../../flow/person-options.ts';
import { defineRule } from '../rule.ts';

/** Spain: the main menu has to offer a person. */
export const spainPersonInMainMenu = defineRule({
  id: 'spain-person-in-main-menu',
  severity: 'error',
  summary: 'Spain: a person is among the options of the main menu',
  source:
    'Spain, Ley 10/2025 of 26 December, art. 8 (BOE 27-12-2025; to be met by 28-12-2026), as law firms sum it up: personal attention is offered among the options of the main menu. Not legal advice',
  presets: ['law-spain'],
  messages: {
    none: {
      says: 'Callers of the main menu "{menu}" are not offered a person there, as Ley 10/2025 asks in Spain.',
      help: 'Give "{menu}" an option with "role: agent" that leads to people.',
    },
  },
  check({ script, flow, report }) {
    const offersPerson = personOffers(flow);
    // A flow without a number may not be where callers come in.
    const hasNumber = script.entries.some(({ number }) => number !== undefined);
    const severity = hasNumber ? 'error' : 'warning';
    for (const id of mainMenus(flow)) {
      const menu = nodeOfKind(flow, id, 'menu');
      if (menu === undefined || offersPerson(id, menu)) continue;
      report({ message: 'none', data: { menu: id }, at: ['nodes', id], aim: 'key', severity });
    }
  },
});
