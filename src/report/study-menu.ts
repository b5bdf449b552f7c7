import type { Calibration } from '../advice/calibration.ts';
import { suggest } from '../advice/suggest.ts';
import type { CondensedLog } from '../calls/condensed-log.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { findInsights } from '../insight/find-insights.ts';
import { weekCoverage } from '../insight/week-coverage.ts';
import type { RuleSetting } from '../lint/run-rules.ts';
import { proveFlow } from '../prove/prove-flow.ts';
import { replayLog } from '../replay/replay-log.ts';
import type { Directory } from '../routing/directory.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { ApplyCommand, CallsReport, MenuReport } from './menu-report.ts';

/** What a menu is studied from. */
export interface MenuStudy {
  readonly document: ScriptDocument;
  readonly flow: CallFlow;
  readonly directory: Directory | undefined;
  readonly findings: readonly Finding[];
  readonly log: CondensedLog | undefined;
  readonly calibration?: Calibration | undefined;
  /** The rules in force, which changes must not break; the recommended ones where nothing is said. */
  readonly rules?: readonly RuleSetting[] | undefined;
  readonly agentSeconds?: Readonly<Record<string, number>> | undefined;
  /** Any moment (UTC) of the day whose week is drawn, and from which on every hour is proved. */
  readonly day: number;
  readonly apply: ApplyCommand | undefined;
}

async function callsOf(study: MenuStudy): Promise<CallsReport | undefined> {
  const { flow, log, findings, agentSeconds, calibration, directory, rules } = study;
  if (log === undefined) return undefined;
  const input = { flow, log, replay: replayLog(flow, log), findings, agentSeconds };
  return {
    input,
    insights: findInsights(input),
    advice: await suggest(flow, input.replay, { calibration, directory, log, rules }),
  };
}

/**
 * Asks a menu all questions at once: what its calls tell, what would make them shorter, whether every
 * caller gets somewhere, and when its destinations take calls. The same study gives the same report.
 */
export async function studyMenu(study: MenuStudy): Promise<MenuReport> {
  const { document, flow, directory, findings, day, apply } = study;
  const from = new Date(day).toISOString().slice(0, 10);
  const proof = await proveFlow(flow, directory, { from });
  const week = directory === undefined ? undefined : await weekCoverage(flow, directory, day);
  const calls = await callsOf(study);
  return { document, flow, directory, findings, calls, proof, week, apply };
}
