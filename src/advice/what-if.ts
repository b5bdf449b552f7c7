import type { CondensedLog } from '../calls/condensed-log.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { calibratedModel, type Calibration } from './calibration.ts';
import { defaultCallerTimeModel, type CallerTimeModel } from './caller-time-model.ts';
import { errandsOf } from './errands/errands-of.ts';
import { walkErrands, type Walked } from './errands/walk-errands.ts';
import { callsPerYear } from './evidence/calls-per-year.ts';
import type { Evidence } from './evidence/evidence.ts';
import { evidenceOf } from './evidence/evidence-of.ts';
import { hangUpHazard } from './evidence/hang-up-hazard.ts';
import { refusalOf, type Refusal } from './evidence/refusal.ts';

/** What a user may say of their own callers. */
export interface WhatIfOptions {
  /** Figures that replace the defaults of the caller-time model. */
  readonly model?: Partial<CallerTimeModel>;
  /** What a log tells of them; figures of `model` go before it. */
  readonly calibration?: Calibration | undefined;
  /** Calls a year; those of the log, in proportion, where it is left out. */
  readonly callsPerYear?: number | undefined;
}

/** What the calls over one script would be over another. */
export interface WhatIf {
  readonly before: CallFlow;
  readonly after: CallFlow;
  readonly calls: number;
  /** Calls that went over the script of the log without a deviation. */
  readonly fittingCalls: number;
  /** Seconds of listening and pressing a call that reaches in both what it reached; nothing without one. */
  readonly seconds: { readonly before: number; readonly after: number } | undefined;
  /** Share of the prompts said in the proposed script whose length is a default. */
  readonly unknownShare: number;
  /** What calls reached and can't reach any more, most calls first. */
  readonly unreachable: Walked['unreachable'];
  /** Calls whose detour, or the place where they left, isn't there as it was. */
  readonly astray: number;
  /** Why nothing is estimated. */
  readonly refusal: Refusal | undefined;
  /** Nothing where it is refused, or no call reaches what it reached. */
  readonly evidence: Evidence | undefined;
  readonly model: CallerTimeModel;
  readonly calibration: Calibration | undefined;
}

/**
 * Lets the callers of a log go about the same errands in a proposed script: what they would hear and
 * press there, how sure the difference is, who gains and who loses, what they couldn't reach any more,
 * and which keys they had to unlearn. `replay` is that of the log over the script of its calls.
 */
export function whatIf(
  before: CallFlow,
  after: CallFlow,
  log: Pick<CondensedLog, 'calls' | 'window' | 'dwell' | 'details'>,
  replay: Replay,
  options: WhatIfOptions = {},
): WhatIf {
  const { calibration } = options;
  const measured = calibration === undefined ? {} : calibratedModel(calibration);
  const model = { ...defaultCallerTimeModel, ...measured, ...options.model };
  const errands = errandsOf(before, replay, model);
  const refusal = refusalOf(replay, errands);
  const proposed = walkErrands(after, errands, model);
  const evidence =
    refusal === undefined
      ? evidenceOf({
          ...{ errands, before, after, model },
          callers: log.details?.callers,
          perYear: callsPerYear(log, options.callsPerYear),
          hazard: hangUpHazard(before, log.dwell, replay.paths),
        })
      : undefined;
  const mean = (of: 'before' | 'after') =>
    evidence === undefined
      ? 0
      : evidence.reasons.reduce((sum, reason) => sum + reason.calls * reason[of], 0) /
        evidence.calls;
  return {
    ...{ before, after, refusal, evidence, model, calibration },
    calls: replay.calls,
    fittingCalls: replay.fittingCalls,
    seconds: evidence === undefined ? undefined : { before: mean('before'), after: mean('after') },
    unknownShare: proposed.unknownShare,
    unreachable: proposed.unreachable,
    astray: proposed.astray,
  };
}
