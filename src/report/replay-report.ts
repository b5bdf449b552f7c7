import type { CondensedLog } from '../calls/condensed-log.ts';
import type { Replay } from '../replay/replay.ts';

/** What the reports on a replay are made from. */
export interface ReplayReport {
  readonly script: { readonly id: string; readonly title?: string | undefined };
  readonly log: CondensedLog;
  readonly replay: Replay;
  /** What the version of the script is called, beside others. */
  readonly version?: string;
}
