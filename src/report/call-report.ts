import type { CallJudgement } from '../replay/judge-call.ts';
import type { Drill } from '../routing/drill.ts';
import type { Directory } from '../routing/directory.ts';
import type { FollowedCall } from '../walk/followed-call.ts';
import type { ZoneTime } from './zone-time.ts';

/** What the reports on one followed call are made from. */
export interface CallReport {
  readonly script: { readonly id: string; readonly title?: string | undefined };
  readonly directory: Directory | undefined;
  readonly call: FollowedCall;
  readonly judgement: CallJudgement;
  /** The clock that times are told by. */
  readonly time: ZoneTime;
  readonly drills: readonly Drill[];
  /** What had to be decided before the call, in sentences. */
  readonly notes: readonly string[];
}
