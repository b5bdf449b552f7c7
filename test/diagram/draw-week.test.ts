import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { emitD3 } from '../../src/diagram/emit-d3.ts';
import { emitText } from '../../src/diagram/emit-text.ts';
import { textWidth } from '../../src/diagram/text-width.ts';
import { drawWeek } from '../../src/diagram/week/draw-week.ts';
import { drawWeekScene } from '../../src/diagram/week/draw-week-scene.ts';
import { layoutWeek } from '../../src/diagram/week/layout-week.ts';
import { wordLanguages, wordsIn } from '../../src/diagram/words-in.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { weekCoverage } from '../../src/insight/week-coverage.ts';
import { weekOf } from '../../src/insight/week.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { loadZoneOffsets } from '../../src/routing/zone-offsets.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { expectGolden } from '../support/golden.ts';
import { readXml } from '../support/read-xml.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

const directoryText = `directory: 1
id: gap
timeZone: Europe/Athens
calendars:
  office: {hours: "Mo-Sa 08:00-20:00", holidays: {country: GR}}
  night: {hours: "Mo-Su 20:00-08:00"}
  sos: {hours: "24/7", emergency: true}
queues:
  cards: {title: Cards <&>, languages: [el, en], calendar: office}
  night-desk: {title: Night desk, calendar: night}
  open-end: {title: Who knows, languages: [el]}
staffing:
  - {queue: cards, language: el, hours: "Mo-Sa 08:00-20:00", heads: 2}
  - {queue: cards, language: en, hours: "Mo-Fr 09:00-17:00", heads: 2}
  - {queue: night-desk, hours: "Mo-Su 20:00-04:00", heads: 1}
  - {queue: open-end, hours: "24/7", heads: 1}
numbers: {taxi: {number: "+18005550142", title: A taxi company with a very long name indeed, calendar: sos}}
`;
const scriptText = `ivr: 1
id: gap
title: A shop with gaps
language: en
entries: [{start: main}]
nodes:
  main:
    kind: menu
    say: Please choose.
    options:
      - {key: "1", say: "Cards, press 1.", to: cards}
      - {key: "2", say: "Night, press 2.", to: hours}
      - {key: "3", say: "Taxi, press 3.", to: taxi}
      - {key: "4", say: "Other, press 4.", to: other}
      - {key: "5", say: "Later, press 5.", set: {want: later}, to: asked}
  cards: {kind: queue, queue: cards, closed: bye}
  hours: {kind: branch, on: {calendar: night}, cases: [{when: open, to: night-desk}], otherwise: bye}
  night-desk: {kind: queue, queue: night-desk}
  asked: {kind: branch, on: {attribute: want}, cases: [{when: now, to: night-desk}], otherwise: bye}
  other: {kind: queue, queue: open-end}
  taxi: {kind: transfer, number: "+18005550142"}
  bye: {kind: hangup}
`;

function gap() {
  const script = parseScript({ path: 's.yaml', text: scriptText }).document?.script;
  const directory = parseDirectory({ path: 'd.yaml', text: directoryText }).document?.directory;
  if (script === undefined || directory === undefined) throw new Error('not read');
  return weekCoverage(buildCallFlow(script), directory, Date.UTC(2026, 2, 25));
}

describe('a week of destinations', () => {
  test('says when each is open, closed, on holiday or without people, by language where they differ', async () => {
    const { rows } = await gap();
    const hours = rows.map(({ title, language, spans }) => {
      const sums = new Map<string, number>();
      for (const { from, until, state, offered } of spans) {
        const key = offered ? `${state} offered` : state;
        sums.set(key, (sums.get(key) ?? 0) + (until - from) / 3_600_000);
      }
      return [title, language, Object.fromEntries(sums)];
    });
    expect(hours).toEqual([
      ['Cards <&>', 'el', { 'closed offered': 83, open: 60, 'holiday offered': 24 }],
      ['Cards <&>', 'en', { 'closed offered': 83, unstaffed: 28, open: 32, 'holiday offered': 24 }],
      ['Night desk', undefined, { open: 55, unstaffed: 28, closed: 84 }],
      ['Who knows', undefined, { unknown: 167 }],
      ['A taxi company with a very long name indeed', undefined, { 'emergency offered': 167 }],
    ]);
    expect(rows.map(({ offeredFirst }) => offeredFirst?.leadsOn)).toEqual([
      true,
      true,
      undefined,
      undefined,
      false,
    ]);
  });

  test.each([
    ['2026-03-25', 'Europe/Athens', [24, 24, 24, 24, 24, 24, 23]],
    ['2026-10-25', 'Europe/Athens', [24, 24, 24, 24, 24, 24, 25]],
    ['2026-03-30', 'Europe/Athens', [24, 24, 24, 24, 24, 24, 24]],
    ['2026-04-24', 'Africa/Cairo', [24, 24, 24, 24, 23, 24, 24]],
    ['2026-01-01', 'No/Where', [24, 24, 24, 24, 24, 24, 24]],
  ])('of %s in %s has days as long as they are', async (day, zone, lengths) => {
    const { days } = weekOf(Date.parse(`${day}T00:00:00Z`), zone, await loadZoneOffsets());
    expect(days.map(({ from, until }) => (until - from) / 3_600_000)).toEqual(lengths);
    expect(days.map(({ hours }) => hours.length)).toEqual(lengths);
    const [monday] = days;
    expect(new Date(`${monday?.date ?? ''}T00:00:00Z`).getUTCDay()).toBe(1);
  });
});

