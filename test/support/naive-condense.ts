import { isClosing, type CallEvent, type CallEventName } from '../../src/calls/call-event.ts';
import type { CondensedCalls, StretchBeginning } from '../../src/calls/condensed-log.ts';
import { keptValue, nothingKnown, type KnownValues } from '../../src/calls/kept-value.ts';
import type { DwellTime } from '../../src/calls/dwell-times.ts';
import { histogramsOf } from './histograms-of.ts';

interface Row extends CallEvent {
  readonly log: number;
  readonly place: number;
}

const ranks: Readonly<Record<CallEventName, number>> = {
  ...{ start: 0, input: 1, noinput: 1, nomatch: 1, success: 1, failure: 1, enter: 2, queue: 3 },
  ...{ answer: 4, transfer: 4, abandon: 4, hangup: 5, disconnect: 5, end: 6 },
};
const fiveMinutes = 300_000;
const aDay = 86_400_000;

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}

/** Cuts a list before every item that begins a new piece. */
function cutWhere<T>(items: readonly T[], begins: (item: T, before: T) => boolean): T[][] {
  const pieces: T[][] = [];
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before === undefined || begins(item, before)) pieces.push([]);
    pieces.at(-1)?.push(item);
  });
  return pieces;
}

const isLate = (row: Row, rows: readonly Row[]): boolean =>
  rows.some((other) => other.log === row.log && other.place < row.place && other.at > row.at);

function cutToThreeDigits(ms: number): number {
  const digits = String(ms);
  const zeros = digits.length - (digits.length > 6 && ms >= 1_000_000 ? digits.length - 4 : 3);
  return zeros <= 0 ? ms : Number(digits.slice(0, -zeros) + '0'.repeat(zeros));
}

type Stretch = Omit<DwellTime, 'times'>;

const isBeginning = (event: CallEventName): event is StretchBeginning =>
  event === 'enter' || event === 'noinput' || event === 'nomatch' || event === 'queue';

