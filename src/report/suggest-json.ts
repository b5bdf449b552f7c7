import type { CallerTime } from '../advice/caller-time.ts';
import { textsOfChange } from '../advice/change.ts';
import type { Suggestion } from '../advice/suggestion.ts';
import { evidenceJson } from './evidence-json.ts';
import type { SuggestReport } from './suggest-report.ts';

/** A millionth of a second, or of a share, is more than any interval holds. */
const rounded = (value: number): number => {
  const short = Math.round(value * 1e6) / 1e6;
  return short === 0 ? 0 : short;
};

function timeJson({ secondsPerCall, calls, unknownShare }: CallerTime) {
  return {
    secondsPerCall: secondsPerCall === undefined ? null : rounded(secondsPerCall),
    calls,
    unknownShare: rounded(unknownShare),
  };
}

function suggestionJson(suggestion: Suggestion) {
  const { number, kind, node, title, buildsOn, change, saving, calls, worstHit, verdict, optimal } =
    suggestion;
  const { seconds, low, high, perVisit, better, worse, unchanged, unknownChoices } = saving;
  return {
    number,
    kind,
    node,
    title,
    buildsOn,
    change: {
      about: change.about,
      summary: change.summary,
      edits: change.edits,
      moves: change.moves,
      texts: textsOfChange(change).map(({ path, language = null, before, after }) => ({
        path,
        language,
        before,
        after,
      })),
      byHand: change.byHand,
    },
    saving: {
      seconds: rounded(seconds),
      low: rounded(low),
      high: rounded(high),
      perVisit: rounded(perVisit),
      better: rounded(better),
      worse: rounded(worse),
      unchanged: rounded(unchanged),
      sensitivity: saving.sensitivity.map(({ assumption, seconds: otherwise }) => ({
        assumption,
        seconds: rounded(otherwise),
      })),
      unknownChoices: {
        share: rounded(unknownChoices.share),
        least: rounded(unknownChoices.least),
        most: rounded(unknownChoices.most),
      },
    },
    calls,
    worstHit:
      worstHit === undefined ? null : { label: worstHit.label, seconds: rounded(worstHit.seconds) },
    changedKeyShare: rounded(suggestion.changedKeyShare),
    optimal: optimal ?? null,
    verdict,
    callsNeeded: suggestion.callsNeeded ?? null,
    grounds: suggestion.grounds ?? [],
    evidence: suggestion.evidence === undefined ? null : evidenceJson(suggestion.evidence),
  };
}

/**
 * The document of `ivr suggest --format json`, as plain data. Times are in seconds, shares from 0 to
 * 1, `null` where there is nothing to tell. A positive saving is less time for callers.
 */
export function suggestDocument({ script, advice }: SuggestReport) {
  const { current, after, suggestions, notes } = advice;
  return {
    schemaVersion: 1,
    script: script.id,
    calls: current.calls,
    current: timeJson(current),
    suggestions: suggestions.map(suggestionJson),
    after: timeJson(after),
    secondsAfter: (advice.secondsAfter ?? []).map(rounded),
    bestFound: advice.bestFound === undefined ? null : rounded(advice.bestFound),
    bound:
      advice.bound === undefined
        ? null
        : {
            // Down, so that the bound that is printed is one.
            secondsPerCall: Math.floor(advice.bound.secondsPerCall * 1e6) / 1e6,
            keptSeconds: rounded(advice.bound.keptSeconds),
            calls: rounded(advice.bound.calls),
          },
    notes: notes.map(({ reason, node = null, message }) => ({ reason, node, message })),
    model: current.model,
    calibration: advice.calibration ?? null,
  };
}

/** What `ivr suggest --format json` prints: one document, with a line end. */
export function suggestToJson(report: SuggestReport): string {
  return `${JSON.stringify(suggestDocument(report), null, 2)}\n`;
}
