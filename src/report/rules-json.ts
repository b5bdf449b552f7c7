import type { RuleInfo } from '../lint/rule-info.ts';
import { jsonText } from './json.ts';

/** The version of the document's shape; it grows when a field changes its meaning or goes. */
const schemaVersion = 1;

/**
 * Rules as one JSON document: `{schemaVersion, rules[] {id, of, severity, summary, source, presets[],
 * messages[] {says, help}, thresholds[] {name, value, unit, source}}}`. Checks that are always on
 * have no presets.
 */
export function rulesToJson(infos: readonly RuleInfo[]): string {
  const rules = infos.map((info) => ({
    id: info.id,
    of: info.of,
    severity: info.severity,
    summary: info.summary,
    source: info.source,
    presets: info.presets,
    messages: info.messages.map(({ says, help }) => ({ says, help })),
    thresholds: info.thresholds,
  }));
  return jsonText({ schemaVersion, rules });
}
