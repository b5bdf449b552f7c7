import { compareSides, type Change } from './compare-sides.ts';
import { defineInsight } from './insight.ts';
import { slicesOf } from './slices.ts';
import { tableOf, type Table } from './table.ts';

/** The table of changes between two sides. */
export function changesTable(changes: readonly Change[], sides: readonly [string, string]): Table {
  return tableOf(
    'changes',
    `${sides[0]} against ${sides[1]}`,
    {
      measure: 'measure',
      before: [sides[0], 'rate'],
      after: [sides[1], 'rate'],
      difference: ['difference', 'difference'],
      sameReasons: ['with the same reasons', 'difference'],
      sameHours: ['at the same hours', 'difference'],
      corrected: ['chance', 'number'],
      callsNeeded: ['calls a side for a test', 'count'],
      verdict: 'verdict',
    },
    changes.map((change) => ({
      ...change,
      sameReasons: change.sameReasons.standardised,
      sameHours: change.sameHours.standardised,
    })),
  );
}

/** What must be known to read the table of changes. */
export const changesNotes: readonly string[] = [
  'Before and after are no fair test: callers, weather and agents change, too. For one, let chance decide which calls hear the new menu, with as many calls a side as the table says.',
];

/** What a change of the menu did. */
export const beforeAfterInsight = defineInsight({
  id: 'before-after',
  title: 'Before and after',
  question:
    'What was different after the change, and is it more than chance or another mix of calls?',
  definition:
    'Every measure for the calls that began before the given moment, and for those after it. The difference is after minus before. Standardised: the same difference if both sides had the same mix of contact reasons, or of hours. Last column: the number of calls on each side with which a fair test finds a difference of this size in four of five cases.',
  source:
    'R. G. Newcombe 1998, method 10; direct standardisation; J. L. Fleiss, Statistical Methods for Rates and Proportions, 1981, 3.2',
  find({ flow, log, replay }) {
    const { details } = log;
    const cut = details?.cuts[0];
    if (details === undefined || cut === undefined)
      return { tables: [], unknown: 'No moment was given to compare before and after: --changed.' };
    const slices = slicesOf(flow, replay, details);
    const before = { flow, slices: slices.filter(({ value }) => value.window === '0') };
    const after = { flow, slices: slices.filter(({ value }) => value.window !== '0') };
    return {
      tables: [changesTable(compareSides(before, after), ['before', 'after'])],
      notes: changesNotes,
    };
  },
});
