import { jsonText } from './json.ts';
import { callsByPeriod, explainProblem, type LogCheck } from './log-check.ts';

const time = (at: number): string => new Date(at).toISOString();

/** What `ivr calls check --format json` prints. Times are ISO 8601 in UTC; shares are counts of counts. */
export function logCheckToJson({ log, judgement, digest, examples }: LogCheck): string {
  const { window } = log;
  return jsonText({
    schemaVersion: 1,
    verdict: judgement.verdict,
    problems: judgement.problems.map((problem) => ({ ...problem, ...explainProblem(problem) })),
    logs: log.sources.map(({ path, layout, encoding, packed = null }) => ({
      ...{ path, layout, encoding, packed },
    })),
    window: window === undefined ? null : { from: time(window.from), to: time(window.to) },
    rows: { ...log.rows, rejectedBy: log.rejectedBy },
    rejects: examples.map(({ path, line, column = null, reason }) => ({
      ...{ path, line, column, reason },
    })),
    calls: log.calls,
    variants: log.variants.length,
    irregular: log.irregular,
    versions: log.versions,
    callsBy: callsByPeriod({ ...log }),
    gaps: judgement.gaps.map(({ from, to, usual }) => ({ from: time(from), to: time(to), usual })),
    digest,
  });
}
