import { differenceKinds, type Difference, type Sides } from '../diff/difference.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Path } from '../source/tree.ts';
import { jsonText } from './json.ts';
import type { ScriptDiffReport } from './script-diff-report.ts';

function placeIn({ places }: ScriptDocument, path: Path | undefined) {
  if (path === undefined) return null;
  const { path: file, start } = places.at(path, 'key');
  return { path: file, line: start.line, column: start.column };
}

const both = <Value>({ before, after }: Sides<Value | undefined>) => ({
  before: before ?? null,
  after: after ?? null,
});

function differenceJson({ documents }: ScriptDiffReport, one: Difference) {
  const { kind, owner, part, paths, values, meanings } = one;
  return {
    kind,
    ...(owner.of === 'node' ? { node: both(owner.id) } : {}),
    ...(owner.of === 'entry' ? { entry: both(owner.at) } : {}),
    ...(part === undefined ? {} : { [part.of]: { label: part.label, ...both(part.at) } }),
    ...('field' in one ? { field: one.field } : {}),
    ...(one.kind === 'prompt'
      ? { language: one.language ?? null, what: one.what, saysKey: one.saysKey }
      : {}),
    ...(one.kind === 'node-added' || one.kind === 'node-removed'
      ? { nodeKind: one.node.kind }
      : {}),
    ...both<unknown>(values),
    meanings,
    places: {
      before: placeIn(documents.before, paths.before),
      after: placeIn(documents.after, paths.after),
    },
  };
}

/**
 * The document of `ivr diff --format json`, as plain data. Positions of options, cases and entries
 * count from 0, lines and columns from 1; what a side doesn't have is null.
 */
function scriptDiffDocument(report: ScriptDiffReport) {
  const { documents, diff } = report;
  const fileOf = ({ source, script, format }: ScriptDocument) => ({
    path: source.path,
    format,
    script: script.id,
    title: script.title ?? null,
  });
  const counts = differenceKinds.map(
    (kind) => [kind, diff.differences.filter((one) => one.kind === kind).length] as const,
  );
  return {
    schemaVersion: 1,
    before: fileOf(documents.before),
    after: fileOf(documents.after),
    same: diff.differences.length === 0,
    counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    differences: diff.differences.map((one) => differenceJson(report, one)),
    lost: diff.lost,
    found: diff.found,
  };
}

/** What `ivr diff --format json` prints: one document, with a line end. */
export function scriptDiffToJson(report: ScriptDiffReport): string {
  return jsonText(scriptDiffDocument(report));
}
