import { type CallFlow, edgesFrom, nodeAt } from '../../flow/call-flow.ts';
import { cyclesOf } from '../../flow/cycles.ts';
import { isEnd } from '../../flow/ends.ts';
import { reachable } from '../../flow/reach.ts';
import { silentRounds } from '../../flow/silent-rounds.ts';
import type { NodeId } from '../../script/names.ts';
import type { NodeKind } from '../../script/vocabulary.ts';
import { defineRule } from '../rule.ts';

/** Nodes at which a call leaves the round well, or may: the last two can't be looked into. */
const leaving = new Set<NodeKind>(['voicemail', 'callback', 'subflow', 'opaque']);

function canLeave(flow: CallFlow, cycle: readonly NodeId[], loose: ReadonlySet<NodeId>): boolean {
  const inside = new Set(cycle);
  return cycle.some((id) => {
    const node = nodeAt(flow, id);
    if (leaving.has(node.kind) || loose.has(id)) return true;
    return isEnd(flow, node) || edgesFrom(flow, id).some((edge) => !inside.has(edge.to));
  });
}

const shown = (ids: readonly NodeId[]): string =>
  ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ');

/** A caller goes round and round, and nothing but hanging up ends it. */
export const endlessLoop = defineRule({
  id: 'endless-loop',
  severity: 'error',
  summary: 'a call that goes in circles can also leave',
  source:
    'graph; Switchboard SWB005 and Bedrock Flows (CyclicConnection) warn of every cycle, Genesys stops a call after 10,000 actions',
  messages: {
    noWayOut: {
      says: 'Callers who come to "{node}" can only go in circles ({nodes}) until they hang up: no way leads out.',
      help: 'Let one of these nodes lead out of the circle, or end the call with a goodbye.',
    },
    silence: {
      says: 'A call in which nobody speaks circles around "{node}" forever ({nodes}): silence always leads back.',
      help: 'Limit the attempts and lead silent callers on to a person or a goodbye.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    const loose = new Set(flow.loose.map((exit) => exit.from));
    const told = new Set<NodeId>();
    for (const cycle of cyclesOf(flow)) {
      const [first] = cycle;
      if (first === undefined || !reached.has(first) || canLeave(flow, cycle, loose)) continue;
      for (const id of cycle) told.add(id);
      const data = { node: first, nodes: shown(cycle) };
      report({ message: 'noWayOut', data, at: ['nodes', first], aim: 'key' });
    }
    for (const round of silentRounds(flow)) {
      const asking = round.find(({ trigger }) => trigger === 'noInput');
      if (asking === undefined || told.has(asking.from) || !reached.has(asking.from)) continue;
      const data = { node: asking.from, nodes: shown(round.map(({ from }) => from)) };
      report({ message: 'silence', data, at: asking.path, severity: 'warning' });
    }
  },
});
