import type { CalendarId, NodeId, QueueId } from '../script/names.ts';
import { dialledDigits } from '../script/phone-number.ts';
import type { NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { Directory } from './directory.ts';

/** What can fail: everything that a script and its directory name, in their order. */
export interface DrillNames {
  readonly sites: readonly string[];
  readonly queues: readonly QueueId[];
  readonly tasks: readonly string[];
  readonly numbers: readonly string[];
  readonly calendars: readonly CalendarId[];
}

/** The name of a task, for drills: its own, or that of its node where an import could not know it. */
export function taskName(id: NodeId, { task }: NodeOfKind<'task'>): string {
  return isUnknown(task) ? id : task;
}

/** The name of an outside number in a directory, whatever way it is written. */
export function listedNumber(
  directory: Directory | undefined,
  { number }: NodeOfKind<'transfer'>,
): string | undefined {
  if (directory === undefined || isUnknown(number)) return undefined;
  const dialled = dialledDigits(number);
  return Object.entries(directory.numbers).find(
    ([, listed]) => dialledDigits(listed.number) === dialled,
  )?.[0];
}

/** The name of an outside number, for drills: that of the directory, or that of its node. */
export function numberName(
  directory: Directory | undefined,
  id: NodeId,
  node: NodeOfKind<'transfer'>,
): string {
  return listedNumber(directory, node) ?? id;
}

/** What a node and a branch name of the directory. */
function namedBy(node: ScriptNode): {
  readonly queue?: QueueId | undefined;
  readonly calendar?: CalendarId | undefined;
} {
  if (node.kind === 'queue' || node.kind === 'callback')
    return { queue: isUnknown(node.queue) ? undefined : node.queue };
  if (node.kind !== 'branch' || typeof node.on === 'string') return {};
  const { on } = node;
  if ('queue-status' in on)
    return { queue: isUnknown(on['queue-status']) ? undefined : on['queue-status'] };
  if ('emergency' in on) return { calendar: on.emergency };
  if ('calendar' in on) return { calendar: isUnknown(on.calendar) ? undefined : on.calendar };
  return {};
}

const known = <Name>(names: readonly (Name | undefined)[]): readonly Name[] => [
  ...new Set(names.filter((name) => name !== undefined)),
];

/** All that can fail for callers of a script. */
export function drillNames(script: Script, directory: Directory | undefined): DrillNames {
  const nodes = Object.entries(script.nodes) as [NodeId, ScriptNode][];
  const named = nodes.map(([, node]) => namedBy(node));
  const queues = Object.entries(directory?.queues ?? {});
  return {
    sites: known([
      ...Object.keys(directory?.sites ?? {}),
      ...queues.flatMap(([, { sites = [] }]) => sites),
      ...(directory?.staffing ?? []).map(({ site }) => site),
    ]),
    queues: known([
      ...queues.map(([id]) => id as QueueId),
      ...named.map(({ queue }) => queue),
      ...queues.flatMap(([, { overflow = [] }]) => overflow.map(({ to }) => to)),
    ]),
    tasks: known(
      nodes.map(([id, node]) => (node.kind === 'task' ? taskName(id, node) : undefined)),
    ),
    numbers: known([
      ...Object.keys(directory?.numbers ?? {}),
      ...nodes.map(([id, node]) =>
        node.kind === 'transfer' ? numberName(directory, id, node) : undefined,
      ),
    ]),
    calendars: known([
      ...Object.keys(directory?.calendars ?? {}).map((id) => id as CalendarId),
      ...named.map(({ calendar }) => calendar),
    ]),
  };
}
