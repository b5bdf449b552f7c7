import type { NodeOfKind, Script } from '../script/script.ts';

/** Whether callers can choose before everything was said: the node's word, else the script's, else yes. */
export function canInterrupt(script: Script, node: NodeOfKind<'menu' | 'collect'>): boolean {
  return node.bargeIn ?? script.defaults?.bargeIn ?? true;
}
