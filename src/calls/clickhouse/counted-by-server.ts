import { packedLog, type PartialLog } from '../bytes/partial-log.ts';
import { isClosing, type CallEventName } from '../call-event.ts';
import { packDwell } from '../dwell-counts.ts';
import { createPathTrie } from '../path-trie.ts';
import type { RowCounts } from '../row-tally.ts';
import { brokenAnswer, list, text, whole } from './answer-values.ts';
import type { Codes } from './codes.ts';
import type { AnswerRow } from './connect.ts';

/** The conversation that follows a call in the menu ends, too. */
const leaving: ReadonlySet<CallEventName> = new Set(['hangup', 'disconnect', 'end']);

/**
 * Adds up what a server has counted, row by row of its answer; `times` is how often the row was counted.
 * All throw a `BrokenAnswer` for a row that isn't what was asked for.
 */
export interface CountedByServer {
  readonly path: (row: AnswerRow, times: number) => void;
  readonly dwell: (row: AnswerRow, times: number) => void;
  readonly hour: (row: AnswerRow, times: number) => void;
  readonly end: (row: AnswerRow, times: number) => void;
  readonly late: (row: AnswerRow, times: number) => void;
  readonly script: (row: AnswerRow, times: number) => void;
  /** Whether every call was counted with its end. */
  readonly isWhole: () => boolean;
  /** Rows of the calls so far. */
  readonly rows: () => number;
  readonly packed: (rows: RowCounts) => PartialLog;
}

interface Stretches {
  readonly begin: number;
  readonly next: number;
  readonly bucket: number;
  readonly times: number;
}

/** Begins with nothing counted. */
export function countedByServer(codes: Codes): CountedByServer {
  const trie = createPathTrie();
  const tokens = new Map<number, number>();
  const stretches: Stretches[] = [];
  const hours = new Map<number, number>();
  const versions = new Map<string, number>();
  const irregular = {
    lateRows: 0,
    lateCalls: 0,
    reopenedCalls: 0,
    unterminatedCalls: 0,
    unstartedCalls: 0,
  };
  let [calls, rows, ends] = [0, 0, 0];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;

  const tokenOf = (value: unknown): number => {
    const code = whole(value);
    const known = tokens.get(code);
    if (known !== undefined) return known;
    const step = codes.step(code);
    if (step === undefined) throw brokenAnswer();
    const token = trie.token(step.event, step.node, step.value);
    tokens.set(code, token);
    return token;
  };

  return {
    path(row, times) {
      const path = list(row['p'], tokenOf);
      const events = path.map((token) => trie.step(token).event);
      const end = events.findIndex(isClosing);
      calls += times;
      rows += times * path.length;
      if (events[0] !== 'start') irregular.unstartedCalls += times;
      if (end < 0) irregular.unterminatedCalls += times;
      else if (!events.slice(end + 1).every((event) => leaving.has(event)))
        irregular.reopenedCalls += times;
      trie.add(path, 0, path.length, {
        ...{ calls: times, sum: whole(row['total']) },
        ...{ min: whole(row['least']), max: whole(row['most']) },
      });
    },
    dwell(row, times) {
      const [begin, next] = list(row['p'], tokenOf);
      if (begin === undefined || next === undefined) throw brokenAnswer();
      stretches.push({ begin, next, bucket: whole(row['b']), times });
    },
    hour(row, times) {
      hours.set(whole(row['b']), times);
      from = Math.min(from, whole(row['least']));
    },
    end(row, times) {
      ends = times;
      to = whole(row['most']);
    },
    late(row, times) {
      irregular.lateRows = whole(row['total']);
      irregular.lateCalls = times;
    },
    script(row, times) {
      versions.set(text(row['s']), times);
    },
    isWhole: () => ends === calls,
    rows: () => rows,
    packed(tallied) {
      const each: Parameters<typeof packDwell>[0]['each'] = (visit) => {
        for (const { begin, next, bucket, times } of stretches) visit(begin, next, bucket, times);
      };
      return packedLog(trie, tallied, {
        ...{ calls, irregular, duplicateRows: 0 },
        dwell: packDwell({ each }, trie.step),
        hours: [...hours].sort(([a], [b]) => a - b).map(([hour, n]) => ({ from: hour, calls: n })),
        versions: [...versions]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([script, n]) => ({ script, calls: n })),
        window: from <= to ? { from, to } : undefined,
      });
    },
  };
}
