import type { ChangeAbout } from './change.ts';

const quoted = (labels: readonly string[]): string =>
  labels.map((label) => `"${label}"`).join(labels.length === 2 ? ' and ' : ', ');

/** What a change does, as an order in one line. */
export function changeTitle(about: ChangeAbout): string {
  switch (about.kind) {
    case 'reorder':
      return `Put the options of "${about.menu}" in another order`;
    case 'promote':
      return `Lift "${about.label}" from "${about.menu}" up into "${about.to}"`;
    case 'move':
      return `Move "${about.label}" from "${about.menu}" to "${about.to}"`;
    case 'duplicate':
      return `Offer "${about.label}" of "${about.menu}" in "${about.to}", too`;
    case 'flatten':
      return `Offer the options of "${about.menu}" in "${about.into}" itself, without "${about.label}"`;
    case 'skip-level':
      return `Leave out "${about.menu}", which asks nothing: lead to "${about.label}" at once`;
    case 'merge':
      return `Make one option of ${quoted(about.labels)} in "${about.menu}"`;
    case 'group':
      return `Put ${quoted(about.labels)} of "${about.menu}" into a menu of their own`;
    case 'prune':
      return `Take "${about.label}" out of "${about.menu}"`;
    case 'shorten':
      return `Say less at "${about.node}"`;
    case 'drop-filler':
      return `Leave out words that say nothing at "${about.node}"`;
    case 'time-out':
      return `Wait ${about.to} s instead of ${about.from} s for a key at "${about.node}"`;
    case 'wait-offer':
      return `Offer ${about.offer === 'callback' ? 'to call back' : 'self-service'} in the wait of "${about.queue}"`;
    case 'skip-question':
      return about.known === 'language'
        ? `Don't ask at "${about.node}" for a language that is known`
        : `Don't ask at "${about.node}" who calls where that is known`;
    case 'agent-key':
      return `Give callers of "${about.menu}" a person at ${about.key}`;
  }
}
