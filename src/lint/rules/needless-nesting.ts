import { canInterrupt } from '../../flow/can-interrupt.ts';
import { edgesInto, nodeOfKind } from '../../flow/call-flow.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { defineRule } from '../rule.ts';

/** Keys that a menu has for its own choices. */
const keys = 9;

/** A menu at the end of a menu: its options would cost nobody anything one level up. */
export const needlessNesting = defineRule({
  id: 'needless-nesting',
  severity: 'info',
  summary: "the last option of a menu isn't a menu whose options would fit in",
  source:
    'the caller-time model: if callers can interrupt and the last option leads to a menu, moving its options up saves everyone who goes there a menu and costs nobody anything; Virzi & Huitema 1997 measured it',
  presets: ['strict'],
  messages: {
    nested: {
      says: 'Callers who take the last option of "{menu}" have to choose once more in "{inner}", though its {count} options would fit into "{menu}".',
      help: 'Say the options of "{inner}" at the end of "{menu}", unless they mean nothing without the heading.',
    },
  },
  check({ script, flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (!canInterrupt(script, node)) continue;
      const last = node.options.at(-1);
      const inner = last?.to === undefined ? undefined : nodeOfKind(flow, last.to, 'menu');
      if (last?.to === undefined || last.to === id || inner === undefined) continue;
      if (last.role !== undefined || last.language !== undefined || last.set !== undefined)
        continue;
      if (inner.options.some((option) => option.key === undefined)) continue;
      if (
        !edgesInto(flow, last.to).every(
          ({ from, trigger }) => from === last.to || (from === id && trigger === 'key'),
        )
      )
        continue;
      if (edgesInto(flow, last.to).filter(({ from }) => from === id).length > 1) continue;
      const own = inner.options.filter(
        ({ do: does, role }) => does === undefined && role !== 'agent',
      );
      const fits = node.options.filter(
        ({ do: does, role }) => does === undefined && role !== 'agent',
      );
      if (own.length < 2 || fits.length - 1 + own.length > keys) continue;
      report({
        message: 'nested',
        data: { menu: id, inner: last.to, count: own.length },
        at: [...path, 'options', node.options.length - 1],
        related: [{ message: 'the menu that it leads to', at: ['nodes', last.to], aim: 'key' }],
      });
    }
  },
});
