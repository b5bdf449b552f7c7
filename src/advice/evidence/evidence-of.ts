import type { CallerCalls } from '../../calls/call-details.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import { upperTail } from '../../insight/normal.ts';
import { otherAssumptions } from '../assumptions.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import type { Errands } from '../errands/errand.ts';
import { walkErrands, type Walked } from '../errands/walk-errands.ts';
import { bootstrapMean, type MeanGain } from './bootstrap-mean.ts';
import type { Evidence, ReasonGain, SecondsInterval, YearlySaving } from './evidence.ts';
import { gainClusters, type PathGain } from './gain-clusters.ts';
import type { HangUpHazard } from './hang-up-hazard.ts';
import { keyChanges } from './key-changes.ts';
import { manskiBounds, reasonGains } from './reason-gains.ts';
import type { CallHalves, CallsPart } from './split-calls.ts';
import { verdictOf } from './verdict-of.ts';

/** Two scripts and the calls by which they are compared. */
export interface Comparison extends CallsPart {
  readonly before: CallFlow;
  readonly after: CallFlow;
  readonly model?: CallerTimeModel | undefined;
  /** The halves that the change was chosen on and is judged by. */
  readonly halves?: Pick<CallHalves, 'judge' | 'by'> | undefined;
  /** Calls a year, and whether the user said so. */
  readonly perYear?: Pick<YearlySaving, 'calls' | 'basis'> | undefined;
  readonly hazard?: HangUpHazard | undefined;
  readonly seed?: number;
  /** Walks the errands over a script, where some walks may be known already. */
  readonly walk?: ((flow: CallFlow, figures: CallerTimeModel) => Walked) | undefined;
}

/** Seconds below this are rounding: nobody waits longer or shorter. */
const noticeable = 1e-9;

/** What each path gains: nothing where one of its errands isn't reached in both scripts. */
function pathGains(
  { paths }: Errands,
  gains: readonly (number | undefined)[],
): readonly PathGain[] {
  return paths.map(({ calls, shares }) => {
    let seconds: number | undefined = 0;
    for (const { errand, share } of shares) {
      const gain = gains[errand];
      seconds = gain === undefined || seconds === undefined ? undefined : seconds + share * gain;
    }
    return { calls, seconds };
  });
}

/** By errand, the seconds that are saved. */
function errandGains(before: Walked, after: Walked): readonly (number | undefined)[] {
  return before.errands.map((was, position) => {
    const is = after.errands[position];
    return was.isReached && is?.isReached === true ? was.seconds - is.seconds : undefined;
  });
}

function meanGain(
  errands: Errands,
  callers: CallerCalls | undefined,
  gains: readonly (number | undefined)[],
  seed: number,
): MeanGain | undefined {
  return bootstrapMean(gainClusters(pathGains(errands, gains), callers), seed);
}

const intervalOf = ({ mean: seconds, low, high }: MeanGain): SecondsInterval => ({
  ...{ seconds, low, high },
});

/**
 * How sure it is that a mean gain is above zero. With half a call added to each reason the shares are
 * Dirichlet, and the gain, linear in them, has the variance (Σ p·g² − (Σ p·g)²)/(n + 1); n counts calls
 * for as many as they are worth where callers call several times. What varies within a reason counts,
 * too: the variance is at least that of the mean over callers.
 */
function chanceOfGain(reasons: readonly ReasonGain[], gain: MeanGain, effect: number): number {
  const total = reasons.reduce((sum, { calls }) => sum + calls + 0.5, 0);
  const moment = (power: 1 | 2) =>
    reasons.reduce(
      (sum, { calls, seconds }) => sum + ((calls + 0.5) / total) * seconds ** power,
      0,
    );
  const mean = moment(1);
  const dirichlet = Math.max(0, moment(2) - mean ** 2) / (total / effect + 1);
  const deviation = Math.sqrt(Math.max(dirichlet, gain.standardError ** 2));
  if (deviation === 0) return mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
  return upperTail(-mean / deviation);
}

/** For how many calls one counts, as calls of one caller are alike: 1 where every caller calls once. */
function designEffect(
  paths: readonly PathGain[],
  { mean, standardError, calls }: MeanGain,
): number {
  const squares = paths.reduce(
    (sum, { calls: own, seconds }) =>
      seconds === undefined ? sum : sum + own * (seconds - mean) ** 2,
    0,
  );
  return squares === 0 ? 1 : Math.max(1, (standardError ** 2 * calls * calls) / squares);
}

