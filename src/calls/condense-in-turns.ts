import { beginCondensing, type Condensing, type CondensingOptions } from './begin-condensing.ts';
import type { EventLog } from './event-log.ts';
import type { OnReject } from './log-engine.ts';
import { takeTurns } from './log-turns.ts';
import { addRowCounts, createRowTally, type RowCounts } from './row-tally.ts';

/** What came of reading logs: their calls, and their rows. */
export interface CondensedRun {
  readonly condensing: Condensing;
  readonly rows: RowCounts;
}

export interface TurnsOptions extends Omit<CondensingOptions, 'logs'> {
  readonly onReject: OnReject | undefined;
  /** So many events of open calls may be held. */
  readonly mostHeld: number;
}

/**
 * Condenses logs that are read side by side, each in the order of its rows. Nothing where rows come too late
 * for calls that were let go, or where more is held than may be.
 */
export async function condenseInTurns(
  logs: readonly EventLog[],
  { onReject, mostHeld, ...options }: TurnsOptions,
): Promise<CondensedRun | undefined> {
  const condensing = beginCondensing({ ...options, logs: logs.length });
  const { condenser } = condensing;
  const tallies = logs.map(({ path }) => createRowTally(path, onReject));
  const waiting = logs.map(({ begins, open }, index) => ({
    begins,
    open: () => open(condensing, index, tallies[index] ?? createRowTally('')),
  }));
  const isEnough = (): boolean => condenser.isTorn() || condenser.held() > mostHeld;
  await takeTurns(waiting, condensing, isEnough);
  if (isEnough()) return undefined;
  return { condensing, rows: addRowCounts(tallies.map((tally) => tally.counts())) };
}
