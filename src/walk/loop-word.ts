import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { CallState } from './call-state.ts';

/** Unknown counts send callers round once: enough to hear what is said again. */
const unknownRounds = 1;

/** Whether a loop sends a call round again; nothing for a branch that is none. */
export function loopWord(
  id: NodeId,
  { on }: NodeOfKind<'branch'>,
  { rounds }: CallState,
): 'again' | 'done' | undefined {
  if (typeof on === 'string' || !('loop' in on)) return undefined;
  const most = isUnknown(on.loop) ? unknownRounds : on.loop;
  return (rounds[id] ?? 0) >= most ? 'done' : 'again';
}
