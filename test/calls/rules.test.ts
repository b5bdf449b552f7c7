import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beginCondensing, type CondensingOptions } from '../../src/calls/begin-condensing.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';
import type { CondensedCalls, CondensedLog } from '../../src/calls/condensed-log.ts';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { csvLog, logOf } from '../support/log-of.ts';
import { naiveCondense } from '../support/naive-condense.ts';
import { untidyLogs } from '../support/untidy-log.ts';

const columnsOf = (event: CallEvent): Readonly<Record<string, string>> => ({
  call: event.call,
  at: new Date(event.at).toISOString(),
  event: event.event,
  node: event.node,
  value: event.value,
  seq: event.seq === undefined ? '' : String(event.seq),
  script: event.script ?? '',
  caller: '+14155550100',
  remark: 'x',
});

const layouts = [
  'call,at,event,node,value,seq,script',
  'seq,call,at,event,node,value,script,remark',
  'script,event,remark,node,at,call,seq,value',
  'call,at,seq,event,node,caller,value,script',
] as const;

const csvOf = (events: readonly CallEvent[], layout: string, quoted: boolean): string => {
  const names = layout.split(',');
  const put = (text: string | undefined) => (quoted ? `"${text ?? ''}"` : (text ?? ''));
  const rows = events.map((event) => names.map((name) => put(columnsOf(event)[name])).join(','));
  return csvLog(rows, names.map(put).join(','));
};
const jsonOf = (events: readonly CallEvent[]): string =>
  events.map((event) => `${JSON.stringify(columnsOf(event))}\n`).join('');

/** What is known of calls, without the rows' own counts. */
const callsOf = ({ sources, rows, rejectedBy, firstRejects, ...calls }: CondensedLog) => {
  expect(sources.length).toBeGreaterThan(0);
  expect({ rejectedBy, firstRejects }).toEqual({ rejectedBy: {}, firstRejects: [] });
  expect(rows.read).toBe(rows.used);
  return { ...calls, duplicateRows: rows.duplicate } satisfies CondensedCalls;
};

const asFound = (logs: readonly (readonly CallEvent[])[], options: CondensingOptions) => {
  const condensing = beginCondensing({ ...options, logs: logs.length });
  logs.forEach((events, log) => {
    condensing.condenser.turnTo(log);
    for (const event of events) condensing.add(event, log);
    condensing.condenser.endOf(log);
  });
  return { calls: condensing.finish(), isTorn: condensing.condenser.isTorn() };
};

describe('the rules of which rows make which call', () => {
  test('are kept for any rows of any logs, when no call is let go', () => {
    fc.assert(
      fc.property(untidyLogs(), (logs) => {
        expect(asFound(logs, { keepsAll: true }).calls).toEqual(naiveCondense(logs));
      }),
      { numRuns: 300 },
    );
  });

  test('are kept for any rows of one log, which are put in order in another way', () => {
    fc.assert(
      fc.property(untidyLogs({ most: 1 }), (logs) => {
        expect(asFound(logs, { keepsAll: true }).calls).toEqual(naiveCondense(logs));
      }),
      { numRuns: 300 },
    );
  });

  test('are kept when calls are let go as early as can be, or the result says that it is torn', () => {
    const late = fc.constantFrom(0, 60_000, 5 * 60_000, 26 * 3_600_000);
    fc.assert(
      fc.property(
        late.chain((latest) => untidyLogs({ most: 1, latest }).map((logs) => ({ logs, latest }))),
        ({ logs, latest }) => {
          const { calls, isTorn } = asFound(logs, { heldAtLeast: 0, sweepEvery: 1 });
          if (latest <= 5 * 60_000) expect(isTorn).toBe(false);
          if (!isTorn) expect(calls).toEqual(naiveCondense(logs));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('are kept by the readers of every layout, and of several logs side by side', async () => {
    await fc.assert(
      fc.asyncProperty(
        untidyLogs(),
        fc.constantFrom(...layouts),
        fc.boolean(),
        fc.constantFrom(1, 50, 1 << 16),
        async (logs, layout, quoted, chunk) => {
          const expected = naiveCondense(logs);
          const read = async (texts: readonly string[]) =>
            callsOf(await condenseLogs(texts.map((text, log) => logOf(text, `${log}.csv`, chunk))));
          const inBytes = logs.map((events) => csvOf(events, layout, quoted));
          expect(await read(inBytes)).toEqual(expected);
          // A header that isn't in the first line makes a log go row by row.
          expect(await read(inBytes.map((text) => `\n${text}`))).toEqual(expected);
          if (logs.every((events) => events.length > 0))
            expect(await read(logs.map(jsonOf))).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});