const counted = <T>(items: readonly T[], keyOf: (item: T) => string): [string, number][] =>
  [...groupsOf(items, keyOf)].map(([key, group]) => [key, group.length]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The rules of docs/log-format.md, sentence by sentence, with no thought for time or memory: what all
 * readers and engines are held to. One list of events a log, in the order of its rows.
 */
export function naiveCondense(
  logs: readonly (readonly CallEvent[])[],
  known: KnownValues = nothingKnown,
): CondensedCalls {
  const all = logs.flatMap((events, log) =>
    events.map((event, place): Row => {
      const value = keptValue(known, event.event, event.node, event.value);
      return { ...event, value, log, place };
    }),
  );
  let duplicateRows = 0;
  let lateRows = 0;
  const calls: { readonly rows: readonly Row[]; readonly isLate: boolean }[] = [];
  for (const id of groupsOf(all, ({ call }) => call).values()) {
    const distinct = groupsOf(id, ({ at, event, node, value, seq }) =>
      JSON.stringify([at, event, node, value, seq ?? null]),
    );
    duplicateRows += id.length - distinct.size;
    const rows = [...distinct.values()].flatMap((same) => same.slice(0, 1));
    rows.sort((a, b) => a.at - b.at);
    const late = new Set<Row>();
    const ordered = cutWhere(rows, (row, before) => row.at - before.at > fiveMinutes).flatMap(
      (run) => {
        for (const row of run) if (isLate(row, run)) late.add(row);
        const hasSeq = run.every(({ seq }) => seq !== undefined);
        const byRank = hasSeq || run.some((row) => late.has(row));
        return run.sort(
          (a, b) =>
            a.at - b.at ||
            (hasSeq ? (a.seq ?? 0) - (b.seq ?? 0) : 0) ||
            (byRank ? ranks[a.event] - ranks[b.event] : 0) ||
            a.log - b.log ||
            a.place - b.place,
        );
      },
    );
    lateRows += late.size;
    let isClosed = false;
    const own = cutWhere(ordered, (row, before) => {
      isClosed ||= isClosing(before.event);
      const silence = row.at - before.at;
      const isOver = isClosed ? row.event === 'start' || silence > fiveMinutes : silence > aDay;
      if (isOver) isClosed = false;
      return isOver;
    });
    calls.push(...own.map((part) => ({ rows: part, isLate: part.some((row) => late.has(row)) })));
  }

  const how = (test: (events: readonly CallEventName[]) => boolean): number =>
    calls.filter(({ rows }) => test(rows.map(({ event }) => event))).length;
  const endOf = (events: readonly CallEventName[]) => events.findIndex(isClosing);
  const paths = groupsOf(calls, ({ rows }) =>
    JSON.stringify(rows.map(({ event, node, value }) => [event, node, value])),
  );
  const dwell = calls.flatMap(({ rows }) =>
    rows.slice(0, -1).flatMap(({ event: from, node, at }, index): Stretch[] => {
      const next = rows[index + 1];
      if (next === undefined || !isBeginning(from)) return [];
      const ms = cutToThreeDigits(next.at - at);
      const isElsewhere = next.event === 'enter' || !['', node].includes(next.node);
      return isElsewhere
        ? [{ node, from, to: 'enter', value: '', ms }]
        : [{ node, from, to: next.event, value: next.value, ms }];
    }),
  );
  const times = all.map(({ at }) => at);
  const firstOf = (rows: readonly Row[]): number => rows[0]?.at ?? 0;
  const versions = calls.flatMap(({ rows }) => {
    const script = rows.map((row) => row.script ?? '').find((name) => name !== '');
    return script === undefined ? [] : [script];
  });
  return {
    duplicateRows,
    calls: calls.length,
    variants: [...paths]
      .map(([, group]) => {
        const spans = group.map(({ rows }) => (rows.at(-1)?.at ?? 0) - firstOf(rows));
        return {
          steps: (group[0]?.rows ?? []).map(({ event, node, value }) => ({ event, node, value })),
          calls: group.length,
          duration: {
            sum: spans.reduce((sum, span) => sum + span, 0),
            min: spans.reduce((least, span) => Math.min(least, span)),
            max: spans.reduce((most, span) => Math.max(most, span)),
          },
        };
      })
      .sort((a, b) => b.calls - a.calls || compareSteps(a.steps, b.steps)),
    dwell: histogramsOf(
      [...groupsOf(dwell, (stretch) => JSON.stringify(stretch)).values()]
        .flatMap((same) => same.slice(0, 1).map((stretch) => ({ ...stretch, times: same.length })))
        .sort(
          (a, b) =>
            compare(a.node, b.node) ||
            compare(a.from, b.from) ||
            compare(a.to, b.to) ||
            compare(a.value, b.value) ||
            a.ms - b.ms,
        ),
    ),
    irregular: {
      lateRows,
      lateCalls: calls.filter((call) => call.isLate).length,
      reopenedCalls: how((events) => {
        const rest = endOf(events) < 0 ? [] : events.slice(endOf(events) + 1);
        return rest.some((event) => !['hangup', 'disconnect', 'end'].includes(event));
      }),
      unterminatedCalls: how((events) => endOf(events) < 0),
      unstartedCalls: how((events) => events[0] !== 'start'),
    },
    hours: counted(calls, ({ rows }) => String(Math.floor(firstOf(rows) / 3_600_000)))
      .map(([hour, count]) => ({ from: Number(hour) * 3_600_000, calls: count }))
      .sort((a, b) => a.from - b.from),
    versions: counted(versions, (script) => script)
      .map(([script, count]) => ({ script, calls: count }))
      .sort((a, b) => compare(a.script, b.script)),
    window:
      times.length === 0
        ? undefined
        : {
            from: times.reduce((first, at) => Math.min(first, at)),
            to: times.reduce((last, at) => Math.max(last, at)),
          },
  };
}

type Steps = CondensedCalls['variants'][number]['steps'];

function compareSteps(a: Steps, b: Steps): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [one, other] = [a[index], b[index]];
    if (one === undefined || other === undefined) break;
    const order =
      compare(one.event, other.event) ||
      compare(one.node, other.node) ||
      compare(one.value, other.value);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
