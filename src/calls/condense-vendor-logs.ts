import { gatherRows, type GatherOptions } from './aside/gather-rows.ts';
import { beginCondensing, type Condensing } from './begin-condensing.ts';
import { countByCall } from './by-call/condense-by-call.ts';
import type { CondensingWork } from './condense-event-logs.ts';
import type { CondensedRun } from './condense-in-turns.ts';
import { detailOptions } from './detail-options.ts';
import type { SourcedRow } from './formats/call-source.ts';
import { createCallCollector, type CollectorOptions } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import type { NodeNames } from './formats/node-names.ts';
import { tellCalls } from './formats/tell-rows.ts';
import type { InputLog } from './input-log.ts';
import type { OnReject } from './log-engine.ts';
import { mergeByTime } from './merge-by-time.ts';
import { createRowTally, type RowTally } from './row-tally.ts';
import { rejectsOnce } from './told-once.ts';
import { readAgain, unordered, type NotInOrder } from './unordered-logs.ts';

/** What a row of an open call takes in memory, in bytes; measured on steps of Studio. */
const bytesHeld = 1400;
/** So many rows of logs that can't be read twice are held before calls are let go. */
const heldOfPipes = 1 << 18;
const mostParts = 1024;

/** One reading of vendors' logs: all of their rows in order of time, and where their calls are counted. */
interface Run {
  readonly rows: AsyncIterable<readonly SourcedRow[]>;
  readonly condensing: Condensing;
  readonly count: (calls: Iterable<ToldCall>) => void;
  /** How many rows others have replaced. */
  readonly superseded: () => number;
  readonly tallies: readonly RowTally[];
}

function beginRun(
  logs: readonly InputLog[],
  { known, details }: CondensingWork,
  onReject: OnReject | undefined,
): Run {
  const condensing = beginCondensing({
    ...{ known, keepsAll: true, logs: logs.length },
    ...detailOptions(details),
  });
  const tallies = logs.map(({ source }) => createRowTally(source.path, onReject));
  const streams = logs.flatMap((log, index) => {
    const tally = tallies[index];
    return 'vendor' in log && tally !== undefined ? [log.vendor.read(tally)] : [];
  });
  let superseded = 0;
  return {
    ...{ rows: mergeByTime(streams), condensing, tallies, superseded: () => superseded },
    count(calls) {
      for (const call of calls) {
        condensing.addCall(call.events, 0);
        superseded += call.superseded ?? 0;
      }
    },
  };
}

/** Counts calls as soon as no row can belong to them any more; says what stands against it. */
async function countInOrder(
  { rows, count }: Run,
  names: NodeNames,
  { mostHeld, ...options }: CollectorOptions & { readonly mostHeld: number },
): Promise<NotInOrder | undefined> {
  const collector = createCallCollector(names, options);
  for await (const batch of rows) {
    count(collector.take(batch));
    if (collector.isTorn()) return 'late';
    if (collector.held() > mostHeld) return 'large';
  }
  count(collector.finish());
  return undefined;
}

/** Puts all rows aside first, divided by their calls, on disk where memory doesn't hold them. */
async function countPartByPart(
  { rows, count }: Run,
  names: NodeNames,
  options: GatherOptions,
): Promise<void> {
  const gathered = await gatherRows(rows, options);
  try {
    for await (const part of gathered.parts())
      count(tellCalls(part, { names, logEnd: gathered.logEnd }));
  } finally {
    await gathered.remove();
  }
}

/**
 * Condenses logs of which at least one is a vendor's. Rows of all vendors' logs come together by the call's
 * id, so that one log may tell what another leaves out; native logs beside them are counted as they are.
 * Where rows come out of order or memory doesn't hold the calls that are open, all is read again and put
 * aside by call. Throws an IvrError `log-unordered` where logs can't be read again.
 */
export async function condenseVendorLogs(
  logs: readonly InputLog[],
  names: NodeNames,
  work: CondensingWork,
): Promise<CondensedRun & { readonly superseded: number }> {
  const { memory, sortsPipes = false } = work;
  const telling = rejectsOnce(work.onReject);
  const vendors = logs.flatMap((log) => ('vendor' in log ? [log.vendor] : []));
  const isAgain = vendors.every((log) => log.isAgain);
  const mostHeld = Math.ceil(memory / bytesHeld);
  const rowsAbout = vendors.reduce((sum, { rows }) => sum + rows, 0);
  const parts = Math.min(mostParts, Math.max(2, Math.ceil(rowsAbout / mostHeld)));
  let run = beginRun(logs, work, telling.begin());
  if (!isAgain && sortsPipes) await countPartByPart(run, names, { mostHeld, parts: mostParts });
  else {
    const found = await countInOrder(run, names, {
      heldAtLeast: isAgain ? 0 : heldOfPipes,
      mostHeld: isAgain ? mostHeld : Number.POSITIVE_INFINITY,
    });
    if (found !== undefined) {
      if (!isAgain) throw unordered(vendors);
      work.onNote?.(readAgain(vendors, found));
      run = beginRun(logs, work, telling.begin());
      const held = found === 'large' ? 0 : mostHeld;
      await countPartByPart(run, names, { mostHeld: held, parts });
    }
  }
  const { condensing, tallies, superseded } = run;
  const natives = logs.flatMap((log, index) => {
    const tally = tallies[index];
    return 'events' in log && tally !== undefined ? [{ ...log.events, index, tally }] : [];
  });
  await countByCall(natives, condensing, memory);
  const rows = tallies.map((tally) => tally.counts());
  return { rows, finish: condensing.finish, superseded: superseded() };
}
