import { nodeOfKind } from '../../flow/call-flow.ts';
import { mainMenus } from '../../flow/main-menus.ts';
import { personOffers } from '../../flow/person-options.ts';
import { defineRule } from '../rule.ts';

/** Portugal: a first menu has few options, and one of them is a person. */
export const portugalFirstMenu = defineRule({
  id: 'portugal-first-menu',
  severity: 'error',
  summary: 'Portugal: the first menu has at most five options, one of them a person',
  source:
    'Portugal, Decreto-Lei 134/2009 of 2 June 2009, as summaries have it: an electronic menu has at most five initial options, one of them personal contact. Not legal advice',
  presets: ['law-portugal'],
  thresholds: {
    options: {
      value: 5,
      unit: 'options',
      source: 'Decreto-Lei 134/2009; tests of wider menus (Commarford 2008) found them better',
    },
  },
  messages: {
    tooMany: {
      says: 'Callers of the first menu "{menu}" are offered {count} options; Decreto-Lei 134/2009 allows {most} in Portugal.',
      help: 'Move some of them below another option of "{menu}".',
    },
    noPerson: {
      says: 'Callers of the first menu "{menu}" are not offered a person there, as Decreto-Lei 134/2009 asks in Portugal.',
      help: 'Give "{menu}" an option with "role: agent" that leads to people.',
    },
  },
  check({ script, flow, thresholds, report }) {
    const offersPerson = personOffers(flow);
    // A flow without a number may not be where callers come in.
    const hasNumber = script.entries.some(({ number }) => number !== undefined);
    const severity = hasNumber ? 'error' : 'warning';
    for (const id of mainMenus(flow)) {
      const menu = nodeOfKind(flow, id, 'menu');
      if (menu === undefined) continue;
      // Hearing it again and choosing a language are no services; whether they count isn't known.
      const count = menu.options.filter(
        (option) => option.do === undefined && option.role !== 'language',
      ).length;
      if (count > thresholds.options) {
        const data = { menu: id, count, most: thresholds.options };
        report({ message: 'tooMany', data, at: ['nodes', id, 'options'], aim: 'key', severity });
      }
      if (offersPerson(id, menu)) continue;
      report({ message: 'noPerson', data: { menu: id }, at: ['nodes', id], aim: 'key', severity });
    }
  },
});
