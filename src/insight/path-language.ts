import { isUnknown } from '../script/values.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { ReplayedPath } from '../replay/replay.ts';

/**
 * The language of a call: that of the last option it chose which sets one, else that of the number it
 * came by, else the script's.
 */
export function languagesOfPaths(
  flow: CallFlow,
): (path: Pick<ReplayedPath, 'choices' | 'steps'>) => string {
  const byNumber = new Map<string, string>();
  for (const { number, language } of flow.script.entries) {
    if (number !== undefined && !isUnknown(number) && language !== undefined)
      byNumber.set(number, language);
  }
  const languages = new Map(
    flow.nodes.flatMap(({ id, node }) =>
      node.kind === 'menu' ? [[id, node.options.map(({ language }) => language)] as const] : [],
    ),
  );
  return ({ choices, steps }) => {
    for (let index = choices.length - 1; index >= 0; index -= 1) {
      const choice = choices[index];
      if (choice === undefined) continue;
      const language = languages.get(choice.menu)?.[choice.option];
      if (language !== undefined) return language;
    }
    const [first] = steps;
    const dialled = first?.event === 'start' ? byNumber.get(first.value) : undefined;
    return dialled ?? flow.script.language;
  };
}
