import { flipsOf, type Compared, type Flip } from './flips.ts';
import { defineInsight } from './insight.ts';
import { measuresOf, type Measure } from './measures.ts';
import { newcombeDifference, type Difference } from './newcombe.ts';
import { fewestCalls, rateOf, type Rate } from './rate.ts';
import { notTold, slicesOf, type Dimension, type Slice } from './slices.ts';
import { tableOf } from './table.ts';
import { addCalls, answersOf, emptyTally, shareAt, tallyBy, without, type Tally } from './tally.ts';
import { benjaminiHochberg, chanceOf } from './two-shares.ts';

/** Calls that have one thing in common, by every measure. */
export interface Segment {
  readonly value: string;
  readonly calls: number;
  /** By the id of the measure. */
  readonly rates: Readonly<Record<string, Rate>>;
}

/** A segment that differs from all other calls by more than chance. */
export interface SegmentDifference extends Compared {
  readonly rate: Rate;
  readonly others: Rate;
  readonly difference: Difference;
  /** The chance, corrected for all comparisons of the report. */
  readonly corrected: number;
}

export interface Segments {
  readonly tables: ReadonlyMap<Dimension, readonly Segment[]>;
  readonly differences: readonly SegmentDifference[];
  readonly flips: readonly Flip[];
  /** Comparisons that were made, and segments left out because they hold too few calls. */
  readonly compared: number;
  readonly small: number;
}

const asked: readonly Dimension[] = ['hour', 'weekday', 'language', 'number', 'version'];
const most = 0.05;

/**
 * Counts every measure by every dimension, and says which segments differ from all other calls by more
 * than chance: Benjamini–Hochberg over all comparisons, at 5 %. Segments of fewer than 30 calls are
 * compared with nothing. Each difference is looked at again among calls of the same kind.
 */
export function segmentsOf(slices: readonly Slice[], measures: readonly Measure[]): Segments {
  const answers = answersOf(measures);
  const tallies = new Map(
    asked.map((by) => [by, tallyBy(slices, by, answers, measures.length)] as const),
  );
  const all = emptyTally(measures.length);
  for (const { path, calls } of slices) addCalls(all, calls, answers(path));

  const compared: (Omit<SegmentDifference, 'corrected'> & { readonly chance: number })[] = [];
  let small = 0;
  for (const [by, values] of tallies) {
    if (values.size < 2) continue;
    for (const [value, tally] of values) {
      if (tally.calls < fewestCalls || all.calls - tally.calls < fewestCalls) {
        small += 1;
        continue;
      }
      measures.forEach(({ id }, index) => {
        const own = shareAt(tally, index);
        const others = without(shareAt(all, index), own);
        const difference = newcombeDifference(own, others);
        if (difference === undefined || own.of < fewestCalls || others.of < fewestCalls) return;
        compared.push({
          ...{ by, value, measure: id, difference, chance: chanceOf(own, others) },
          rate: rateOf(own.count, own.of),
          others: rateOf(others.count, others.of),
        });
      });
    }
  }
  const corrected = benjaminiHochberg(compared.map(({ chance }) => chance));
  const differences = compared
    .map(({ by, value, measure, rate, others, difference }, index) => ({
      ...{ by, value, measure, rate, others, difference },
      corrected: corrected[index] ?? 1,
    }))
    .filter((one) => one.corrected <= most)
    .sort((a, b) => Math.abs(b.difference.difference) - Math.abs(a.difference.difference));
  return {
    tables: new Map([...tallies].map(([by, values]) => [by, rowsOf(values, measures)] as const)),
    differences,
    flips: flipsOf(slices, measures, answers, differences),
    compared: compared.length,
    small,
  };
}

function rowsOf(
  values: ReadonlyMap<string, Tally>,
  measures: readonly Measure[],
): readonly Segment[] {
  const order = (value: string): number =>
    ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(value);
  return [...values]
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([value, tally]) => ({
      value,
      calls: tally.calls,
      rates: Object.fromEntries(
        measures.map(({ id }, index) => {
          const { count, of } = shareAt(tally, index);
          return [id, rateOf(count, of)];
        }),
      ),
    }));
}

/** How calls differ by hour, weekday, language, number and version. */
export const segmentsInsight = defineInsight({
  id: 'segments',
  title: 'Hours, weekdays, languages, numbers and versions',
  question: 'When, and for whom, do calls go differently?',
  definition:
    'Every measure for the calls of a segment, and for all other calls. A difference is listed where it is more than chance: Benjamini–Hochberg over all comparisons, at 5 %. Segments of fewer than 30 calls are not compared. Hours and weekdays are those at which calls began, on the wall clock of the zone.',
  source:
    'differences by R. G. Newcombe 1998, method 10; Y. Benjamini & Y. Hochberg 1995; E. H. Simpson 1951',
  find({ flow, log, replay }) {
    const { details } = log;
    if (details === undefined)
      return {
        tables: [],
        unknown: 'When calls began was not counted: this log was read without it.',
      };
    const measures = measuresOf(flow);
    const { tables, differences, flips, compared, small } = segmentsOf(
      slicesOf(flow, replay, details),
      measures,
    );
    const titleOf = (id: string): string => measures.find((one) => one.id === id)?.title ?? id;
    const columns = {
      value: 'segment',
      calls: ['calls', 'count'],
      ...Object.fromEntries(measures.map(({ id, title }) => [id, [title, 'rate'] as const])),
    } as Parameters<typeof tableOf<Record<string, unknown>>>[2];
    const told = [...tables].filter(([, rows]) => rows.some(({ value }) => value !== notTold));
    const untold = [...tables].filter(([, rows]) => rows.every(({ value }) => value === notTold));
    return {
      tables: [
        tableOf(
          'differences',
          'Where calls differ from all others',
          {
            ...{ by: 'by', value: 'segment', measure: 'measure' },
            rate: ['there', 'rate'],
            others: ['elsewhere', 'rate'],
            difference: ['difference', 'difference'],
            corrected: ['chance', 'number'],
          },
          differences.map((one) => ({ ...one, measure: titleOf(one.measure) })),
        ),
        ...told.map(([by, rows]) =>
          tableOf(
            by,
            `By ${by}`,
            columns,
            rows.map(({ value, calls, rates }) => ({ value, calls, ...rates })),
          ),
        ),
        ...(flips.length === 0
          ? []
          : [
              tableOf(
                'flips',
                'Differences that reverse among calls of the same kind',
                {
                  ...{ by: 'by', value: 'segment', measure: 'measure' },
                  pooled: ['all calls', 'difference'],
                  within: 'of the same',
                  standardised: ['there', 'difference'],
                },
                flips.map((one) => ({ ...one, measure: titleOf(one.measure) })),
              ),
            ]),
      ],
      excluded: small === 0 ? [] : [{ count: small, what: 'segments of too few calls to compare' }],
      notes: [
        `${compared} comparisons were made; hours are those of ${details.zone}.`,
        ...untold.map(([by]) => `The log doesn't give the ${by} of its calls.`),
        ...flips.map(
          ({ by, value, measure, within }) =>
            `${titleOf(measure)}: the difference for all calls of ${by} ${value} reverses among calls of the same ${within} (Simpson's paradox): compare those.`,
        ),
      ],
    };
  },
});
