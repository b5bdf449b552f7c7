import type { Finding, Severity } from '../source/finding.ts';
import type { Cell, Row } from '../source/read-table.ts';
import type { Source } from '../source/source.ts';
import { syntaxFinding } from '../source/syntax-finding.ts';

/** Collects what is wrong with a table, each with its place. */
export interface Teller {
  readonly findings: Finding[];
  readonly tell: (at: Cell | Row, message: string, help: string) => void;
  /** Tells what doesn't stop the work. */
  readonly warn: (at: Cell | Row, message: string, help: string) => void;
}

/** A teller that has told nothing yet. */
export function tellerFor(source: Source): Teller {
  const findings: Finding[] = [];
  const teller =
    (severity: Severity) =>
    (at: Cell | Row, message: string, help: string): void => {
      const finding = syntaxFinding(source, at, message, help);
      findings.push({ ...finding, severity, ruleId: 'invalid-value' });
    };
  return { findings, tell: teller('error'), warn: teller('warning') };
}

/** Whether something was told that stops the work. */
export const hasErrors = ({ findings }: Teller): boolean =>
  findings.some(({ severity }) => severity === 'error');
