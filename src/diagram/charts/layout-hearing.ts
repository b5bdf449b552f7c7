import { fewestCalls } from '../../insight/rate.ts';
import type { HearingCurve, HearingSecond } from '../../insight/timing/hearing-curve.ts';
import { cleanText } from '../clean-text.ts';
import type { DrawnText } from '../drawing.ts';
import { formatCount, formatShare } from '../numbers.ts';
import { path } from '../scene.ts';
import type { Tone } from '../theme.ts';
import { writeText } from '../write-text.ts';
import { axisSteps, axisText } from './axis.ts';
import type { ChartDrawing, ChartItem, ChartOptions, Mark } from './chart-drawing.ts';
import { writeLegend, type LegendEntry } from './write-legend.ts';

const width = 900;
const left = 74;
const right = width - 20;
/** The curve of those who still listen, the bars of those who hang up, and what is said. */
const panel = { top: 66, curve: 130, gap: 26, bars: 84, band: 24 };
const small = 10.5;

interface Scale {
  readonly xOf: (second: number) => number;
  readonly end: number;
}

interface Panel {
  readonly top: number;
  readonly bottom: number;
  readonly most: number;
}

const yIn = ({ top, bottom, most }: Panel, value: number): number =>
  bottom - (value / most) * (bottom - top);

/** A panel's frame: lines across with their numbers, and its name. */
function framed(box: Panel, steps: readonly number[], name: string) {
  const behind = steps.map((step): Mark => {
    const y = yIn(box, step);
    return { shape: 'line', d: path`M${left} ${y}H${right}`, stroke: 'rule', width: 1 };
  });
  const texts = [
    writeText(name, ['en'], {
      ...{ x: left, y: box.top - 7, size: small, bold: true, room: right - left },
    }),
    ...steps.map((step) =>
      writeText(axisText(step, 'share'), ['en'], {
        ...{ x: left - 6, y: yIn(box, step) + 3.5, size: 9.5, anchor: 'end', room: left - 14 },
        tone: 'muted',
      }),
    ),
  ];
  return { behind, texts };
}

/** Those who still listen, as steps from second to second. */
function curveMarks(curve: HearingCurve, box: Panel, { xOf, end }: Scale): readonly Mark[] {
  const { seconds, hearings } = curve;
  const level = ({ there }: HearingSecond) => yIn(box, hearings === 0 ? 0 : there / hearings);
  let steps = '';
  for (const one of seconds) steps += path`V${level(one)}H${xOf(Math.min(one.second + 1, end))}`;
  const first = seconds[0];
  const start = first === undefined ? box.bottom : level(first);
  const outline = path`M${xOf(0)} ${start}` + steps;
  return [
    { shape: 'area', d: outline + path`V${box.bottom}H${xOf(0)}Z`, fill: 'bar' },
    { shape: 'line', d: outline, stroke: 'heat2', width: 1.8 },
  ];
}

function whatIsSaid(curve: HearingCurve, second: number): string {
  const part = curve.parts.find(({ from, to }) => second + 0.5 >= from && second + 0.5 < to);
  return part === undefined ? '' : `, while “${cleanText(part.label)}” is said`;
}

/** A second with its bar: no share is drawn of few callers. */
function secondItem(
  curve: HearingCurve,
  one: HearingSecond,
  box: Panel,
  { xOf }: Scale,
): ChartItem {
  const { second, there, left: lost } = one;
  const [from, to] = [xOf(second), xOf(second + 1)];
  const isTold = there >= fewestCalls && lost > 0;
  const y = yIn(box, there === 0 ? 0 : lost / there);
  return {
    label: `Second ${second}${whatIsSaid(curve, second)}: ${formatCount(there)} listen, ${formatCount(one.chose)} choose, ${formatCount(lost)} hang up${isTold ? ` (${formatShare(lost / there)})` : ''}.`,
    marks: isTold
      ? [
          {
            ...{ shape: 'box', x: from + 0.5, y, fill: 'trouble' },
            ...{ width: Math.max(to - from - 1, 1), height: box.bottom - y },
          },
        ]
      : [],
    texts: [],
  };
}

