import { nodeOfKind, type CallFlow } from '../../flow/call-flow.ts';
import { nextMenu } from '../../flow/next-menu.ts';
import { optionTexts } from '../../flow/option-texts.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { isOtherLabel } from '../../prompt/is-other-label.ts';
import type { NodeId } from '../../script/names.ts';
import { defineRule } from '../rule.ts';

interface OtherOption {
  readonly position: number;
  readonly to: NodeId;
}

/** The option of a menu for everything else that leads to another menu. */
function otherOption(flow: CallFlow, menu: NodeId): OtherOption | undefined {
  const { language } = flow.script;
  const texts = optionTexts(flow, menu, language);
  for (const [position, option] of (nodeOfKind(flow, menu, 'menu')?.options ?? []).entries()) {
    const label = texts[position]?.text ?? option.title;
    if (label === undefined || option.to === undefined || !isOtherLabel(label, language)) continue;
    const to = nodeOfKind(flow, option.to, 'announcement') ?? nodeOfKind(flow, option.to, 'menu');
    const next = to === undefined ? undefined : nextMenu(flow, option.to);
    if (next !== undefined && next !== menu) return { position, to: next };
  }
  return undefined;
}

/** "More options" leads to "more options". */
export const otherOptionChain = defineRule({
  id: 'other-option-chain',
  severity: 'warning',
  summary: "an option for everything else doesn't lead to another one of that kind",
  source: 'Virzi & Huitema 1997: one broad menu was faster than four options and "more options"',
  messages: {
    chain: {
      says: 'Callers who find nothing at "{first}" go on to "{menu}", and those who find nothing there are sent on to "{next}".',
      help: 'Say the options in one menu, or let the second "other" lead to a person.',
    },
  },
  check({ flow, report }) {
    for (const { id, path } of reachedMenus(flow)) {
      const first = otherOption(flow, id);
      const second = first === undefined ? undefined : otherOption(flow, first.to);
      if (first === undefined || second === undefined || second.to === id) continue;
      report({
        message: 'chain',
        data: { first: id, menu: first.to, next: second.to },
        at: ['nodes', first.to, 'options', second.position],
        related: [{ message: 'the first "other"', at: [...path, 'options', first.position] }],
      });
    }
  },
});
