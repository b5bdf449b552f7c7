import type { FlowDiff } from '../diff/diff-scripts.ts';
import type { Sides } from '../diff/difference.ts';
import type { ScriptDocument } from '../script/script-document.ts';

/** What two versions of a menu do differently, with the files that they were read from. */
export interface ScriptDiffReport {
  readonly documents: Sides<ScriptDocument>;
  readonly diff: FlowDiff;
}
