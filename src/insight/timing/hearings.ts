import type { DwellHistogram } from '../../calls/condensed-log.ts';
import { dwellTimes } from '../../calls/dwell-times.ts';
import { bucketMiddle } from '../../calls/dwell-bucket.ts';
import { nodeOf, type CallFlow } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';

/**
 * How a hearing ended: the caller `chose` an option, `entered` digits, hung up (`left`), stayed `silent`,
 * or entered what the node doesn't know (`unknown`); the call `went` on by itself, the system `cut` it,
 * or the log says no more of it (`lost`).
 */
export type HearingEnd =
  'chose' | 'entered' | 'left' | 'silent' | 'unknown' | 'went' | 'cut' | 'lost';

/** Hearings of a node's prompt that took the same time and ended in the same way. */
export interface Hearings {
  /** Why the prompt was said again; nothing where callers had just come. */
  readonly again: 'noInput' | 'noMatch' | undefined;
  readonly end: HearingEnd;
  /** The option chosen, by its position in the script; nothing where that isn't known. */
  readonly option: number | undefined;
  readonly seconds: number;
  readonly times: number;
}

function endOf(
  node: ScriptNode,
  { to, value }: Pick<DwellHistogram, 'to' | 'value'>,
): { readonly end: HearingEnd; readonly option?: number } {
  switch (to) {
    case 'input': {
      if (node.kind !== 'menu') return { end: 'entered' };
      if (value === '') return { end: 'chose' };
      const option = node.options.findIndex(({ key, intent }) => key === value || intent === value);
      return option < 0 ? { end: 'unknown' } : { end: 'chose', option };
    }
    case 'hangup':
    case 'abandon':
      return { end: 'left' };
    case 'noinput':
      return { end: 'silent' };
    case 'nomatch':
      return { end: 'unknown' };
    case 'disconnect':
      return { end: 'cut' };
    case 'end':
      return { end: 'lost' };
    case 'start':
    case 'enter':
    case 'success':
    case 'failure':
    case 'queue':
    case 'answer':
    case 'transfer':
      return { end: 'went' };
  }
}

/** What stands behind the last attempt: the call leaves, and the prompt isn't said again. */
const leavesAtOnce: ReadonlySet<HearingEnd> = new Set(['went', 'cut', 'lost']);

/** The hearings of each node of a flow, from the stretches that a log was condensed to. */
export function hearingsOf(
  flow: CallFlow,
  dwell: readonly DwellHistogram[],
): ReadonlyMap<NodeId, readonly Hearings[]> {
  const found = new Map<NodeId, Hearings[]>();
  for (const stretch of dwellTimes(dwell)) {
    const node = nodeOf(flow, stretch.node);
    if (node === undefined || stretch.from === 'queue') continue;
    const { end, option } = endOf(node.node, stretch);
    const again =
      stretch.from === 'noinput' ? 'noInput' : stretch.from === 'nomatch' ? 'noMatch' : undefined;
    if (again !== undefined && leavesAtOnce.has(end)) continue;
    const own = found.get(node.id) ?? [];
    found.set(node.id, own);
    own.push({
      again,
      end,
      option,
      seconds: bucketMiddle(stretch.ms) / 1000,
      times: stretch.times,
    });
  }
  return found;
}
