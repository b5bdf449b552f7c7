import type { ChangeAbout } from './change.ts';

const quoted = (labels: readonly string[]): string =>
  labels.map((label) => `"${label}"`).join(labels.length === 2 ? ' and ' : ', ');

/** What a change does, as an order in one line. */
export function changeTitle(about: ChangeAbout): string {
  switch (about.kind) {
    case 'reorder':
      return `Put the options of "${about.menu}" in another order`;
    case 'promote':
      return `Move "${about.label}" from "${about.menu}" up into "${about.to}"`;
    case 'move':
      return `Move "${about.label}" from "${about.menu}" to "${about.to}"`;
    case 'duplicate':
      return `Offer "${about.label}" of "${about.menu}" in "${about.to}", too`;
    case 'flatten':
      return `Offer the options of "${about.menu}" in "${about.into}" itself, without "${about.label}"`;
    case 'skip-level':
      return `Leave out "${about.menu}", which asks nothing: go to "${about.label}" at once`;
    case 'merge':
      return `Join ${quoted(about.labels)} into one option in "${about.menu}"`;
    case 'group':
      return `Put ${quoted(about.labels)} of "${about.menu}" into a menu of their own`;
    case 'prune':
      return `Remove "${about.label}" from "${about.menu}"`;
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
        ? `Don't ask at "${about.node}" for the language if it is known`
        : `Don't ask at "${about.node}" who is calling if that is known`;
    case 'agent-key':
      return `Offer callers of "${about.menu}" a person on ${about.key}`;
  }
}
