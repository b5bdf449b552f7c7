import type { OffsetSpan } from '../routing/zone-offsets.ts';
import type { CallDetails, CallGroup, DetailRequest } from './call-details.ts';
import { tooVaried } from './path-trie.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mostCells = 2_000_000;
/** Groups are packed into one number: cuts, versions and the 168 hours of a week stay far below. */
const pathRange = 2 ** 31;

/** Counts the calls of every group on every path. */
export interface CallGroups {
  readonly count: (at: number, script: string, path: number) => void;
  /** The groups in order; `positionOf` says where a path came to stand among the variants. */
  readonly counted: (positionOf: (path: number) => number) => Pick<CallDetails, 'groups' | 'cells'>;
}

/** The wall clock of a zone; its span is asked for only when the last one doesn't fit. */
function wallClock({ spanAt }: Pick<DetailRequest, 'spanAt'>): (at: number) => number {
  let span: OffsetSpan = { from: 0, to: 0, offset: 0 };
  return (at) => {
    if (at < span.from || at >= span.to) span = spanAt(at);
    return at + span.offset;
  };
}

const byWindow = (a: CallGroup, b: CallGroup): number =>
  a.window - b.window ||
  (a.script < b.script ? -1 : a.script > b.script ? 1 : 0) ||
  a.weekday - b.weekday ||
  a.hour - b.hour;

/** Begins with no calls. More than two million combinations of group and path throw an IvrError. */
export function createCallGroups(request: DetailRequest): CallGroups {
  const wall = wallClock(request);
  const cells = new Map<number, number>();
  const groups: CallGroup[] = [];
  const groupOf = new Map<string, number>();

  const groupAt = (at: number, script: string): number => {
    const local = wall(at);
    const day = Math.floor(local / dayMs);
    const hour = Math.floor(local / hourMs) - day * 24;
    // Day 0 was a Thursday.
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    const window = request.cuts.filter((cut) => cut <= at).length;
    const key = `${hour} ${weekday} ${window} ${script}`;
    const known = groupOf.get(key);
    if (known !== undefined) return known;
    groupOf.set(key, groups.length);
    return groups.push({ hour, weekday, window, script }) - 1;
  };

  return {
    count(at, script, path) {
      const cell = groupAt(at, script) * pathRange + path;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
      if (cells.size > mostCells) throw tooVaried('combinations of hour, version and path');
    },
    counted(positionOf) {
      const order = groups
        .map((group, index) => ({ group, index }))
        .sort((a, b) => byWindow(a.group, b.group));
      const groupPosition = new Int32Array(groups.length);
      order.forEach(({ index }, position) => {
        groupPosition[index] = position;
      });
      const sorted = [...cells]
        .map(([cell, calls]) => ({
          group: groupPosition[Math.floor(cell / pathRange)] ?? 0,
          variant: positionOf(cell % pathRange),
          calls,
        }))
        .sort((a, b) => a.group - b.group || a.variant - b.variant);
      return {
        groups: order.map(({ group }) => group),
        cells: {
          group: Int32Array.from(sorted, (cell) => cell.group),
          variant: Int32Array.from(sorted, (cell) => cell.variant),
          calls: Float64Array.from(sorted, (cell) => cell.calls),
        },
      };
    },
  };
}
