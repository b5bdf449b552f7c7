import { beginCondensing, type CondensingOptions } from './begin-condensing.ts';
import type { CondensedCalls } from './condensed-log.ts';
import type { EventLog } from './event-log.ts';
import type { OnReject } from './log-engine.ts';
import { takeTurns } from './log-turns.ts';
import { createRowTally, type RowCounts } from './row-tally.ts';
import type { NotInOrder } from './unordered-logs.ts';

/** What came of reading logs: their calls, and their rows. */
export interface CondensedRun {
  /** Of each log. */
  readonly rows: readonly RowCounts[];
  /** Gives the calls. To be asked once. */
  readonly finish: () => CondensedCalls;
}

export interface TurnsOptions extends Omit<CondensingOptions, 'logs'> {
  readonly onReject: OnReject | undefined;
  /** So many events of open calls may be held; and so many once rows have come too late. */
  readonly mostHeld: number;
  readonly mostHeldLate: number;
  /** So many logs may be open at once; any number where it is left out. */
  readonly mostOpen?: number | undefined;
}

/**
 * Condenses logs that are read side by side, each in the order of its rows. Says so where rows come too late for
 * calls that were let go, or where more is held, or open, than may be.
 */
export async function condenseInTurns(
  logs: readonly EventLog[],
  { onReject, mostHeld, mostHeldLate, mostOpen, ...options }: TurnsOptions,
): Promise<CondensedRun | NotInOrder> {
  const condensing = beginCondensing({ ...options, logs: logs.length });
  const { condenser } = condensing;
  const tallies = logs.map(({ path }) => createRowTally(path, onReject));
  const waiting = logs.map(({ begins, open }, index) => ({
    begins,
    open: () => open(condensing, index, tallies[index] ?? createRowTally('')),
  }));
  const isTooLate = (): boolean =>
    condenser.isTorn() || (condenser.isLate() && condenser.held() > mostHeldLate);
  const isEnough = (): boolean => isTooLate() || condenser.held() > mostHeld;
  const isWhole = await takeTurns(waiting, condensing, { isEnough, mostOpen });
  if (isTooLate()) return 'late';
  if (condenser.held() > mostHeld) return 'large';
  if (!isWhole) return 'many';
  return { rows: tallies.map((tally) => tally.counts()), finish: condensing.finish };
}
