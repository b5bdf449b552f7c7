import type { LintResult } from '../lint/lint-result.ts';
import { ruleInfos, type RuleInfo } from '../lint/rule-info.ts';
import { printable } from '../source/code-frame.ts';
import type { Finding, Severity } from '../source/finding.ts';
import { fingerprintsOf } from '../source/fingerprint.ts';
import type { Place } from '../source/source.ts';
import { jsonText } from './json.ts';
import { pathUri, reportPath } from './report-path.ts';
import { ruleHelp, ruleSummary } from './rule-help.ts';

/** Who made a document, and from where its paths count. */
export interface SarifOptions {
  /** The version of ivrkit. */
  readonly version: string;
  /** The folder of the run; absolute paths below it are written from there. */
  readonly root?: string | undefined;
}

const level = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;
/** What GitHub calls the severity of a rule that isn't about security. */
const problemSeverity = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
} as const satisfies Record<Severity, string>;

/** A link in a message begins with `](`: text of the user's must not make one (§3.11.6). */
const withoutLinks = (text: string): string => printable(text).replaceAll('](', '] (');
const linkText = (text: string): string => withoutLinks(text).replace(/[\\[\]]/g, '\\$&');

function physicalLocation({ path, start, end }: Place, root: string | undefined) {
  const uri = pathUri(reportPath(path, root));
  return {
    artifactLocation: uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

function descriptor(info: RuleInfo) {
  const summary = { text: ruleSummary(info) };
  return {
    id: info.id,
    shortDescription: summary,
    fullDescription: summary,
    help: { text: ruleHelp(info, 'plain'), markdown: ruleHelp(info, 'markdown') },
    defaultConfiguration: { level: level[info.severity] },
    properties: { 'problem.severity': problemSeverity[info.severity], tags: [...info.presets] },
  };
}

function message({ message: says, help, related }: Finding): string {
  const links = related.map(({ message: what }, index) => `[${linkText(what)}](${index + 1})`);
  const see = links.length === 0 ? [] : [`See ${links.join(', ')}.`];
  return [withoutLinks(says), withoutLinks(help), ...see].join(' ');
}

/** The rules of the findings, in the order of their ids; an id that nothing is known of stays bare. */
function descriptorsOf(findings: readonly Finding[]) {
  const infoOf = new Map(ruleInfos.map((info) => [info.id, info]));
  return [...new Set(findings.map(({ ruleId }) => ruleId))].sort().map((id) => {
    const info = infoOf.get(id);
    return info === undefined ? { id } : descriptor(info);
  });
}

/**
 * The findings as SARIF 2.1.0 (OASIS), with what GitHub's code scanning reads of it: rules with
 * their help, places, related places as links of the message, and fingerprints that stay when lines
 * move. Columns count UTF-16 units from 1; an `endColumn` is just behind the last character.
 */
export function lintToSarif({ findings }: LintResult, { version, root }: SarifOptions): string {
  const fingerprints = fingerprintsOf(findings);
  const rules = descriptorsOf(findings);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const results = findings.map((finding, index) => ({
    ruleId: finding.ruleId,
    ruleIndex: indexOf.get(finding.ruleId),
    level: level[finding.severity],
    message: { text: message(finding) },
    locations: [{ physicalLocation: physicalLocation(finding.at, root) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((other, position) => ({
            id: position + 1,
            message: { text: withoutLinks(other.message) },
            physicalLocation: physicalLocation(other.at, root),
          })),
        }),
    // GitHub tells findings of two runs apart by the first, and makes one itself where it is missing.
    partialFingerprints: {
      primaryLocationLineHash: fingerprints[index],
      'ivrkit/v1': fingerprints[index],
    },
  }));
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ivrkit', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results,
      },
    ],
  });
}
