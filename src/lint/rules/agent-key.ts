import { type CallFlow, hasNode } from '../../flow/call-flow.ts';
import { depthsOf } from '../../flow/depth.ts';
import { firstStops } from '../../flow/first-stops.ts';
import type { NodeId } from '../../script/names.ts';
import type { MenuOption } from '../../script/script.ts';
import type { NodeKind } from '../../script/vocabulary.ts';
import { defineRule } from '../rule.ts';

/** Where somebody answers, calls back or listens later, or may: the last two can't be looked into. */
const people = new Set<NodeKind>([
  'queue',
  'transfer',
  'callback',
  'voicemail',
  'subflow',
  'opaque',
]);

type Depths = ReadonlyMap<NodeId, number>;

/** True for an option that is surely no way to a person: it goes back, round, or to the end. */
function isNoPerson(flow: CallFlow, menu: NodeId, option: MenuOption, depths: Depths): boolean {
  if (option.role === 'agent' || option.role === 'emergency') return false;
  if (option.do !== undefined) return true;
  if (option.to === undefined || !hasNode(flow, option.to)) return false;
  const { stops, complete } = firstStops(flow, option.to);
  const depth = depths.get(menu) ?? 0;
  return (
    complete &&
    // A menu further on may offer people; one that callers have passed is a way back.
    stops.every(
      ({ id, kind }) => kind === 'hangup' || (kind === 'menu' && (depths.get(id) ?? 0) <= depth),
    ) &&
    !stops.some(({ kind }) => people.has(kind))
  );
}

/** Callers who press 0 for a person, as they do everywhere, get something else. */
export const agentKey = defineRule({
  id: 'agent-key',
  severity: 'warning',
  summary: '0 is for a person, and for nothing else',
  source:
    'W3C COGA, voice systems: a key for a person is reserved, by convention 0; some lines use 0 for the main menu',
  messages: {
    notPerson: {
      says: 'Callers who press 0 at "{menu}" for a person get something else.',
      help: 'Keep 0 for a person, and give this option another key.',
    },
    otherKey: {
      says: 'Callers who press 0 for a person at "{menu}" are told that it is wrong: here a person is on {key}.',
      help: 'Give the option for a person the key 0, here and in the prompt.',
    },
  },
  check({ flow, report }) {
    const depths = depthsOf(flow);
    const hasPeople = flow.nodes.some(
      ({ id, kind }) => depths.has(id) && (kind === 'queue' || kind === 'transfer'),
    );
    if (!hasPeople) return;
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'menu' || !depths.has(id)) continue;
      const zero = node.options.findIndex(({ key }) => key === '0');
      const option = node.options[zero];
      if (option !== undefined) {
        if (!isNoPerson(flow, id, option, depths)) continue;
        report({
          message: 'notPerson',
          data: { menu: id },
          at: [...path, 'options', zero, 'key'],
        });
        continue;
      }
      // An option with a reason of its own is a choice among others, not the way out.
      const agent = node.options.findIndex(
        ({ key, role, reason }) => role === 'agent' && key !== undefined && reason === undefined,
      );
      const key = node.options[agent]?.key;
      if (key === undefined) continue;
      const at = [...path, 'options', agent, 'key'];
      report({ message: 'otherKey', data: { menu: id, key }, at, severity: 'info' });
    }
  },
});
