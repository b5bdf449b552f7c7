import { reachable } from '../../flow/reach.ts';
import { isForRole } from '../../prompt/says-role.ts';
import { defineRule } from '../rule.ts';

/** Portugal: who pays for a service that goes on can cancel it by phone. */
export const portugalCancellation = defineRule({
  id: 'portugal-cancellation',
  severity: 'warning',
  summary: 'Portugal: lines for continuing services have an option to cancel',
  source:
    'Portugal, Decreto-Lei 134/2009 of 2 June 2009, as summaries have it: an option to cancel, for services that are rendered continuously or periodically. Not legal advice',
  presets: ['law-portugal'],
  messages: {
    none: {
      says: 'Callers who come in here find no option to cancel a service; Decreto-Lei 134/2009 asks for one in Portugal where the service goes on (subscriptions, supply).',
      help: 'Give a menu an option with "role: cancellation", or switch this rule off if nothing is rendered continuously.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    const nodes = flow.nodes.filter(({ id }) => reached.has(id));
    const [entry] = flow.entries;
    const isSeen = !nodes.some(({ kind }) => kind === 'subflow' || kind === 'opaque');
    const menus = nodes.flatMap(({ node }) => (node.kind === 'menu' ? [node] : []));
    // What the options of an imported menu are for isn't known.
    const isKnown = isSeen && menus.every(({ origin }) => origin === undefined);
    if (entry === undefined || !isKnown || menus.length === 0) return;
    if (menus.some(({ options }) => options.some((one) => isForRole(one, 'cancellation')))) return;
    report({ message: 'none', at: entry.path });
  },
});