describe.each(wordLanguages)('the picture of a week in %s', (locale) => {
  test('has days, a legend and notes of that language, and all of them fit', async () => {
    const coverage = await gap();
    const { week } = wordsIn(locale);
    expect(new Set(week.days).size).toBe(7);
    expect(new Set(week.shortDays).size).toBe(7);
    const drawing = layoutWeek(coverage, { title: 'Shop', language: 'en', locale });
    expect(drawing.language).toBe(locale);
    const days = drawing.texts.filter(({ text }) => / \d+$/.test(text)).map(({ text }) => text);
    expect(days).toEqual(week.shortDays.map((day, index) => `${day} ${23 + index}`));
    expect(drawing.legend.map(({ sign, text }) => [sign, text.text])).toEqual([
      ...(['open', 'unstaffed', 'closed', 'holiday', 'emergency', 'unknown'] as const).map(
        (state) => [state, week.states[state]],
      ),
      ['led-on', week.offered['led-on']],
      ['lost', week.offered.lost],
    ]);
    const notes = drawing.texts.filter(({ y }) => y > drawing.bottom);
    expect(notes.map(({ text }) => text.endsWith('…'))).toEqual(notes.map(() => false));
    if (locale === 'en') return;
    expect(await drawWeek(coverage, { title: 'Shop', locale })).not.toMatch(
      /takes no calls|nobody|Monday|clock of|the last branch/,
    );
  });
});

describe('the picture of a week', () => {
  test('speaks the language of the menu where no other is asked for', async () => {
    const coverage = await gap();
    expect(layoutWeek(coverage, { title: 'Bank', language: 'de-AT' }).language).toBe('de');
    expect(layoutWeek(coverage, { title: 'Bank' }).language).toBe('en');
  });

  test('is as it was approved, and the same through d3 and through text', async () => {
    const coverage = await gap();
    const drawn = await drawWeek(coverage, { title: 'A shop with gaps' });
    expectGolden(join(folder, 'golden/week.svg'), `${drawn}\n`);
    const scene = drawWeekScene(layoutWeek(coverage, { title: 'A shop with gaps' }));
    expect(await emitD3(scene)).toBe(emitText(scene));
    expect(readXml(drawn).name).toBe('svg');
  });

  test('keeps every text in its room and every stretch inside the week', async () => {
    const drawing = layoutWeek(await gap(), { title: 'A shop with gaps' });
    const texts = [
      ...drawing.texts,
      ...drawing.rows.flatMap((row) => row.texts),
      ...drawing.legend.map(({ text }) => text),
    ];
    for (const { text, note, size, bold, room } of texts)
      expect(textWidth(text + note, size, bold)).toBeLessThanOrEqual(room);
    for (const { spans } of drawing.rows) {
      expect(spans[0]?.x).toBeCloseTo(drawing.left, 5);
      const last = spans.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(drawing.right, 5);
    }
  });

  test('holds no digits of numbers, and names each row in whole sentences', async () => {
    const drawn = await drawWeek(await gap(), { title: 'A shop with gaps' });
    expect(drawn).not.toContain('8005550142');
    expect(drawn).toContain('from Monday 08:00 to Monday 20:00');
    expect(readFileSync(join(folder, 'golden/week.svg'), 'utf8')).toContain('graphics-symbol');
  });
});
