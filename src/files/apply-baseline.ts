import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileKinds } from '../import/file-kinds.ts';
import {
  baselineOf,
  canBeKnown,
  compareWithBaseline,
  mergeEntries,
  type BaselineEntry,
} from '../lint/baseline.ts';
import { lintResult, type HiddenFinding, type LintResult } from '../lint/lint-result.ts';
import type { BaselineDocument } from '../lint/parse-baseline.ts';
import { staleFinding } from '../lint/stale-finding.ts';
import type { Finding } from '../source/finding.ts';
import { IvrError } from '../source/ivr-error.ts';
import type { Source } from '../source/source.ts';
import type { LintedFiles } from './lint-files.ts';
import { brokenFile } from './load-config.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';
import { pathFrom, type RuleSelection } from './select-rules.ts';
import { writeWhole } from './write-whole.ts';

/** What is done with a baseline, and where. */
export interface BaselineUse {
  readonly file: string;
  /** `compare` tells entries whose finding is gone, `prune` takes them out, `write` puts in everything. */
  readonly use: 'compare' | 'prune' | 'write';
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly selection: Pick<RuleSelection, 'isAsked'> | undefined;
}

/** The findings that a baseline leaves, and what was written into it. */
export interface BaselineResult extends LintResult {
  /** How many entries the file now holds, where it was written. */
  readonly written: number | undefined;
}

/** Runs without a baseline start without its schema. */
const loadBaselineFormat = () => import('../lint/parse-baseline.ts');

async function readBaseline({ file, cwd, stdin, use }: BaselineUse): Promise<BaselineDocument> {
  const { parseBaseline, writeBaseline } = await loadBaselineFormat();
  let source: Source = { path: file, text: writeBaseline([]) };
  try {
    source = await readSource(file, cwd, stdin);
  } catch (error) {
    if (!(error instanceof IvrError) || error.code !== 'file-not-found') throw error;
    if (use !== 'write') {
      const help = 'Check the name, or make it with --write-baseline.';
      throw new IvrError('file-not-found', `There is no baseline ${file}.`, { help, cause: error });
    }
  }
  const { document, findings } = parseBaseline(source);
  if (document === undefined)
    throw (await otherKind(source, fileKinds.baseline)) ?? brokenFile(findings, file);
  return document;
}

/** The entries that the file is to hold now; nothing where it stays as it is. */
function entriesAfter(
  use: BaselineUse['use'],
  before: readonly BaselineEntry[],
  stale: readonly number[],
  isJudged: (entry: BaselineEntry) => boolean,
  found: readonly BaselineEntry[],
): readonly BaselineEntry[] | undefined {
  switch (use) {
    case 'compare':
      return undefined;
    case 'prune': {
      const gone = new Set(stale);
      return gone.size === 0 ? undefined : before.filter((_, index) => !gone.has(index));
    }
    case 'write':
      return mergeEntries(
        found,
        before.filter((entry) => !isJudged(entry)),
      );
  }
}

/**
 * Hides the findings that a baseline knows. An entry whose finding is gone is an error at its place
 * in the baseline; entries of files, and of rules, that this run left out are not judged. Throws an
 * IvrError when the baseline is not there or can't be read.
 */
export async function applyBaseline(
  linted: LintedFiles,
  options: BaselineUse,
): Promise<BaselineResult> {
  const { file, use, cwd, selection } = options;
  const document = await readBaseline(options);
  const folder = dirname(resolve(cwd, file));
  const pathOf = pathFrom(folder, cwd);
  const read = new Set(linted.sources.map(({ path }) => pathOf(path)));
  const checked = new Set([...linted.checked].map(pathOf));
  const isGone = (path: string) =>
    path !== '-' && !read.has(path) && !existsSync(resolve(folder, path));
  const isJudged = ({ path, ruleId }: BaselineEntry) =>
    (selection?.isAsked(ruleId) ?? true) && (checked.has(path) || isGone(path));

  const entries = document.entries;
  const { known, stale } = compareWithBaseline(linted.findings, entries, pathOf, isJudged);
  const kept = entriesAfter(use, entries, stale, isJudged, baselineOf(linted.findings, pathOf));
  const { writeBaseline } = await loadBaselineFormat();
  if (kept !== undefined) await writeWhole(resolve(cwd, file), writeBaseline(kept), file);

  const gone = use === 'compare' ? stale.map((index) => staleFinding(document, index)) : [];
  const isKnown = use === 'write' ? canBeKnown : (finding: Finding) => known.has(finding);
  const hidden = linted.findings
    .filter(isKnown)
    .map((finding): HiddenFinding => ({ finding, by: 'baseline', reason: undefined }));
  const sources = gone.length > 0 ? [...linted.sources, document.source] : linted.sources;
  return {
    ...lintResult([...linted.findings.filter((one) => !isKnown(one)), ...gone], sources, {
      ...linted.summary,
      hidden: [...linted.hidden, ...hidden],
      stale: gone.length,
    }),
    written: kept?.length,
  };
}
