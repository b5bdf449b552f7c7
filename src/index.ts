export { applySuggestions } from './advice/apply-suggestion.ts';
export { applyToSource } from './advice/apply-to-source.ts';
export { calibrate } from './advice/calibrate.ts';
export type { Calibration } from './advice/calibration.ts';
export { defaultCallerTimeModel, type CallerTimeModel } from './advice/caller-time-model.ts';
export { changeKindsIn } from './advice/change-kinds-in.ts';
export { changeKinds, type Change, type ChangeKind } from './advice/change.ts';
export { checkChosen } from './advice/check-chosen.ts';
export type { SuggestChecks } from './advice/load-guard.ts';
export type { SuggestOptions } from './advice/suggest-options.ts';
export type { ScriptEdit } from './advice/script-edit.ts';
export { suggest } from './advice/suggest.ts';
export type { Advice, Suggestion } from './advice/suggestion.ts';
export { wantedLog, type WantedLog } from './advice/wanted-log.ts';
export { whatIf, type WhatIf, type WhatIfOptions } from './advice/what-if.ts';
export { writeSuggested } from './advice/write-suggested.ts';
export { analyze, type Analysis } from './analyze.ts';
export type { CallEvent, CallEventName } from './calls/call-event.ts';
export type { CondensedLog } from './calls/condensed-log.ts';
export {
  engineNames,
  type EngineName,
  type OnReject,
  type WantedDetails,
} from './calls/log-engine.ts';
export { canonicalLines, digestOf } from './calls/digest-of.ts';
export { createRejectExamples } from './calls/reject-examples.ts';
export type { Variant } from './calls/variant.ts';
export type { Design, DesignedMenu, DesignedOption } from './design/design.ts';
export { designMenu } from './design/design-menu.ts';
export type { DesignModel, DesignOptions, ReasonPin } from './design/design-options.ts';
export { designScript } from './design/design-script.ts';
export { parseReasons } from './design/parse-reasons.ts';
export type { ReasonTable, WantedReason } from './design/wanted-reason.ts';
export { diffScripts, type FlowDiff } from './diff/diff-scripts.ts';
export {
  differenceKinds,
  type Difference,
  type DifferenceKind,
  type ScriptDiff,
} from './diff/difference.ts';
export { wordChanges, type WordChange } from './diff/word-changes.ts';
export { checkNames } from './export/check-names.ts';
export { exportScript } from './export/export-script.ts';
export {
  exportFormats,
  type Exported,
  type ExportFormat,
  type ExportOptions,
  type NameMap,
} from './export/exporter.ts';
export type { NamesDocument } from './export/names.ts';
export { writeNativeScript } from './export/native.ts';
export { parseNames } from './export/parse-names.ts';
export { writeNativeDirectory } from './export/native-directory.ts';
export { buildCallFlow } from './flow/build-call-flow.ts';
export { edgesFrom, edgesInto, nodeOf, type CallFlow, type FlowEdge } from './flow/call-flow.ts';
export { importDirectory, type ImportedDirectory } from './import/directory/import-directory.ts';
export type { ImportReport } from './import/import-report.ts';
export { readMenuFile } from './import/read-menu-file.ts';
export { destinationCosts, type DestinationCost } from './insight/destination-costs.ts';
export { findDropOuts } from './insight/drop-outs.ts';
export { chooseInsights, findInsights, type Insights } from './insight/find-insights.ts';
export { judgeFit, type FitJudgement } from './insight/judge-fit.ts';
export type { Insight, InsightInput } from './insight/insight.ts';
export { insights } from './insight/insights.ts';
export { versionChanges, type VersionInput } from './insight/version-changes.ts';
export { weekCoverage, type WeekCoverage } from './insight/week-coverage.ts';
export { judgeLog, type LogJudgement, type LogProblem } from './insight/judge-log.ts';
export { reportInsights } from './insight/report/report-insights.ts';
export { outcomeRates } from './insight/outcome-rates.ts';
export { chooseRules, type RuleRequest } from './lint/choose-rules.ts';
export { defaultConfig, settingsFor, type LintConfig } from './lint/config.ts';
export { lintResult, type LintResult } from './lint/lint-result.ts';
export { defineRule, type Rule } from './lint/rule.ts';
export { ruleInfos, type RuleInfo } from './lint/rule-info.ts';
export { rules } from './lint/rules/index.ts';
export { lintScript, type RuleSetting } from './lint/run-rules.ts';
export { printLanguages } from './print/print-languages.ts';
export { printScript, type PrintOptions } from './print/print-script.ts';
export type { Printout } from './print/printout.ts';
export { promptList, type ListedPrompt } from './print/prompt-list.ts';
export { drillFlow, type DrillResult } from './prove/drill-flow.ts';
export type { CounterExample, Proof } from './prove/proof.ts';
export type { ProveOptions } from './prove/prepare-proof.ts';
export { proveFlow } from './prove/prove-flow.ts';
export { reasons, type Reason } from './prove/reason.ts';
export { lowerBound, type LowerBound } from './optimise/lower-bound.ts';
export type { MenuLeaf, MenuProblem } from './optimise/menu-problem.ts';
export type { MenuTree } from './optimise/menu-tree.ts';
export { solveMenu, type SolvedMenu } from './optimise/solve-menu.ts';
export { treeSeconds } from './optimise/tree-seconds.ts';
export { outcomes, type Outcome } from './replay/outcome.ts';
export { judgeCall, type CallJudgement } from './replay/judge-call.ts';
export { replayLog } from './replay/replay-log.ts';
export type { Replay } from './replay/replay.ts';
export { analysisFiles } from './report/analysis-files.ts';
export { anonymous } from './report/anonymous.ts';
export { analysisToText } from './report/analysis-text.ts';
export { callToJson } from './report/call-json.ts';
export type { CallReport } from './report/call-report.ts';
export {
  askedLines,
  callFoot,
  callHead,
  callToText,
  stepHead,
  stepLines,
  type CallTextOptions,
} from './report/call-text.ts';
export { costsToCsv } from './report/costs-csv.ts';
export { costsToJson } from './report/costs-json.ts';
export { costsToText } from './report/costs-text.ts';
export { designToJson } from './report/design-json.ts';
export { designToText } from './report/design-text.ts';
export { diffToText } from './report/diff-text.ts';
export { directoryImportToText } from './report/directory-import-text.ts';
export { importToText } from './report/import-text.ts';
export { explainRule } from './report/explain-rule.ts';
export { formatLint, type LintFormat, type LintReportOptions } from './report/lint-formats.ts';
export type { IvrReport } from './calls/report/ivr-report.ts';
export {
  countsToCsv,
  countsToJson,
  countsToMarkdown,
  countsToText,
  type CountsReport,
} from './report/counts-report.ts';
export { insightFiles, insightText, type InsightFormat } from './report/insight-formats.ts';
export type { InsightReport } from './report/insight-report.ts';
export { insightsToCsv } from './report/insights-csv.ts';
export { insightsToJson } from './report/insights-json.ts';
export { insightsToMarkdown } from './report/insights-markdown.ts';
export { insightsToText } from './report/insights-text.ts';
export type { LogCheck } from './report/log-check.ts';
export { logCheckToJson } from './report/log-check-json.ts';
export { logCheckToText } from './report/log-check-text.ts';
export { lintToJson } from './report/lint-json.ts';
export { lintToText } from './report/lint-text.ts';
export { printToHtml } from './report/print-html.ts';
export { printToMarkdown } from './report/print-markdown.ts';
export { printToText } from './report/print-text.ts';
export { promptsToCsv } from './report/prompts-csv.ts';
export { proveToJson } from './report/prove-json.ts';
export type { ProveReport } from './report/prove-report.ts';
export { proveToText } from './report/prove-text.ts';
export { replaysToJson, replayToJson } from './report/replay-json.ts';
export { loadToText } from './report/load-text.ts';
export { replaysToText, replayToText } from './report/replay-text.ts';
export { calibrationToText } from './report/calibration-text.ts';
export { scriptDiffToJson } from './report/script-diff-json.ts';
export { scriptDiffToMarkdown } from './report/script-diff-markdown.ts';
export type { ScriptDiffReport } from './report/script-diff-report.ts';
export { scriptDiffToText } from './report/script-diff-text.ts';
export type { ApplyCommand, CallsReport, MenuReport } from './report/menu-report.ts';
export { menuSummary, type MenuSummary } from './report/menu-summary.ts';
export { reportToHtml } from './report/page/report-page.ts';
export { reportToCsv } from './report/report-csv.ts';
export { reportToMarkdown } from './report/report-markdown.ts';
export { studyMenu, type MenuStudy } from './report/study-menu.ts';
export { suggestToJson } from './report/suggest-json.ts';
export { suggestToText } from './report/suggest-text.ts';
export { whatIfToJson } from './report/what-if-json.ts';
export { whatIfToText } from './report/what-if-text.ts';
export {
  billCall,
  formatMoney,
  priceOfMinute,
  type Bill,
  type CallSeconds,
} from './routing/billing.ts';
export { checkDirectory } from './routing/check-directory.ts';
export { defineDirectory } from './routing/define-directory.ts';
export type { Directory, DirectoryDocument } from './routing/directory.ts';
export { formatDrill, type Drill } from './routing/drill.ts';
export { eachDrill, parseDrill, parseDrills } from './routing/parse-drill.ts';
export { parseDirectory } from './routing/parse-directory.ts';
export { defineScript } from './script/define-script.ts';
export { parseScript } from './script/parse-script.ts';
export type { Script, ScriptNode } from './script/script.ts';
export type { ScriptDocument } from './script/script-document.ts';
export type { Finding, Severity } from './source/finding.ts';
export { grouped, plural } from './source/plural.ts';
export { nearestChoice } from './source/nearest-choice.ts';
export { printable } from './source/code-frame.ts';
export { IvrError, type IvrErrorCode } from './source/ivr-error.ts';
export type { Place, Source } from './source/source.ts';
export {
  followCall,
  goOnWithCall,
  type CallStart,
  type PlannedAction,
} from './walk/follow-call.ts';
export type { FollowedCall, FollowedEnd, FollowedStep } from './walk/followed-call.ts';
export { parseActions } from './walk/parse-actions.ts';
export { formatKeys, parseKeyLines, parseKeys } from './walk/parse-keys.ts';
export { setUpCall, type CallRequest, type CallSetup } from './walk/set-up-call.ts';
export { simulateLog } from './walk/simulate-log.ts';
export type { SimulateOptions } from './walk/simulate-options.ts';
export { startCall } from './walk/start-call.ts';
export { step } from './walk/step.ts';
export { alwaysOpen, type World } from './walk/world.ts';
export { loadRouting, worldAt, type Routing } from './walk/world-at.ts';
