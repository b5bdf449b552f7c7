import type { Directory } from '../routing/directory.ts';
import { isUnknown } from '../script/values.ts';
import type { CallFlow } from './call-flow.ts';

/** The queues and calendars that a script names. */
export interface UsedNames {
  readonly queues: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  /** False where the script may use others: through another script, or where it can't be seen. */
  readonly complete: boolean;
}

/**
 * The queues and calendars of a directory that a script uses: named by its nodes, and behind those
 * the queues that overflowing callers go to, and the calendars that queues keep.
 */
export function usedNames(flow: CallFlow, directory: Directory): UsedNames {
  const queues = new Set<string>();
  const calendars = new Set<string>();
  let complete = true;
  const use = (names: Set<string>, name: unknown) => {
    if (typeof name === 'string') names.add(name);
    else if (isUnknown(name)) complete = false;
  };
  for (const { node } of flow.nodes) {
    if (node.kind === 'subflow' || node.kind === 'opaque') complete = false;
    else if (node.kind === 'queue' || node.kind === 'callback') use(queues, node.queue);
    else if (node.kind === 'branch' && typeof node.on === 'object') {
      if ('calendar' in node.on) use(calendars, node.on.calendar);
      else if ('emergency' in node.on) use(calendars, node.on.emergency);
      else if ('queue-status' in node.on) use(queues, node.on['queue-status']);
    }
  }
  const known = new Map(Object.entries(directory.queues));
  for (const name of queues) {
    for (const { to } of known.get(name)?.overflow ?? []) queues.add(to);
  }
  for (const { calendar } of [...known.values(), ...Object.values(directory.numbers)]) {
    if (calendar !== undefined) calendars.add(calendar);
  }
  return { queues, calendars, complete };
}
