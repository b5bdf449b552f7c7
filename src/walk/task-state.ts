import { taskName } from '../routing/drill-names.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { World } from './world.ts';

/** Whether a drill makes a task fail. */
export function failsByDrill(
  id: NodeId,
  node: NodeOfKind<'task'>,
  { drills = [] }: World,
): boolean {
  const name = taskName(id, node);
  return drills.some((drill) => drill.kind === 'task' && drill.task === name);
}
