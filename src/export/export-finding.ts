import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Aim, Path } from '../source/tree.ts';

/** The findings of writing a menu in another format; they can't be configured. */
export const exportFindings = ['not-exported', 'exported-otherwise', 'unused-name'] as const;

/** What an exporter has to tell of a place in the script. */
export interface ExportTold {
  /** `not-exported`: left out. `exported-otherwise`: callers will notice a difference. */
  readonly ruleId: Exclude<(typeof exportFindings)[number], 'unused-name'>;
  readonly message: string;
  readonly help: string;
  readonly aim?: Aim;
}

/** A finding of an exporter at a path of the script. */
export function exportFinding(
  { places }: ScriptDocument,
  path: Path,
  { ruleId, message, help, aim = 'value' }: ExportTold,
): Finding {
  return {
    ruleId,
    severity: ruleId === 'not-exported' ? 'warning' : 'info',
    message,
    data: {},
    subject: path.join('/'),
    at: places.at(path, aim),
    related: [],
    help,
  };
}
