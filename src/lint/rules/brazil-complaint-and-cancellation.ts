import { nodeOfKind } from '../../flow/call-flow.ts';
import { mainMenus } from '../../flow/main-menus.ts';
import { isForRole } from '../../prompt/says-role.ts';
import { defineRule } from '../rule.ts';

/** Brazil: a first menu offers to complain and to cancel. */
export const brazilComplaintAndCancellation = defineRule({
  id: 'brazil-complaint-and-cancellation',
  severity: 'error',
  summary: 'Brazil: the first menu offers complaint and cancellation',
  source:
    'Brazil, Decreto 11.034/2022 of 5 April 2022, art. 5 II: the first menu includes complaint and cancellation. For services that federal agencies regulate. Not legal advice',
  presets: ['law-brazil'],
  messages: {
    missing: {
      says: 'Callers of the first menu "{menu}" find no option for {what} there, as Decreto 11.034/2022 requires in Brazil.',
      help: 'Give "{menu}" an option with "role: {role}".',
    },
  },
  check({ script, flow, report }) {
    // A flow without a number may not be where callers come in.
    const hasNumber = script.entries.some(({ number }) => number !== undefined);
    for (const id of mainMenus(flow)) {
      const menu = nodeOfKind(flow, id, 'menu');
      // What the options of an imported menu are for isn't known.
      if (menu === undefined || menu.origin !== undefined) continue;
      for (const role of ['complaint', 'cancellation'] as const) {
        if (menu.options.some((option) => isForRole(option, role))) continue;
        const what = role === 'complaint' ? 'a complaint' : 'cancelling';
        report({
          message: 'missing',
          data: { menu: id, what, role },
          at: ['nodes', id],
          aim: 'key',
          severity: hasNumber ? 'error' : 'warning',
        });
      }
    }
  },
});
