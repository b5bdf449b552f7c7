import { yesNoKeys, type YesNoKeys } from '../prompt/yes-no-keys.ts';
import type { NodeId } from '../script/names.ts';
import type { CallFlow } from './call-flow.ts';
import { offeredKeys } from './offered-keys.ts';

/**
 * The keys for yes and no at a menu that asks a question, in each language whose prompt, header and
 * options read as one, says both. Languages whose words aren't known are left out.
 */
export function yesNoOptions(flow: CallFlow, menu: NodeId): readonly YesNoKeys[] {
  return offeredKeys(flow, menu).flatMap(({ language, pieces }) => {
    const own = pieces.filter(({ piece }) => piece.role === 'header' || piece.role === 'option');
    if (own.some(({ piece }) => piece.text === undefined)) return [];
    const found = yesNoKeys(own.map(({ piece }) => piece.text ?? '').join('\n'), language);
    return found === undefined ? [] : [found];
  });
}
