import { roomFor } from '../card-metrics.ts';
import { cleanText } from '../clean-text.ts';
import type { DrawnText } from '../drawing.ts';
import type { Tone } from '../theme.ts';
import { writeText } from '../write-text.ts';
import { axisSteps, axisText, type AxisUnit } from './axis.ts';
import type { ChartDrawing, ChartItem, ChartOptions, Mark } from './chart-drawing.ts';
import { estimateMark, rangeLine, whisker, writeLegend, type LegendEntry } from './write-legend.ts';

/** A bar with its name on the left and its numbers on the right. */
export interface Bar {
  readonly name: string;
  /** Said more quietly after the name. */
  readonly note?: string | undefined;
  /** Pieces from left to right, none negative; they add up to the bar. */
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
  /** The numbers, as they are printed behind the bar. */
  readonly text: string;
  /** The interval of the whole bar. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined;
  /** How long it could be at most, whatever isn't known. */
  readonly atMost?: number | undefined;
  /** Where it would end by an estimate that allows for what isn't known. */
  readonly mark?: number | undefined;
  /** The bar in a sentence. */
  readonly label: string;
}

/** Bars that begin at the same zero; under headings where there are several groups. */
export interface BarChart {
  readonly title: string;
  readonly caption: string;
  readonly description: string;
  readonly unit: AxisUnit;
  readonly groups: readonly {
    readonly title: string | undefined;
    readonly bars: readonly Bar[];
  }[];
  readonly legend: readonly LegendEntry[];
  /** What is said where there is no bar. */
  readonly empty: string;
}

const size = { margin: 16, row: 26, bar: 15, heading: 30, title: 15, label: 12, small: 10.5 };
const width = 900;
const most = { names: 250, numbers: 260 };

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, { value }) => sum + value, 0);

/** The room that a column of texts takes, within reason. */
const roomOf = (texts: readonly string[], limit: number): number =>
  Math.min(
    limit,
    texts.reduce((room, text) => Math.max(room, roomFor(text, size.label)), 40),
  );

/** Lays out a chart of bars: numbers and texts only. */
export function layoutBars(chart: BarChart, options: ChartOptions = {}): ChartDrawing {
  const { id = 'ivr-chart', language = 'en', hasTitle = true } = options;
  const { groups, unit, legend: entries } = chart;
  const bars = groups.flatMap((group) => group.bars);
  const spoken = [language];
  const full = ({ name, note }: Bar) =>
    note === undefined ? cleanText(name) : `${cleanText(name)} · ${note}`;
  const names = roomOf(bars.map(full), most.names);
  const numbers = roomOf(
    bars.map(({ text }) => text),
    most.numbers,
  );
  const left = size.margin + names + 12;
  const right = width - size.margin - numbers - 12;
  const largest = bars.reduce(
    (value, bar) =>
      Math.max(value, totalOf(bar), bar.interval?.high ?? 0, bar.atMost ?? 0, bar.mark ?? 0),
    0,
  );
  const steps = axisSteps(largest, 5);
  const end = steps.at(-1) ?? 1;
  const xOf = (value: number) => left + (value / end) * (right - left);
  const room = width - 2 * size.margin;
  const heading = hasTitle ? 24 : 6;
  const texts: DrawnText[] = [
    ...(hasTitle
      ? [
          writeText(chart.title, spoken, {
            ...{ x: size.margin, y: heading, size: size.title, bold: true, room },
          }),
        ]
      : []),
    writeText(chart.caption, ['en'], {
      ...{ x: size.margin, y: heading + 18, size: size.small, tone: 'muted', room },
    }),
  ];
  const top = heading + 38;
  let y = top;
  const items: ChartItem[] = [];
  for (const group of groups) {
    if (group.title !== undefined) {
      texts.push(
        writeText(cleanText(group.title), spoken, {
          ...{ x: size.margin, y: y + 18, size: size.label, bold: true, room: left + 200 },
        }),
      );
      y += size.heading;
    }
    for (const bar of group.bars) {
      items.push(layoutBar(bar, { y, left, right, names, numbers, xOf, spoken }));
      y += size.row;
    }
  }
  if (bars.length === 0) {
    texts.push(
      writeText(chart.empty, ['en'], {
        ...{ x: size.margin, y: y + 16, size: size.label, tone: 'muted', room },
      }),
    );
    y += size.row;
  }
  const bottom = y + 4;
  const axis = bars.length === 0 ? [] : steps;
  const behind = axis.map((step): Mark => {
    const x = Math.round(xOf(step) * 10) / 10;
    return { shape: 'line', d: `M${x} ${top - 4}V${bottom}`, stroke: 'rule', width: 1 };
  });
  for (const step of axis)
    texts.push(
      writeText(axisText(step, unit), ['en'], {
        ...{ x: xOf(step), y: bottom + 14, size: 9.5, anchor: 'middle', tone: 'muted', room: 70 },
      }),
    );
  const { legend, height } = writeLegend(entries, {
    ...{ x: size.margin, y: bottom + 38, width: room },
  });
  return {
    ...{ id, width, height: bottom + 26 + height },
    ...{ title: chart.title, description: chart.description },
    ...{ texts, behind, items, legend },
  };
}

interface Places {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly names: number;
  readonly numbers: number;
  readonly xOf: (value: number) => number;
  readonly spoken: readonly string[];
}

function layoutBar(bar: Bar, { y, left, right, names, numbers, xOf, spoken }: Places): ChartItem {
  const middle = y + size.row / 2;
  const marks: Mark[] = [];
  let from = 0;
  for (const { value, tone } of bar.parts) {
    if (value <= 0) continue;
    const x = xOf(from);
    marks.push({
      ...{ shape: 'box', x, y: middle - size.bar / 2 },
      // What is there at all shows.
      ...{ width: Math.max(xOf(from + value) - x, 1), height: size.bar, fill: tone },
      ...(bar.parts.length > 1 ? { stroke: 'page' as const } : {}),
    });
    from += value;
  }
  if (bar.atMost !== undefined && bar.atMost > from)
    marks.push(rangeLine(xOf(from), xOf(bar.atMost), middle, 'muted'));
  if (bar.mark !== undefined) marks.push(estimateMark(xOf(bar.mark), middle, 'ink'));
  if (bar.interval !== undefined)
    marks.push(whisker(xOf(bar.interval.low), xOf(bar.interval.high), middle, 'ink'));
  const baseline = middle + 4;
  return {
    label: bar.label,
    marks,
    texts: [
      writeText(cleanText(bar.name), spoken, {
        ...{ x: left - 12 - names, y: baseline, size: size.label, room: names },
        note: bar.note ?? '',
      }),
      writeText(bar.text, ['en'], {
        ...{ x: right + 12, y: baseline, size: size.label, tone: 'muted', room: numbers },
      }),
    ],
  };
}
