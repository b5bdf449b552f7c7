import type { Advice } from './advice/suggestion.ts';
import { suggest } from './advice/suggest.ts';
import type { CondensedLog } from './calls/condensed-log.ts';
import { buildCallFlow } from './flow/build-call-flow.ts';
import type { CallFlow } from './flow/call-flow.ts';
import { lintScript, type RuleSetting } from './lint/run-rules.ts';
import type { Replay } from './replay/replay.ts';
import { replayLog } from './replay/replay-log.ts';
import type { Directory } from './routing/directory.ts';
import type { ScriptDocument } from './script/script-document.ts';
import type { Finding } from './source/finding.ts';

/** What the calls of a log say about a script. */
export interface CallAnalysis {
  readonly log: CondensedLog;
  readonly replay: Replay;
  readonly advice: Advice;
}

/** Everything that is known about one script. */
export interface Analysis {
  readonly document: ScriptDocument;
  readonly flow: CallFlow;
  readonly findings: readonly Finding[];
  /** Nothing where there is no log. */
  readonly calls: CallAnalysis | undefined;
}

/**
 * The whole way through, for one script:
 *
 *     ScriptDocument ──build──▶ CallFlow ──lint──▶ Finding[]
 *                                  │
 *     CondensedLog ────────replay──┴──▶ Replay ──suggest──▶ Advice
 *
 * `condense` is given the flow, because only the menu's own keys may be kept from a log.
 */
export async function analyze(
  document: ScriptDocument,
  options: {
    readonly directory?: Directory | undefined;
    /** The rules in force; the recommended ones where nothing is said. */
    readonly rules?: readonly RuleSetting[] | undefined;
    /** What linting found, where that was done already; else the rules are run. */
    readonly findings?: readonly Finding[] | undefined;
    readonly condense?: ((flow: CallFlow) => Promise<CondensedLog>) | undefined;
  } = {},
): Promise<Analysis> {
  const { directory, rules } = options;
  const flow = buildCallFlow(document.script);
  const findings = options.findings ?? lintScript(document, { directory, ...(rules && { rules }) });
  const log = await options.condense?.(flow);
  if (log === undefined) return { document, flow, findings, calls: undefined };
  const replay = replayLog(flow, log);
  const advice = await suggest(flow, replay, { directory, rules, log });
  return { document, flow, findings, calls: { log, replay, advice } };
}
