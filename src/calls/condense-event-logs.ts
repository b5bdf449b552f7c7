import { condenseByCall } from './by-call/condense-by-call.ts';
import { condenseInTurns, type CondensedRun } from './condense-in-turns.ts';
import { detailOptions } from './detail-options.ts';
import type { EventLog } from './event-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { CondenseOptions } from './log-engine.ts';
import { rejectsOnce } from './told-once.ts';
import { readAgain, unordered } from './unordered-logs.ts';

/** How logs are to be condensed. */
export interface CondensingWork extends Pick<CondenseOptions, 'details' | 'onReject' | 'onNote'> {
  readonly known: KnownValues;
  /** Bytes of memory that the work may take: rows beyond it are put aside on disk. */
  readonly memory: number;
  /** So many logs may be open at once; any number where it is left out. */
  readonly mostOpen?: number | undefined;
  /** Whether rows of pipes are put in order first, too; else they must come in order. */
  readonly sortsPipes?: boolean | undefined;
}

/** What an event of an open call takes at most, in bytes. */
const bytesHeld = 40;
/**
 * So many events of logs with late rows are held. Where there are more, putting rows in order first is quicker:
 * looking up a call among so many misses the caches of a core.
 */
const heldOfLate = 1 << 18;
/** So many events of a log that can't be read twice are held, if memory allows, before calls are let go. */
const heldOfPipes = 1 << 22;

/**
 * Condenses logs that have their events row by row: as they are read or, where that can't be, with all rows put
 * in order first. Throws an IvrError `log-unordered` where logs can't be read again for that, and
 * `file-unwritable` where rows can't be put aside.
 */
export async function condenseEventLogs(
  logs: readonly EventLog[],
  { known, memory, mostOpen, sortsPipes = false, ...work }: CondensingWork,
): Promise<CondensedRun> {
  const telling = rejectsOnce(work.onReject);
  /** What each reading begins with. */
  const anew = () => ({ known, ...detailOptions(work.details), onReject: telling.begin() });
  const isAgain = logs.every((log) => log.isAgain);
  if (!isAgain && sortsPipes) return condenseByCall(logs, { ...anew(), memory });
  const most = Math.ceil(memory / bytesHeld);
  const limits = isAgain
    ? { mostHeld: most, mostHeldLate: Math.min(heldOfLate, most), mostOpen }
    : {
        ...{ mostHeld: Number.POSITIVE_INFINITY, mostHeldLate: Number.POSITIVE_INFINITY },
        heldAtLeast: Math.min(heldOfPipes, most),
      };
  const ordered = await condenseInTurns(logs, { ...anew(), ...limits });
  if (typeof ordered !== 'string') return ordered;
  if (!isAgain) throw unordered(logs);
  work.onNote?.(readAgain(logs, ordered));
  return condenseByCall(logs, { ...anew(), memory });
}
