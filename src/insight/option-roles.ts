import type { CallFlow } from '../flow/call-flow.ts';
import type { Choice } from '../replay/ways.ts';
import type { OptionRole } from '../script/vocabulary.ts';

/** What the options of a script are for: asked for every choice of every path, so looked up once. */
export function optionRoles(flow: CallFlow): (choice: Choice) => OptionRole | undefined {
  const roles = new Map(
    flow.nodes.flatMap(({ id, node }) =>
      node.kind === 'menu' ? [[id, node.options.map(({ role }) => role)] as const] : [],
    ),
  );
  return ({ menu, option }) => roles.get(menu)?.[option];
}
