import { hasNode } from '../../flow/call-flow.ts';
import { reachableFrom } from '../../flow/reach.ts';
import type { NodeId } from '../../script/names.ts';
import { dialledDigits } from '../../script/phone-number.ts';
import { isUnknown } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

/** A caller who is put through ends where the call began. */
export const transferToOwnNumber = defineRule({
  id: 'transfer-to-own-number',
  severity: 'error',
  summary: 'no call is put through to the line it came in on',
  source:
    'graph: a loop through the telephone network, which no check of the menu alone can see; each round holds two lines and is billed',
  messages: {
    loop: {
      says: 'Callers at "{node}" are put through to a number of this very menu and can come round again and again.',
      help: 'Put them through to another number, or lead them to "{start}" without a call.',
    },
    detour: {
      says: 'Callers at "{node}" are put through to a number of this very menu: a second call where a way would do.',
      help: 'Lead them to "{start}" without a call.',
    },
  },
  check({ script, flow, report }) {
    const numbers = new Map<string, number>();
    script.entries.forEach(({ number }, index) => {
      if (number === undefined || isUnknown(number)) return;
      const digits = dialledDigits(number);
      if (!numbers.has(digits)) numbers.set(digits, index);
    });
    const reached = new Map<NodeId, ReadonlySet<NodeId>>();
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'transfer' || isUnknown(node.number)) continue;
      const index = numbers.get(dialledDigits(node.number));
      const start = index === undefined ? undefined : script.entries[index]?.start;
      if (index === undefined || start === undefined || !hasNode(flow, start)) continue;
      const behind = reached.get(start) ?? reachableFrom(flow, [start]);
      reached.set(start, behind);
      const isLoop = behind.has(id);
      report({
        message: isLoop ? 'loop' : 'detour',
        data: { node: id, start },
        at: [...path, 'number'],
        related: [{ message: 'the same number', at: ['entries', index, 'number'] }],
        ...(isLoop ? {} : { severity: 'warning' }),
      });
    }
  },
});
