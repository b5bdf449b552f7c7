import { retryHangUps, type RetryHangUp } from '../../flow/retry-hang-ups.ts';
import { defineRule } from '../rule.ts';

function shown(ways: readonly RetryHangUp[]): string {
  const names = ways.slice(0, 5).map(({ id }) => `"${id}"`);
  const left = ways.length - names.length;
  return left === 0 ? names.join(', ') : `${names.join(', ')} and ${left} more`;
}

/** A caller who needs help most is hung up on, although somebody is there. */
export const retryEndsInHangup = defineRule({
  id: 'retry-ends-in-hangup',
  severity: 'error',
  summary: "callers who can't answer a question end at a person, not at a goodbye",
  source: 'W3C COGA, voice systems: errors end at a person, never in a disconnect',
  messages: {
    wrongKey: {
      says: 'Callers who press an unknown key at "{node}" are cut off in the end, although people could help them{more}.',
      help: 'Lead them to a person under noMatch.',
    },
    silent: {
      says: 'Callers who stay silent at "{node}" are cut off in the end, although people could help them{more}.',
      help: 'Lead them to a person under noInput, unless too many of these calls are empty lines.',
    },
  },
  check({ flow, report }) {
    const places = new Map<string, RetryHangUp[]>();
    for (const way of retryHangUps(flow)) {
      if (!way.couldHelp) continue;
      const place = way.edge.path.join('/');
      const same = places.get(place);
      if (same === undefined) places.set(place, [way]);
      else same.push(way);
    }
    for (const [first, ...others] of places.values()) {
      if (first === undefined) continue;
      const { id, node, trigger, edge } = first;
      const isSilent = trigger === 'noInput';
      const more = others.length === 0 ? '' : `; the same at ${shown(others)}`;
      report({
        message: isSilent ? 'silent' : 'wrongKey',
        data: { node: id, more },
        at: edge.path,
        ...(isSilent || node.kind === 'collect' ? { severity: 'warning' } : {}),
      });
    }
  },
});
