import { formatDrill } from '../routing/drill.ts';
import type { FollowedStep, HeardLine } from '../walk/followed-call.ts';
import type { CallReport } from './call-report.ts';
import { callerThought } from './caller-thought.ts';
import { jsonText } from './json.ts';
import { zoneIso, type ZoneTime } from './zone-time.ts';

const toMillisecond = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function heardJson({ role, text, recording, key, from, to, whole }: HeardLine) {
  return {
    role,
    text: text ?? null,
    recording: recording ?? null,
    key: key ?? null,
    from: toMillisecond(from),
    to: toMillisecond(to),
    whole,
  };
}

function stepJson(step: FollowedStep, time: ZoneTime) {
  const { met, taken, to } = step;
  return {
    seconds: step.seconds,
    at: zoneIso(step.at, time),
    node: step.node,
    kind: step.kind,
    language: step.language,
    heard: step.heard.map(heardJson),
    met: met === undefined ? null : { what: met.what, name: met.name ?? null, is: met.is ?? null },
    case: taken ?? null,
    action: step.action,
    until: step.until,
    unknown: step.unknown,
    to: to ?? null,
  };
}

/** The document of `ivr call --format json`, as plain data. Holds no digits that a caller entered. */
function callDocument(report: CallReport) {
  const { script, directory, call, judgement, time, drills, notes } = report;
  const { end, steps, actions } = call;
  return {
    schemaVersion: 1,
    script: script.id,
    directory: directory?.id ?? null,
    at: zoneIso(call.start, time),
    timeZone: time.zone,
    drills: drills.map(formatDrill),
    notes,
    actions,
    steps: steps.map((step) => stepJson(step, time)),
    end: {
      node: end.node ?? null,
      queue: end.queue ?? null,
      outcome: judgement.outcome,
      why: end.why,
      well: judgement.well,
      language: end.language,
      heard: end.heard.map(heardJson),
      seconds: end.seconds,
      at: zoneIso(end.at, time),
      thought: callerThought(report),
    },
  };
}

/** What `ivr call --format json` prints; the format is told in docs/calling-a-menu.md. */
export function callToJson(report: CallReport): string {
  return jsonText(callDocument(report));
}
