import type { Evidence, ReasonGain, SecondsInterval } from '../advice/evidence/evidence.ts';

/** A millionth of a second, or of a share, is more than any interval holds. */
const rounded = (value: number): number => {
  const short = Math.round(value * 1e6) / 1e6;
  return short === 0 ? 0 : short;
};

const intervalJson = ({ seconds, low, high }: SecondsInterval) => ({
  seconds: rounded(seconds),
  low: rounded(low),
  high: rounded(high),
});

const reasonJson = ({ reason = '', calls, before, after, seconds }: ReasonGain) => ({
  reason: reason === '' ? null : reason,
  calls: rounded(calls),
  before: rounded(before),
  after: rounded(after),
  seconds: rounded(seconds),
});

/** Evidence as it stands in documents: seconds and shares to a millionth, `null` where there is nothing to tell. */
export function evidenceJson(evidence: Evidence) {
  const { unknownReasons, worstHit, judged, yearly, hangUps, keys } = evidence;
  return {
    ...intervalJson(evidence),
    drawn: evidence.drawn,
    chanceOfGain: rounded(evidence.chanceOfGain),
    calls: rounded(evidence.calls),
    unknownReasons: {
      calls: rounded(unknownReasons.calls),
      share: rounded(unknownReasons.share),
      least: rounded(unknownReasons.least),
      most: rounded(unknownReasons.most),
    },
    unreachable: rounded(evidence.unreachable),
    better: rounded(evidence.better),
    worse: rounded(evidence.worse),
    unchanged: rounded(evidence.unchanged),
    reasons: evidence.reasons.map(reasonJson),
    worstHit: worstHit === undefined ? null : reasonJson(worstHit),
    sensitivity: evidence.sensitivity.map(({ assumption, seconds }) => ({
      assumption,
      seconds: rounded(seconds),
    })),
    judged:
      judged === undefined
        ? null
        : { ...intervalJson(judged), calls: rounded(judged.calls), by: judged.by },
    yearly:
      yearly === undefined
        ? null
        : {
            calls: Math.round(yearly.calls),
            basis: yearly.basis,
            hours: rounded(yearly.hours.mean),
            hoursLow: rounded(yearly.hours.low),
            hoursHigh: rounded(yearly.hours.high),
            trunkMinutes: rounded(yearly.trunkMinutes),
          },
    hangUps:
      hangUps === undefined
        ? null
        : {
            basis: 'model',
            perSecond: rounded(hangUps.perSecond),
            fewerPerThousand: rounded(hangUps.fewerPerThousand),
          },
    keys: {
      calls: rounded(keys.calls),
      habitualCallers: keys.habitualCallers ?? null,
      changes: keys.changes.map(({ reason = null, before, after, calls }) => ({
        ...{ reason, before, after },
        calls: rounded(calls),
      })),
    },
    verdict: evidence.verdict ?? null,
    callsNeeded: evidence.callsNeeded ?? null,
  };
}
