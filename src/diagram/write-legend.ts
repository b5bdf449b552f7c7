import { roomFor } from './card-metrics.ts';
import type { Card } from './card.ts';
import type { Dash, DrawnStub, DrawnWire, LegendItem, LegendSign } from './drawing.ts';
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
  const exits = cards.flatMap((card) => card.exits);
  const has = (way: string): boolean => exits.some(({ folded }) => folded.way === way);
  const found = new Set(cards.flatMap((card) => card.findings.map((finding) => finding.severity)));
  const styles = (['solid', 'closed', 'noInput', 'trouble'] as const).flatMap((dash) =>
    dashes.has(dash) ? [{ mark: { sign: 'dash', dash } as const, text: legend[dash] }] : [],
  );
  const signs = (
    [
      ['jump', 'disc'],
      ['repeat', 'repeat'],
      ['back', 'back'],
      ['loose', 'loose'],
    ] as const
  ).flatMap(([way, sign]) => (has(way) ? [{ mark: { sign } as const, text: legend[way] }] : []));
  const lost = cards.some((card) => card.lost !== undefined);
  const badges = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    found.has(severity)
      ? [{ mark: { sign: 'badge', severity } as const, text: severities[severity] }]
      : [],
  );
  const stranded = cards.some((card) => card.isStranded);
  return [
    [...styles, ...(calls === undefined ? [] : heatEntries(words))],
    [
      ...signs,
      ...(lost ? [{ mark: { sign: 'drop' } as const, text: legend.drop }] : []),
      ...badges,
      ...(stranded ? [{ mark: { sign: 'stranded' } as const, text: legend.stranded }] : []),
    ],
  ];
}

/** Sets the legend in lines as wide as the drawing, from the given corner. */
export function writeLegend(
  cards: readonly Card[],
  lines: readonly (DrawnWire | DrawnStub)[],
  calls: number | undefined,
  words: Words,
  corner: { readonly x: number; readonly y: number },
  width: number,
): { readonly items: readonly LegendItem[]; readonly bottom: number } {
  const items: LegendItem[] = [];
  let y = corner.y - lineHeight;
  for (const group of entriesOf(cards, lines, calls, words)) {
    if (group.length === 0) continue;
    let x = corner.x;
    y += lineHeight;
    for (const { mark, text } of group) {
      const offset = mark.sign === 'dash' || mark.sign === 'heat' ? 36 : 23;
      const room = roomFor(text, size) + 1;
      if (x > corner.x && x + offset + room > corner.x + width) {
        x = corner.x;
        y += lineHeight;
      }
      const written = writeText(text, [words.language], {
        x: offset,
        y: 4,
        size,
        room,
        tone: 'muted',
      });
      items.push({ mark, x, y, text: written });
      x += offset + room + between;
    }
  }
  return { items, bottom: y + 10 };
}
