import type { CoverageRow, CoverageState, WeekCoverage } from '../../insight/week-coverage.ts';
import type { Week } from '../../insight/week.ts';
import { roomFor } from '../card-metrics.ts';
import { cleanText } from '../clean-text.ts';
import type { DrawnText } from '../drawing.ts';
import { writeText } from '../write-text.ts';
import type { DrawnTick, WeekDrawing } from './week-drawing.ts';
import { english } from '../words/en.ts';
import { wordsIn } from '../words-in.ts';
import type { Words } from '../words.ts';
import type { OfferedSign } from './week-words.ts';

const size = {
  margin: 24,
  names: 190,
  hour: 5,
  row: 26,
  band: 18,
  title: 18,
  label: 12,
  small: 10.5,
};
const hourMs = 3_600_000;
const states = ['open', 'unstaffed', 'closed', 'holiday', 'emergency', 'unknown'] as const;
const shownHours = new Set([6, 12, 18]);
/** More places than this that are offered while closed are counted, not named. */
const mostNotes = 8;

/** `Saturday 13:00`, on the week's own clock. */
export function momentIn(
  { days, until }: Week,
  at: number,
  { week: words }: Words = english,
): string {
  if (at >= until) return words.end;
  const index = days.findIndex((day) => at < day.until);
  const hours = days[index]?.hours ?? [];
  const here = hours.findLast((one) => one.at <= at);
  const minutes = here === undefined ? 0 : Math.floor((at - here.at) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${words.days[index] ?? ''} ${two(here?.hour ?? 0)}:${two(minutes)}`;
}

const nameOf = ({ title, language }: CoverageRow): string =>
  language === undefined ? cleanText(title) : `${cleanText(title)}, ${language}`;

/** How stretches of this row are marked that a menu offers while it takes no calls. */
const signOf = ({ offeredFirst }: CoverageRow): OfferedSign =>
  offeredFirst?.leadsOn === true ? 'led-on' : 'lost';

function sentencesOf(row: CoverageRow, week: Week, words: Words): string {
  const parts = row.spans.map(({ from, until, state, offered }) => {
    const { states: named, offered: marks, stretch } = words.week;
    const what = offered ? `${named[state]}, ${marks[signOf(row)]}` : named[state];
    return ` ${stretch(what, momentIn(week, from, words), momentIn(week, until, words))}`;
  });
  return `${nameOf(row)}:${parts.join(';')}.`;
}

function noteOf(row: CoverageRow, week: Week, words: Words): string | undefined {
  const { offeredFirst, spans } = row;
  if (offeredFirst === undefined) return undefined;
  const lasts = spans.reduce(
    (sum, { from, until, offered }) => sum + (offered ? until - from : 0),
    0,
  );
  const hours = String(Math.round(lasts / (hourMs / 10)) / 10).replace('.', words.marks.point);
  const moment = momentIn(week, offeredFirst.at, words);
  return words.week.offers(nameOf(row), hours, moment, offeredFirst.guard);
}

function describe({ week, rows }: WeekCoverage, { week: words }: Words): string {
  const unstaffed = rows.filter(({ spans }) => spans.some(({ state }) => state === 'unstaffed'));
  const offered = rows.filter(({ offeredFirst }) => offeredFirst !== undefined);
  const named = (list: readonly CoverageRow[]) => list.slice(0, 3).map(nameOf).join(', ');
  const [from = '', until = ''] = [week.days[0]?.date, week.days[6]?.date];
  return [
    words.destinations(rows.length, from, until, week.timeZone),
    ...(unstaffed.length === 0 ? [] : [words.unstaffed(unstaffed.length, named(unstaffed))]),
    ...(offered.length === 0 ? [] : [words.offeredClosed(offered.length, named(offered))]),
  ].join(' ');
}

interface Lines {
  readonly texts: DrawnText[];
  readonly ticks: DrawnTick[];
}

/** The days and hours over the rows, and the lines between them. */
function headingsOf(week: Week, xOf: (at: number) => number, y: number, words: Words): Lines {
  const { language } = words;
  const texts: DrawnText[] = [];
  const ticks: DrawnTick[] = [];
  for (const [index, { date, from, until, hours }] of week.days.entries()) {
    const x = xOf(from);
    const width = xOf(until) - x;
    const lasts = Math.round((until - from) / hourMs);
    const long = lasts === 24 ? '' : `${lasts} h`;
    const name = `${words.week.shortDays[index] ?? ''} ${Number(date.slice(8))}`;
    ticks.push({ x, isDay: true });
    texts.push(
      writeText(name, [language], {
        ...{ x: x + 4, y, size: size.label, bold: true, room: width - 6, note: long },
      }),
    );
    for (const one of hours) {
      if (!shownHours.has(one.hour) || one.at === from) continue;
      ticks.push({ x: xOf(one.at), isDay: false });
      texts.push(
        writeText(String(one.hour), [language], {
          ...{ x: xOf(one.at), y: y + 14, size: 9, anchor: 'middle', tone: 'muted', room: 28 },
        }),
      );
    }
  }
  ticks.push({ x: xOf(week.until), isDay: true });
  return { texts, ticks };
}

function legendOf(rows: readonly CoverageRow[], y: number, width: number, words: Words) {
  const used = new Set<CoverageState>(rows.flatMap(({ spans }) => spans.map(({ state }) => state)));
  const signs = [
    ...states.filter((state) => used.has(state)),
    ...(['led-on', 'lost'] as const).filter((sign) =>
      rows.some((row) => row.offeredFirst !== undefined && signOf(row) === sign),
    ),
  ];
  let x = size.margin;
  let line = y;
  return signs.map((sign) => {
    const { offered, states: named } = words.week;
    const text = sign === 'led-on' || sign === 'lost' ? offered[sign] : named[sign];
    const room = roomFor(text, size.small);
    if (x > size.margin && x + 34 + room > width - size.margin) {
      x = size.margin;
      line += 22;
    }
    const item = {
      ...{ sign, x, y: line },
      text: writeText(text, [words.language], {
        ...{ x: x + 34, y: line + 4, size: size.small, tone: 'muted', room },
      }),
    };
    x += 34 + room + 22;
    return item;
  });
}

/** Options of a picture of a week. */
export interface WeekOptions {
  /** What the picture is called: the title of the script. */
  readonly title: string;
  /** The language that titles are written in. */
  readonly language?: string | undefined;
  /** The language of the legend, the days and the notes; that of the titles without it. */
  readonly locale?: string | undefined;
  /** Begins every id in the drawing; letters, digits and hyphens. */
  readonly id?: string | undefined;
}

/** Lays a week out: a row for each destination, an hour as wide as it lasts. Numbers and texts only. */
export function layoutWeek(coverage: WeekCoverage, options: WeekOptions): WeekDrawing {
  const { week, rows } = coverage;
  const { language = 'en', id = 'ivr-week', locale = language } = options;
  const words = wordsIn(locale);
  const left = size.margin + size.names;
  const xOf = (at: number) => left + ((at - week.from) / hourMs) * size.hour;
  const right = xOf(week.until);
  const width = right + size.margin;
  const headings = headingsOf(week, xOf, 84, words);
  const top = 106;
  const bottom = top + Math.max(rows.length, 1) * size.row + 6;
  const notes = rows.map((row) => noteOf(row, week, words)).filter((note) => note !== undefined);
  const shown = notes.length > mostNotes ? notes.slice(0, mostNotes - 1) : notes;
  const more = notes.length > shown.length ? [words.week.more(notes.length - shown.length)] : [];
  const title = cleanText(options.title);
  const room = width - 2 * size.margin;
  const [first = '', last = ''] = [week.days[0]?.date, week.days[6]?.date];
  const sub = words.week.span(first, last, week.timeZone);
  const plain = (text: string, x: number, y: number, rest: Partial<DrawnText> = {}) =>
    writeText(text, [language, words.language], {
      x,
      y,
      size: size.small,
      room,
      tone: 'muted',
      ...rest,
    });
  const legend = legendOf(rows, bottom + 28, width, words);
  const under = (legend.at(-1)?.y ?? bottom) + 30;
  const noteLines = [...shown, ...more];
  const empty = rows.length === 0 ? [plain(words.week.nowhere, left + 8, top + 18)] : [];
  return {
    id,
    language: words.language,
    width,
    height: under + noteLines.length * 17 + 8,
    title: words.week.title(title),
    description: describe(coverage, words),
    texts: [
      plain(title, size.margin, 36, { size: size.title, bold: true, tone: 'ink' }),
      plain(sub, size.margin, 56),
      ...headings.texts,
      ...empty,
      ...noteLines.map((note, index) => plain(note, size.margin, under + index * 17)),
    ],
    ticks: headings.ticks,
    ...{ top, bottom, left, right },
    rows: rows.map((row, index) => {
      const y = top + 6 + index * size.row;
      return {
        y,
        label: sentencesOf(row, week, words),
        texts: [
          writeText(cleanText(row.title), [language], {
            ...{ x: size.margin, y: y + 13, size: size.label, room: size.names - 12 },
            note: row.language ?? '',
          }),
        ],
        spans: row.spans.map(({ from, until, state, offered }) => ({
          ...{ x: xOf(from), width: xOf(until) - xOf(from), state },
          offered: offered ? signOf(row) : undefined,
        })),
      };
    }),
    legend,
  };
}

export const bandHeight = size.band;