function shareOf(
  paths: readonly PathGain[],
  calls: number,
  isMeant: (seconds: number) => boolean,
): number {
  const meant = paths.filter(({ seconds }) => seconds !== undefined && isMeant(seconds));
  return meant.reduce((sum, path) => sum + path.calls, 0) / calls;
}

function yearlyOf(
  { seconds, low, high }: SecondsInterval,
  { calls, basis }: Pick<YearlySaving, 'calls' | 'basis'>,
): YearlySaving {
  const hours = (value: number) => (value * calls) / 3600;
  return {
    ...{ calls, basis },
    hours: { mean: hours(seconds), low: hours(low), high: hours(high) },
    trunkMinutes: (seconds * calls) / 60,
  };
}

/**
 * What a change of a script does to the calls of a log, how sure that is, and for whom: both scripts are
 * walked by the same calls, so each call is compared with itself. Nothing where no call reaches in both
 * what it reached before. The intervals are for chance alone.
 */
export function evidenceOf(comparison: Comparison): Evidence | undefined {
  const { errands, callers, before, after, halves, hazard, seed = 1 } = comparison;
  const { model = errands.model } = comparison;
  const walkOver =
    comparison.walk ??
    ((flow: CallFlow, figures: CallerTimeModel) => walkErrands(flow, errands, figures));
  const walk = (flow: CallFlow, figures = model): Walked => walkOver(flow, figures);
  const [was, is] = [walk(before), walk(after)];
  const gains = errandGains(was, is);
  const gain = meanGain(errands, callers, gains, seed);
  if (gain === undefined) return undefined;
  const interval = intervalOf(gain);
  const paths = pathGains(errands, gains);
  const reasons = reasonGains(errands, was, is);
  const unknown = reasons.find(({ reason }) => reason === undefined)?.calls ?? 0;
  const sensitivity = otherAssumptions.map(({ assumption, change }) => {
    const figures = change(model);
    const other = errandGains(walk(before, figures), walk(after, figures));
    return { assumption, seconds: weightedMean(pathGains(errands, other)) };
  });
  const half =
    halves === undefined
      ? undefined
      : meanGain(halves.judge.errands, halves.judge.callers, gains, seed);
  const judged =
    half === undefined || halves === undefined
      ? undefined
      : { ...intervalOf(half), calls: half.calls, by: halves.by };
  const worst = reasons
    .filter(({ reason }) => reason !== undefined)
    .reduce<ReasonGain | undefined>(
      (most, own) => (own.seconds < (most?.seconds ?? -noticeable) ? own : most),
      undefined,
    );
  const { perYear } = comparison;
  return {
    ...interval,
    drawn: callers === undefined ? 'calls' : 'callers',
    chanceOfGain: chanceOfGain(reasons, gain, designEffect(paths, gain)),
    calls: gain.calls,
    unknownReasons: {
      calls: unknown,
      share: unknown / gain.calls,
      ...manskiBounds(reasons, gain.calls),
    },
    unreachable: errands.calls - Math.min(was.calls, is.calls),
    better: shareOf(paths, gain.calls, (seconds) => seconds > noticeable),
    worse: shareOf(paths, gain.calls, (seconds) => seconds < -noticeable),
    unchanged: shareOf(paths, gain.calls, (seconds) => Math.abs(seconds) <= noticeable),
    ...{ reasons, sensitivity, judged, model },
    worstHit: worst,
    yearly: perYear === undefined ? undefined : yearlyOf(interval, perYear),
    hangUps:
      hazard === undefined
        ? undefined
        : {
            perSecond: hazard.perSecond,
            fewerPerThousand: 1000 * (1 - Math.exp(-hazard.perSecond * gain.mean)),
          },
    keys: keyChanges(errands, was, is, callers),
    ...verdictOf(gain, judged, sensitivity),
  };
}

function weightedMean(paths: readonly PathGain[]): number {
  let [calls, gain] = [0, 0];
  for (const path of paths) {
    if (path.seconds === undefined) continue;
    calls += path.calls;
    gain += path.calls * path.seconds;
  }
  return calls === 0 ? 0 : gain / calls;
}
