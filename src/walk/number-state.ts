import { listedNumber, numberName } from '../routing/drill-names.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { World } from './world.ts';

/** Whether an outside number takes calls: by its calendar in the directory, and the drills. */
export type NumberState = 'open' | 'closed' | 'fails';

/** The state of an outside number at a moment (milliseconds since 1970, UTC). */
export function numberState(
  id: NodeId,
  node: NodeOfKind<'transfer'>,
  world: World,
  at: number,
): NumberState {
  const { directory, drills = [] } = world;
  const name = numberName(directory, id, node);
  if (drills.some((drill) => drill.kind === 'number' && drill.number === name)) return 'fails';
  const listed = listedNumber(directory, node);
  if (directory === undefined || listed === undefined) return 'open';
  const number = Object.hasOwn(directory.numbers, listed) ? directory.numbers[listed] : undefined;
  if (number?.calendar === undefined) return 'open';
  return world.calendarState(number.calendar, at) === 'open' ? 'open' : 'closed';
}
