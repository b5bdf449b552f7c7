import type { ScriptDocument, ScriptFormat } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { ReadResult } from '../source/read-result.ts';
import type { ImportReport } from './import-report.ts';

/** What a menu file held: one script, or one for every flow of a vendor's file. */
export interface MenuFile {
  /** Nothing where the file is no menu, or can't be read at all. */
  readonly format: ScriptFormat | undefined;
  /** Empty only together with a finding that says why. */
  readonly documents: readonly ScriptDocument[];
  readonly findings: readonly Finding[];
  /** What became of a vendor's blocks; native files have none. */
  readonly report?: ImportReport;
  /** What was read, where the file is a directory instead of a menu. */
  readonly directory?: ReadResult;
}
