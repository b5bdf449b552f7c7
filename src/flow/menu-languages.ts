import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CallFlow } from './call-flow.ts';
import { offeredKeys } from './offered-keys.ts';

/** The languages that a menu's prompts are written in; the script's own where they are for all. */
export function menuLanguages(flow: CallFlow, menu: NodeId): readonly Language[] {
  return offeredKeys(flow, menu).map(({ language }) => language);
}
