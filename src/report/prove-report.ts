import type { DrillResult } from '../prove/drill-flow.ts';
import type { Proof } from '../prove/proof.ts';
import type { ScriptDocument } from '../script/script-document.ts';

/** What the reports on a proof are made from. */
export interface ProveReport {
  readonly document: ScriptDocument;
  readonly proof: Proof;
  /** Whether there was a directory of queues and calendars. */
  readonly hasDirectory: boolean;
  /** Whether that directory says who works when. */
  readonly hasStaffing: boolean;
  /** What single failures do; nothing where none was asked for. */
  readonly drills?: readonly DrillResult[] | undefined;
}
