import { roomFor } from './card-metrics.ts';
import type { Card } from './card.ts';
import type { Dash, DrawnStub, DrawnWire, LegendItem, LegendSign } from './drawing.ts';
import type { Way } from './fold-exits.ts';
import { heatOf, heatSteps } from './heat.ts';
import { writeText } from './write-text.ts';
import type { Words } from './words.ts';

const size = 10.5;
const lineHeight = 24;
const between = 22;

interface Entry {
  readonly mark: LegendSign;
  readonly text: string;
}

function heatEntries(words: Words): readonly Entry[] {
  const bounds = [0, ...heatSteps];
  const percent = bounds.map((bound) => `${Math.round(bound * 100)}`);
  return bounds.map((bound, index) => {
    const next = percent[index + 1];
    const middle = index === 0 ? 0 : bound * 1.4;
    const range =
      index === 0
        ? `<${next ?? ''}%`
        : next === undefined
          ? `≥${percent[index] ?? ''}%`
          : `${percent[index] ?? ''}–${next}%`;
    const { tone, width } = heatOf(middle, 1);
    return {
      mark: { sign: 'heat', tone, width },
      text: next === undefined ? words.ofCalls(range) : range,
    };
  });
}

/** Only what the drawing holds: a reader needn't learn what isn't there. */
function entriesOf(
  cards: readonly Card[],
  lines: readonly (DrawnWire | DrawnStub)[],
  calls: number | undefined,
  words: Words,
): readonly (readonly Entry[])[] {
  const { legend, severities } = words;
  const dashes = new Set<Dash>(lines.map((line) => line.dash));
  const ways = new Set<Way>();
  for (const { exits } of cards) for (const { folded } of exits) ways.add(folded.way);
  const found = new Set(cards.flatMap((card) => card.findings.map((finding) => finding.severity)));
  const styles = (['solid', 'closed', 'noInput', 'trouble'] as const).flatMap((dash) =>
    dashes.has(dash) ? [{ mark: { sign: 'dash', dash } as const, text: legend[dash] }] : [],
  );
  const signs = (
    [
      ['jump', 'disc'],
      ['repeat', 'repeat'],
      ['back', 'back'],
      ['more', 'more'],
      ['loose', 'loose'],
    ] as const
  ).flatMap(([way, sign]) =>
    ways.has(way) ? [{ mark: { sign } as const, text: legend[way] }] : [],
  );
  const lost = cards.some((card) => card.lost !== undefined);
  const badges = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    found.has(severity)
      ? [{ mark: { sign: 'badge', severity } as const, text: severities[severity] }]
      : [],
  );
  const stranded = cards.some((card) => card.isStranded);
  return [
    styles,
    calls === undefined ? [] : heatEntries(words),
    [
      ...signs,
      ...(lost ? [{ mark: { sign: 'drop' } as const, text: legend.drop }] : []),
      ...(stranded ? [{ mark: { sign: 'stranded' } as const, text: legend.stranded }] : []),
    ],
    badges,
  ];
}

const offsetOf = ({ sign }: LegendSign): number => (sign === 'dash' || sign === 'heat' ? 36 : 23);

const roomOf = ({ text }: Entry): number => roomFor(text, size) + 1;

const wideOf = (entry: Entry): number => offsetOf(entry.mark) + roomOf(entry) + between;

/**
 * Sets the legend in lines as wide as the drawing, from the given corner. What belongs together stands
 * in one line where a line holds it.
 */
export function writeLegend(
  cards: readonly Card[],
  lines: readonly (DrawnWire | DrawnStub)[],
  calls: number | undefined,
  words: Words,
  corner: { readonly x: number; readonly y: number },
  width: number,
): { readonly items: readonly LegendItem[]; readonly bottom: number } {
  const items: LegendItem[] = [];
  const end = corner.x + width + between;
  let { x, y } = corner;
  const fit = (wide: number): void => {
    if (x === corner.x || x + wide <= end) return;
    x = corner.x;
    y += lineHeight;
  };
  for (const group of entriesOf(cards, lines, calls, words)) {
    fit(group.reduce((sum, entry) => sum + wideOf(entry), 0));
    for (const entry of group) {
      fit(wideOf(entry));
      const text = writeText(entry.text, [words.language], {
        x: offsetOf(entry.mark),
        y: 4,
        size,
        room: roomOf(entry),
        tone: 'muted',
      });
      items.push({ mark: entry.mark, x, y, text });
      x += wideOf(entry);
    }
  }
  return { items, bottom: y + 10 };
}
