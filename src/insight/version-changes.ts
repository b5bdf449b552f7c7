import { defineInsight, type InsightInput } from './insight.ts';
import { changesNotes, changesTable } from './before-after.ts';
import { compareSides } from './compare-sides.ts';
import type { Answered } from './find-insights.ts';
import { slicesOf } from './slices.ts';

/** A version of a script with its calls. */
export interface VersionInput extends InsightInput {
  readonly name: string;
}

const versionsInsight = defineInsight({
  id: 'versions',
  title: 'From version to version',
  question:
    'What was different under the new version, and is it more than chance or another mix of calls?',
  definition:
    'Every measure for the calls under one version, and under the next. The difference is new minus old. Standardised: the same difference if both versions had the same mix of contact reasons, or of hours.',
  source: 'as before-after',
  find: () => ({ tables: [] }),
});

/** What changed from each version to the next; nothing for those whose calls were not read with details. */
export function versionChanges(versions: readonly VersionInput[]): readonly Answered[] {
  const sides = versions.map(({ name, flow, log, replay }) => ({
    name,
    flow,
    slices: log.details === undefined ? [] : slicesOf(flow, replay, log.details),
  }));
  const tables = sides.slice(1).map((after, index) => {
    const before = sides[index] ?? after;
    const changes = compareSides(before, after);
    return {
      ...changesTable(changes, ['before', 'after']),
      id: `${index + 1}-to-${index + 2}`,
      title: `${before.name} against ${after.name}`,
    };
  });
  return [{ insight: versionsInsight, found: { tables, notes: changesNotes } }];
}
