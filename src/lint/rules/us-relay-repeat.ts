import { edgesFrom, nodeOfKind } from '../../flow/call-flow.ts';
import { mainMenus } from '../../flow/main-menus.ts';
import { defineRule } from '../rule.ts';

/** United States, federal: a menu can be heard again by those who get it through an operator or a TTY. */
export const usRelayRepeat = defineRule({
  id: 'us-relay-repeat',
  severity: 'info',
  summary: 'US federal: the main menu can be heard again with a key',
  source:
    'United States, 36 CFR 1194.23(c), edition of 2001: interactive voice response is usable by TTY users; AS/NZS 4263:2003 covers relay operators, who need to pause. Neither names a key for it. Not legal advice',
  presets: ['law-us-federal'],
  messages: {
    once: {
      says: 'Callers who get "{menu}" through a relay operator or a TTY have no key to hear it again while they catch up.',
      help: 'Add an option with "do: repeat", and say it last.',
    },
  },
  check({ flow, report }) {
    for (const id of mainMenus(flow)) {
      const menu = nodeOfKind(flow, id, 'menu');
      const again = edgesFrom(flow, id).some(({ option, to }) => option !== undefined && to === id);
      if (menu === undefined || again) continue;
      report({ message: 'once', data: { menu: id }, at: ['nodes', id], aim: 'key' });
    }
  },
});
