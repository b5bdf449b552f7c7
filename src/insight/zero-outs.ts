import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { optionRoles } from './option-roles.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** How often callers asked for a person at a menu, instead of choosing what they called for. */
export interface ZeroOut {
  readonly node: NodeId;
  /** Calls that chose an option with the role `agent` here, of the calls that came here. */
  readonly rate: Rate;
  /** Those of them who had chosen nothing before but a language. */
  readonly early: number;
  readonly late: number;
}

export interface ZeroOuts {
  /** Menus that offer a person, in script order. */
  readonly nodes: readonly ZeroOut[];
  /** Calls that asked for a person anywhere, and those for whom that was the first choice. */
  readonly anywhere: Rate;
  readonly first: Rate;
  /** Menus that offer none. */
  readonly without: number;
}

/** Counts the calls that asked for a person by an option with the role `agent`, by menu. */
export function zeroOuts(
  flow: CallFlow,
  { calls, nodes, paths }: Pick<Replay, 'calls' | 'nodes' | 'paths'>,
): ZeroOuts {
  const roleOf = optionRoles(flow);
  const counts = new Map<NodeId, { pressed: number; early: number }>();
  let [without, anywhere, first] = [0, 0, 0];
  for (const { id, node } of flow.nodes) {
    if (node.kind !== 'menu') continue;
    if (node.options.some(({ role }) => role === 'agent')) counts.set(id, { pressed: 0, early: 0 });
    else without += 1;
  }
  for (const { choices, calls: own } of paths) {
    const seen = new Set<NodeId>();
    let isFirst = true;
    for (const choice of choices) {
      const role = roleOf(choice);
      const count = role === 'agent' ? counts.get(choice.menu) : undefined;
      if (count !== undefined && !seen.has(choice.menu)) {
        count.pressed += own;
        if (isFirst) count.early += own;
        if (seen.size === 0) {
          anywhere += own;
          if (isFirst) first += own;
        }
        seen.add(choice.menu);
      }
      if (role !== 'language') isFirst = false;
    }
  }
  const entered = new Map(nodes.map((node) => [node.id, node.entered]));
  return {
    nodes: [...counts].map(([node, { pressed, early }]) => ({
      node,
      rate: rateOf(pressed, entered.get(node) ?? 0),
      early,
      late: pressed - early,
    })),
    anywhere: rateOf(anywhere, calls),
    first: rateOf(first, calls),
    without,
  };
}

/** Where callers ask for a person. */
export const zeroOutsInsight = defineInsight({
  id: 'zero-outs',
  title: 'Callers who ask for a person',
  question: 'At which menus do callers press the key for a person, and how soon?',
  definition:
    'Calls that chose an option with the role agent at this menu, out of the calls that came to it. A call counts once for each menu. Early: it was the first choice of the call, apart from the language. Late: the call had chosen something before.',
  source: 'opt-out rate by node, as contact centres count it',
  find({ flow, replay }) {
    const { nodes, anywhere, first, without } = zeroOuts(flow, replay);
    const all = [
      { where: 'anywhere', rate: anywhere },
      { where: 'as the first choice', rate: first },
    ];
    const columns = {
      node: 'menu',
      rate: ['of the calls that came there', 'rate'],
      early: ['early', 'count'],
      late: ['late', 'count'],
    } as const;
    return {
      tables: [
        tableOf(
          'calls',
          'In a call',
          { where: 'where', rate: ['of all calls', 'rate'] },
          nodes.length === 0 ? [] : all,
        ),
        tableOf(
          'nodes',
          'By menu',
          columns,
          [...nodes].sort((a, b) => b.rate.count - a.rate.count),
        ),
      ],
      excluded: without === 0 ? [] : [{ count: without, what: 'menus without a key for a person' }],
    };
  },
});
