import { nodeOfKind } from '../../flow/call-flow.ts';
import { nextMenu } from '../../flow/next-menu.ts';
import { retryWays } from '../../flow/retry-ways.ts';
import { defineRule } from '../rule.ts';

const mistakes = { noInput: 'stay silent', noMatch: 'press a wrong key' } as const;

/** A caller for whom a menu was too much is given a larger one. */
export const retryLeadsToLargerMenu = defineRule({
  id: 'retry-leads-to-larger-menu',
  severity: 'warning',
  summary: "callers who can't cope with a menu aren't sent to a larger one",
  source: 'W3C COGA, voice systems: errors don’t lead to a more complex menu',
  messages: {
    larger: {
      says: 'Callers who {mistake} at "{node}" ({options}) are sent to "{target}" with {more}.',
      help: 'Lead them to a person, or to fewer options.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, trigger, edge, isChoice } of retryWays(flow)) {
      if (node.kind !== 'menu' || isChoice) continue;
      const target = nextMenu(flow, edge.to);
      const larger = target === undefined ? undefined : nodeOfKind(flow, target, 'menu');
      const more = larger?.options.length ?? 0;
      const own = node.options.length;
      if (target === undefined || more <= own) continue;
      report({
        message: 'larger',
        data: {
          mistake: mistakes[trigger],
          node: id,
          options: own === 1 ? '1 option' : `${own} options`,
          target,
          more,
        },
        at: edge.path,
        related: [{ message: `the menu with ${more} options`, at: ['nodes', target], aim: 'key' }],
      });
    }
  },
});