/** What is said, as boxes on the clock; each with as much of its name as it holds. */
function bandItems(curve: HearingCurve, y: number, { xOf, end }: Scale, language: string) {
  return curve.parts
    .filter(({ from }) => from < end)
    .map(({ label, isOption, from, to }): ChartItem => {
      const [x, until] = [xOf(from), xOf(Math.min(to, end))];
      const fill: Tone = isOption ? 'bar' : 'rule';
      const name = cleanText(label);
      const written = (words: string) =>
        writeText(words, [language], {
          ...{ x: x + 4, y: y + 16, size: small, room: until - x - 6, bold: isOption },
        });
      const whole = written(name);
      // The key of an option says more than the first letters of its name.
      const text = whole.text.length < 6 ? written(name.split(' ')[0] ?? '') : whole;
      return {
        label: `${name}: said from ${from.toFixed(1)} s to ${to.toFixed(1)} s.`,
        marks: [
          {
            ...{ shape: 'box', x, y, width: Math.max(until - x - 1, 1), height: panel.band },
            ...{ fill, stroke: 'line' as const },
          },
        ],
        texts: text.text === '' ? [] : [text],
      };
    });
}

function describe({ hearings, seconds, parts }: HearingCurve): string {
  const worst = seconds
    .filter(({ left: lost }) => lost > 0)
    .reduce<HearingSecond | undefined>(
      (most, one) => (most === undefined || one.left > most.left ? one : most),
      undefined,
    );
  const lost = seconds.reduce((sum, one) => sum + one.left, 0);
  const peak =
    worst === undefined
      ? ''
      : ` Most of them, ${formatCount(worst.left)}, in second ${worst.second}.`;
  const options = parts.filter(({ isOption }) => isOption).length;
  return `${formatCount(hearings)} first hearings; ${formatCount(lost)} callers hang up while it is said.${peak}${options === 0 ? '' : ` ${options} options are drawn along the clock.`}`;
}

/** What a hearing chart is called. */
export interface HearingOptions extends ChartOptions {
  /** What people call the menu. */
  readonly title: string;
}

/**
 * Lays out a prompt on its clock: how many callers still listen, how many of them hang up in each second,
 * and below, in the same scale, what is being said. Numbers and texts only.
 */
export function layoutHearing(curve: HearingCurve, options: HearingOptions): ChartDrawing {
  const { id = 'ivr-hearing', language = 'en', title } = options;
  const end = Math.max(curve.seconds.length, 1);
  const xOf = (second: number) => left + (second / end) * (right - left);
  const scale: Scale = { xOf, end };
  const shares = curve.seconds.map(({ there, left: lost }) =>
    there >= fewestCalls ? lost / there : 0,
  );
  const steps = axisSteps(Math.max(...shares, 0.002), 3);
  const upper: Panel = { top: panel.top, bottom: panel.top + panel.curve, most: 1 };
  const top = upper.bottom + panel.gap;
  const lower: Panel = { top, bottom: top + panel.bars, most: steps.at(-1) ?? 1 };
  const band = lower.bottom + 8;
  const clock = (curve.parts.length === 0 ? lower.bottom : band + panel.band) + 16;
  const listen = framed(upper, [0, 0.5, 1], 'Still listening, of all first hearings');
  const hangUp = framed(lower, steps, 'Hang up in this second, of those still there');
  const guides = curve.parts
    .filter(({ from }) => from < end)
    .map(({ from }): Mark => {
      const x = xOf(from);
      return {
        ...{ shape: 'line', d: path`M${x} ${upper.top}V${band}`, stroke: 'rule' as const },
        ...{ width: 1, dash: '3 3' },
      };
    });
  const seconds = axisSteps(end, 12).filter((step) => step <= end && Number.isInteger(step));
  const room = width - 32;
  const heading = writeText(cleanText(title), [language], {
    ...{ x: 16, y: 24, size: 15, bold: true, room },
    note: `${formatCount(curve.hearings)} first hearings`,
  });
  const ticks = seconds.map((second): DrawnText =>
    writeText(axisText(second, 'seconds'), ['en'], {
      ...{ x: xOf(second), y: clock, size: 9.5, anchor: 'middle', tone: 'muted', room: 50 },
    }),
  );
  const entries: readonly LegendEntry[] = [
    { sign: 'line', tone: 'heat2', text: 'callers who still listen' },
    { sign: 'box', tone: 'trouble', text: 'callers who hang up' },
    ...(curve.parts.length === 0
      ? []
      : [{ sign: 'box', tone: 'bar', text: 'an option being said' } as const]),
  ];
  const { legend, height } = writeLegend(entries, { x: 16, y: clock + 26, width: room });
  return {
    ...{ id, width, height: clock + 14 + height },
    title: `${cleanText(title)}: second by second`,
    description: describe(curve),
    texts: [heading, ...listen.texts, ...hangUp.texts, ...ticks],
    behind: [...listen.behind, ...hangUp.behind, ...curveMarks(curve, upper, scale), ...guides],
    items: [
      ...curve.seconds.map((one) => secondItem(curve, one, lower, scale)),
      ...bandItems(curve, band, scale, language),
    ],
    legend,
  };
}
