import { formatDrill } from '../routing/drill.ts';
import type { DrillResult } from '../prove/drill-flow.ts';
import type { CounterExample } from '../prove/proof.ts';
import { jsonText } from './json.ts';
import type { ProveReport } from './prove-report.ts';

/** Six decimals are less than a hundredth of a second. */
const rounded = (hours: number): number => Math.round(hours * 1e6) / 1e6;

function exampleJson(example: CounterExample, { document }: ProveReport) {
  const { hours, hoursPerYear, lastMinute, queue, number, path: way, ...facts } = example;
  const { path, start } = document.places.at(way, 'key');
  return {
    ...facts,
    entry: example.entry + 1,
    queue: queue ?? null,
    number: number ?? null,
    hours: rounded(hours),
    hoursPerYear: rounded(hoursPerYear),
    lastMinute: lastMinute ?? null,
    place: { path, line: start.line, column: start.column },
  };
}

function drillJson({ drill, ways, counterExamples }: DrillResult, report: ProveReport) {
  const hours = <Item extends { readonly hours: number }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, hours: rounded(item.hours) }));
  return {
    drill: formatDrill(drill),
    singlePointOfFailure: counterExamples.length > 0,
    ways: ways.map((way) => ({
      ...way,
      entry: way.entry + 1,
      hours: rounded(way.hours),
      through: rounded(way.through),
      elsewhere: hours(way.elsewhere),
      asked: hours(way.asked),
      cutOff: hours(way.cutOff),
    })),
    counterExamples: counterExamples.map((example) => exampleJson(example, report)),
  };
}

/**
 * The document of `ivr prove --format json`, as plain data. Times are ISO 8601 with their distance from
 * UTC, entries by their position in the script from 1 as `ivr call --entry` takes them, lengths in hours, waits in seconds; `pathsCovered` loses its last digits beyond 2^53.
 */
function proveDocument(report: ProveReport) {
  const { document, proof, hasDirectory, hasStaffing } = report;
  const { worlds, pathsCovered, counterExamples, possible, drills: failed, ...facts } = proof;
  const { drills = [] } = report;
  return {
    schemaVersion: 1,
    script: document.script.id,
    ...facts,
    hasDirectory,
    hasStaffing,
    failed: failed.map(formatDrill),
    drills: drills.map((result) => drillJson(result, report)),
    pathsCovered: Number(pathsCovered),
    counterExamples: counterExamples.map((example) => exampleJson(example, report)),
    possible: possible.map((example) => exampleJson(example, report)),
    worlds: worlds.length,
    timeWorlds: worlds.map(({ hours, ...world }) => ({ hours: rounded(hours), ...world })),
  };
}

/** What `ivr prove --format json` prints: one document, with a line end. */
export function proveToJson(report: ProveReport): string {
  return jsonText(proveDocument(report));
}
