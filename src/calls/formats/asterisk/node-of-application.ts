import type { NodeNames } from '../node-names.ts';
import { kindsOfApplication } from './application-kinds.ts';
import { placesOf } from './dialplan-places.ts';
import type { DialplanPlace } from './facts.ts';

/** The queue that the arguments of `Queue` name. */
export function queueIn(data: string): string {
  return data.split(/[,|]/, 1)[0]?.trim() ?? '';
}

/** The nodes of one kind here: that behind the current one, where several follow each other. */
function nextOf(nodes: readonly string[], current: string | undefined): string | undefined {
  const at = current === undefined ? -1 : nodes.indexOf(current);
  return nodes[at + 1] ?? nodes[at];
}

/**
 * The node that a caller is at while an application runs; nothing for what callers don't notice. A place that the script should know and doesn't keeps the
 * name it has in the dialplan.
 */
export function nodeOfApplication(
  names: NodeNames,
  { context, extension, application, data }: DialplanPlace,
  current: string | undefined,
): string | undefined {
  const kinds = kindsOfApplication(application);
  if (kinds === undefined) return undefined;
  const places = placesOf(names);
  const here = places.nodesAt(context, extension);
  if (application === 'queue') {
    const queues = names.nodesOfQueue(queueIn(data));
    const queue = queues.find((node) => here.includes(node)) ?? queues[0];
    if (queue !== undefined) return queue;
  }
  for (const kind of kinds) {
    const fitting = here.filter((node) => names.kindOf(node) === kind);
    const isListening = kind === 'menu' || kind === 'collect';
    // A menu listens as long as the call is at it; what plays one text after the other goes on.
    if (isListening && current !== undefined && fitting.includes(current)) return current;
    const next = nextOf(fitting, current);
    if (next !== undefined) return next;
  }
  if (here.length > 0) return undefined;
  return extension === 's' || extension === '' ? context : `${context},${extension}`;
}
