import type { MenuOption } from '../../script/script.ts';
import type { Effect, Way } from './block.ts';
import { trailOf, type CallGraph } from './call-graph.ts';
import type { Step } from './dialplan.ts';

/** What options are made with. */
export interface OptionSources {
  readonly graph: CallGraph;
  /** The variables that the dialplan asks for; of others nobody needs to know. */
  readonly asked: ReadonlySet<string>;
}

/** An option that leads this way; one without a key is chosen by its name. */
export function optionOf(
  { graph, asked }: OptionSources,
  {
    key,
    name,
    way,
  }: { readonly key: string | undefined; readonly name: string; readonly way: Way },
): MenuOption {
  const trail = trailOf(graph, way);
  const effects: readonly Effect[] = trail.passes.flatMap((pass) => pass.effects);
  const language = effects.findLast((effect) => effect.does === 'language');
  const isReturn = trail.to !== undefined && graph.nodes.get(trail.to)?.isReturn === true;
  const set = effects.flatMap((effect): readonly (readonly [string, string])[] =>
    effect.does === 'set' && asked.has(effect.name) ? [[effect.name, effect.text]] : [],
  );
  return {
    ...(key === undefined ? { intent: name } : { key }),
    ...(isReturn ? { do: 'back' } : { to: way }),
    ...(language === undefined ? {} : { language: language.language }),
    ...(set.length === 0 ? {} : { set: Object.fromEntries(set) }),
  };
}

/** The steps of an option that goes back to the menu before. */
export function stepsBack(graph: CallGraph, way: Way): readonly Step[] {
  const { to, passes } = trailOf(graph, way);
  const end = to === undefined ? undefined : graph.nodes.get(to);
  return end?.isReturn === true ? [...passes.map(({ step }) => step), ...end.steps] : [];
}
