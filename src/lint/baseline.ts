import type { Finding } from '../source/finding.ts';
import { fingerprintsOf } from '../source/fingerprint.ts';
import { readingFindings } from './check-names.ts';

/** A finding that is known and left for later. */
export interface BaselineEntry {
  /** The file, as seen from the folder of the baseline. */
  readonly path: string;
  readonly ruleId: string;
  /** Stays the same when lines move. */
  readonly fingerprint: string;
  /** For people; it may change without harm. */
  readonly message: string;
}

/** What comparing findings with a baseline gave. */
export interface BaselineComparison {
  /** Findings that the baseline knows. */
  readonly known: ReadonlySet<Finding>;
  /** The positions of entries whose finding is gone. */
  readonly stale: readonly number[];
}

interface Identified {
  readonly finding: Finding;
  readonly entry: BaselineEntry;
}

function identified(
  findings: readonly Finding[],
  pathOf: (path: string) => string,
): readonly Identified[] {
  const fingerprints = fingerprintsOf(findings);
  return findings.map((finding, index) => ({
    finding,
    entry: {
      path: pathOf(finding.at.path),
      ruleId: finding.ruleId,
      fingerprint: fingerprints[index] ?? '',
      message: finding.message,
    },
  }));
}

const keyOf = ({ path, fingerprint }: BaselineEntry): string => `${fingerprint} ${path}`;
/** Whether a baseline may hold a finding: those of reading it can't. */
export const canBeKnown = ({ ruleId }: Finding): boolean => !readingFindings.includes(ruleId);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders entries by file, rule and fingerprint, so that a baseline changes only where findings do. */
function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareTexts(a.path, b.path) ||
    compareTexts(a.ruleId, b.ruleId) ||
    compareTexts(a.fingerprint, b.fingerprint)
  );
}

/**
 * The entries for all findings of a run but those of reading: a file that can't be read can't be
 * left for later. `pathOf` gives a file's path as the baseline names it.
 */
export function baselineOf(
  findings: readonly Finding[],
  pathOf: (path: string) => string,
): readonly BaselineEntry[] {
  return identified(findings, pathOf)
    .filter(({ finding }) => canBeKnown(finding))
    .map(({ entry }) => entry)
    .sort(compareEntries);
}

/** The entries of two lists, each once, in their order; of two that are the same the first counts. */
export function mergeEntries(
  first: readonly BaselineEntry[],
  second: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((entry) => !known.has(keyOf(entry)))].sort(compareEntries);
}

/**
 * Tells findings that a baseline knows from those that it doesn't, and entries whose finding is gone.
 * Only entries that `isJudged` can be found gone: those of files that were checked, by rules that ran.
 */
export function compareWithBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  pathOf: (path: string) => string,
  isJudged: (entry: BaselineEntry) => boolean,
): BaselineComparison {
  const known = new Set(entries.map(keyOf));
  const found = identified(findings, pathOf).map(({ finding, entry }) => ({
    finding,
    key: keyOf(entry),
    isKnown: canBeKnown(finding) && known.has(keyOf(entry)),
  }));
  const there = new Set(found.map(({ key }) => key));
  return {
    known: new Set(found.filter(({ isKnown }) => isKnown).map(({ finding }) => finding)),
    stale: entries.flatMap((entry, index) =>
      !there.has(keyOf(entry)) && isJudged(entry) ? [index] : [],
    ),
  };
}
