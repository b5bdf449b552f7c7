import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Path } from '../source/tree.ts';
import { exportFinding } from './export-finding.ts';

/** Collects what a target can't say while a script is written. */
export interface Teller {
  /** Left out: callers won't meet it. */
  readonly leftOut: (path: Path, message: string, help: string) => void;
  /** Said in another way, that callers will notice. */
  readonly otherwise: (path: Path, message: string, help: string) => void;
  readonly findings: () => readonly Finding[];
}

export function createTeller(document: ScriptDocument): Teller {
  const findings: Finding[] = [];
  const told =
    (ruleId: 'not-exported' | 'exported-otherwise') =>
    (path: Path, message: string, help: string) => {
      findings.push(exportFinding(document, path, { ruleId, message, help }));
    };
  return {
    leftOut: told('not-exported'),
    otherwise: told('exported-otherwise'),
    findings: () => findings,
  };
}
