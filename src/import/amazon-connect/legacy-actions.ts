import type { MapTree, Tree } from '../../source/tree.ts';
import { below, fieldsOf, itemsOf, textBelow } from '../tree-values.ts';
import type { Action } from './action.ts';
import { legacyLinks } from './legacy-links.ts';
import { legacyTypes, type Translation } from './legacy-types.ts';
import { legacyParameters, made } from './legacy-values.ts';

/** The metadata of a module, with the names that the console shows where today's flows keep them. */
function metadataWith(
  metadata: Tree | undefined,
  shown: Translation['shown'],
  module: Tree,
): MapTree {
  const displays = (shown ?? []).map(([parameter, name]) => {
    const display = name === undefined ? undefined : made.map([['displayName', name]], name);
    const [outer = parameter, inner] = parameter.split('.');
    if (inner === undefined || display === undefined) return [parameter, display] as const;
    return [outer, made.map([[inner, display]], display)] as const;
  });
  const own = fieldsOf(metadata).map(({ name, value }) => [name, value] as const);
  return made.map([...own, ['parameters', made.map(displays, module)]], metadata ?? module);
}

function actionOf(module: Tree, index: number): Action {
  const id = textBelow(module, 'id') ?? '';
  const old = textBelow(module, 'type') ?? '(no type)';
  const links = legacyLinks(old, module);
  const translation = legacyTypes.get(old)?.({
    tree: module,
    parameters: legacyParameters(module),
    links,
  });
  const metadata = below(module, 'metadata');
  const common = { index, id, at: below(module, 'id') ?? module, ...links };
  if (translation === undefined) {
    return { ...common, type: old, parameters: below(module, 'parameters'), metadata };
  }
  return {
    ...common,
    ...translation.links,
    type: translation.type,
    parameters: made.map(translation.parameters, module),
    metadata: metadataWith(metadata, translation.shown, module),
  };
}

/**
 * The modules of a flow that was exported before the flow language of 2019, as actions of that
 * language: so both are imported by the same mappers. Types that are known to neither stay as they are.
 */
export function legacyActionsIn(body: Tree): readonly Action[] {
  return itemsOf(below(body, 'modules')).flatMap((module, index) =>
    module.kind === 'map' ? [actionOf(module, index)] : [],
  );
}
