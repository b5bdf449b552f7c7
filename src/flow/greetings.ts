import { leastSeconds } from '../prompt/least-seconds.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { type CallFlow, edgesFrom, nodeAt } from './call-flow.ts';
import { isDemanded } from './first-choices.ts';
import { firstStops } from './first-stops.ts';

/** An announcement that every caller of an entry hears before they are asked or sent on. */
export interface Greeting {
  readonly node: NodeId;
  readonly seconds: number;
  /** Law or safety demands it. */
  readonly isDemanded: boolean;
}

/** Nobody greets in more steps than this. */
const mostNodes = 50;

const asks = new Set<NodeKind>(['queue', 'transfer', 'voicemail', 'callback', 'collect']);
const others = new Set<NodeKind>(['menu', 'opaque', 'subflow']);

/** Whether callers are asked or sent on behind a greeting, and surely not to a menu first. */
function leadsOn(flow: CallFlow, behind: NodeId): boolean {
  const { stops } = firstStops(flow, behind);
  return stops.some(({ kind }) => asks.has(kind)) && !stops.some(({ kind }) => others.has(kind));
}

/**
 * The announcements with which calls begin, before anything branches, where no menu follows: how long
 * callers wait for a first choice is another question. Lines that only announce something are left
 * out, and so is what has no known length.
 */
export function greetings(flow: CallFlow): readonly Greeting[] {
  const { language: main, entries: written } = flow.script;
  const found = new Map<NodeId, Greeting>();
  for (const { start, path } of flow.entries) {
    const language = written[Number(path[1])]?.language ?? main;
    const way = new Set<NodeId>();
    let here: NodeId | undefined = start;
    while (here !== undefined && way.size < mostNodes && !way.has(here)) {
      if (nodeAt(flow, here).kind !== 'announcement') break;
      way.add(here);
      here = edgesFrom(flow, here).find(({ trigger }) => trigger === 'next')?.to;
    }
    if (here === undefined || way.has(here) || !leadsOn(flow, here)) continue;
    for (const id of way) {
      const at = nodeAt(flow, id);
      const say = at.node.kind === 'announcement' ? at.node.say : undefined;
      const seconds = leastSeconds(say, language, main);
      if (seconds > (found.get(id)?.seconds ?? 0)) {
        found.set(id, { node: id, seconds, isDemanded: isDemanded(at) });
      }
    }
  }
  return flow.nodes.flatMap(({ id }) => found.get(id) ?? []);
}
