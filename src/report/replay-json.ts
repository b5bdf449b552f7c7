import { containmentOf } from '../insight/containment.ts';
import { findDropOuts } from '../insight/drop-outs.ts';
import { judgeFit } from '../insight/judge-fit.ts';
import type { Rate } from '../insight/rate.ts';
import type { ReplayReport } from './replay-report.ts';

/** Six decimals are more than any interval holds, and the same on every machine. */
const rounded = (share: number | undefined): number | null =>
  share === undefined ? null : Math.round(share * 1e6) / 1e6;

function rateJson({ count, of, rate, low, high, trust }: Rate) {
  return {
    count,
    of,
    rate: rounded(rate),
    low: rounded(low),
    high: rounded(high),
    trust,
  };
}

/**
 * The document of `ivr replay --format json`, as plain data. Shares are from 0 to 1, `null` where
 * they would be of nothing; times are ISO 8601 in UTC. Holds no digits that callers entered.
 */
export function replayDocument({ script, log, replay, version }: ReplayReport) {
  const { window } = log;
  const time = (at: number): string => new Date(at).toISOString();
  const containment = containmentOf(replay);
  const dropOuts = findDropOuts(replay);
  const fit = judgeFit(replay, log);
  return {
    schemaVersion: 1,
    script: script.id,
    ...(version === undefined ? {} : { version }),
    window: window === undefined ? null : { from: time(window.from), to: time(window.to) },
    rows: { ...log.rows, rejectedBy: log.rejectedBy },
    rejects: log.firstRejects.map(({ path, line, column = null, reason }) => ({
      path,
      line,
      column,
      reason,
    })),
    irregular: log.irregular,
    calls: replay.calls,
    variants: replay.variants,
    fitness: rounded(replay.fitness),
    moves: replay.moves,
    fittingCalls: replay.fittingCalls,
    fit: { isEnough: fit.isEnough, share: rounded(fit.share), check: fit.check },
    outcomes: replay.outcomes,
    turnedAway: replay.turnedAway,
    containment: {
      withHangUps: rateJson(containment.withHangUps),
      withoutHangUps: rateJson(containment.withoutHangUps),
    },
    nodes: replay.nodes.map(({ id, entered, visits, noInputs, noMatches }, index) => {
      const { count, rate, low, high, trust } = dropOuts[index] ?? noDropOut;
      const shares = { rate: rounded(rate), low: rounded(low), high: rounded(high) };
      return { id, entered, visits, noInputs, noMatches, dropOuts: { count, ...shares, trust } };
    }),
    dropOutsElsewhere: replay.dropOutsElsewhere,
    edges: replay.edges.map(({ edge, taken, calls }) => ({
      from: edge.from,
      to: edge.to,
      trigger: edge.trigger,
      value: edge.value ?? null,
      taken,
      calls,
    })),
    deviations: replay.deviations.map(({ seen, ...rest }) => ({
      ...rest,
      seen: seen === undefined ? null : { from: time(seen.from), to: time(seen.to) },
    })),
  };
}

const noDropOut = {
  count: 0,
  rate: undefined,
  low: undefined,
  high: undefined,
  trust: 'hidden',
} as const;

/** What `ivr replay --format json` prints: one document, with a line end. */
export function replayToJson(report: ReplayReport): string {
  return `${JSON.stringify(replayDocument(report), null, 2)}\n`;
}

/** The same for several versions of a script, oldest first; one is printed as it is alone. */
export function replaysToJson(reports: readonly ReplayReport[]): string {
  const [only, another] = reports;
  if (only !== undefined && another === undefined) return replayToJson(only);
  const document = { schemaVersion: 1, versions: reports.map(replayDocument) };
  return `${JSON.stringify(document, null, 2)}\n`;
}
