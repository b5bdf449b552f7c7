import type { Finding, FindingData, Severity } from '../source/finding.ts';
import type { Aim, Path } from '../source/tree.ts';
import type { DirectoryDocument } from './directory.ts';

/** What a check of a directory has to say, still without its places. */
export interface DirectoryProblem {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly data: FindingData;
  readonly at: Path;
  readonly aim?: Aim;
  readonly related?: readonly { readonly message: string; readonly at: Path; readonly aim?: Aim }[];
}

/** Makes a finding of a problem: its way in the directory becomes a place in the file. */
export function directoryFinding(
  { places }: DirectoryDocument,
  { at, aim, related, ...problem }: DirectoryProblem,
): Finding {
  return {
    ...problem,
    subject: at.join('/'),
    at: places.at(at, aim),
    related: (related ?? []).map((other) => ({
      message: other.message,
      at: places.at(other.at, other.aim),
    })),
  };
}
