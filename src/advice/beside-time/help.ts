import type { CondensedLog } from '../../calls/condensed-log.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import type { Replay } from '../../replay/replay.ts';
import type { Change } from '../change.ts';

/** What is known where callers can be helped by more than shorter menus. */
export interface HelpFacts {
  /** The script as all changes that save time leave it. */
  readonly flow: CallFlow;
  /** The calls, as they went over the script of today. */
  readonly replay: Replay;
  readonly log: CondensedLog | undefined;
}

/** A change that callers are better off with, whatever it does to seconds, and what speaks for it. */
export interface Help {
  readonly change: Change;
  /** What was counted, in sentences; what isn't known is said as well. */
  readonly grounds: readonly string[];
}
