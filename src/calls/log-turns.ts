import type { Condensing } from './begin-condensing.ts';
import type { LogFeed } from './log-feed.ts';

/** A log among others: when it begins, as far as its first rows tell, and how it is opened. */
export interface WaitingLog {
  readonly begins: number | undefined;
  readonly open: () => Promise<LogFeed>;
}

/** When reading side by side ends before its end. */
export interface TurnLimits {
  readonly isEnough: () => boolean;
  /** How many logs may be open at once; any number where it is left out. */
  readonly mostOpen?: number | undefined;
}

/**
 * Reads logs side by side, always the one whose clock is behind all others, so that calls that are
 * spread over several can be let go and no log is opened before its time. Each goes ahead by what it
 * reads at once; the rules of order don't mind that, as they go by the place of a row. Returns
 * whether all were read to their ends.
 */
export async function takeTurns(
  logs: readonly WaitingLog[],
  { condenser }: Condensing,
  { isEnough, mostOpen = Number.POSITIVE_INFINITY }: TurnLimits,
): Promise<boolean> {
  const feeds = new Map<number, LogFeed>();
  const left = new Set(logs.keys());
  logs.forEach(({ begins }, log) => {
    if (begins !== undefined) condenser.setClock(log, begins);
  });
  try {
    while (left.size > 0 && !isEnough()) {
      let next = -1;
      let earliest = Number.POSITIVE_INFINITY;
      for (const log of left) {
        const clock = condenser.clockOf(log);
        if (next >= 0 && clock >= earliest) continue;
        next = log;
        earliest = clock;
      }
      condenser.turnTo(next);
      if (!feeds.has(next) && feeds.size >= mostOpen) return false;
      const feed = feeds.get(next) ?? (await logs[next]?.open());
      if (feed === undefined) return false;
      feeds.set(next, feed);
      if (await feed.advance()) continue;
      condenser.endOf(next);
      left.delete(next);
      feeds.delete(next);
    }
    return !isEnough();
  } finally {
    for (const feed of feeds.values()) await feed.close();
  }
}
