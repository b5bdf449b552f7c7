import type { WhatIf } from '../advice/what-if.ts';
import { evidenceJson } from './evidence-json.ts';
import { jsonText } from './json.ts';

const short = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * The document of `ivr replay --as --format json`, as plain data. Times are in seconds, shares from 0 to
 * 1, `null` where there is nothing to tell. Below zero a saving is a loss.
 */
function whatIfDocument(found: WhatIf) {
  const { before, after, seconds, refusal, evidence } = found;
  return {
    schemaVersion: 1,
    script: after.script.id,
    as: before.script.id,
    calls: found.calls,
    fittingCalls: found.fittingCalls,
    refused: refusal ?? null,
    secondsPerCall:
      seconds === undefined ? null : { before: short(seconds.before), after: short(seconds.after) },
    saving: evidence === undefined ? null : evidenceJson(evidence),
    unreachable: found.unreachable.map(({ goal, by, calls }) => ({
      ...{ goal, by: by ?? null },
      calls: short(calls),
    })),
    astray: short(found.astray),
    unknownShare: short(found.unknownShare),
    model: found.model,
    calibration: found.calibration ?? null,
  };
}

/** What `ivr replay --as --format json` prints: one document, with a line end. */
export function whatIfToJson(found: WhatIf): string {
  return jsonText(whatIfDocument(found));
}
