import { keycap, metrics, rightMargin, roomFor } from './card-metrics.ts';
import type { Card, CardRow } from './card.ts';
import type { CardKind } from './words.ts';

/** Room that badges take from the title. */
export function badgeRoom(findings: Card['findings']): number {
  return findings.length === 0 ? 0 : metrics.badge * Math.min(findings.length, 3) - 6;
}

/** Where the words of a row begin and end, for a card of this width. */
export function rowRoom(
  row: Pick<CardRow, 'key' | 'percent' | 'sign'>,
  kind: CardKind,
  width: number,
): { readonly from: number; readonly to: number; readonly percentAt: number } {
  const right = width - rightMargin(kind);
  const percentAt = right - (row.sign === undefined ? 0 : metrics.sign);
  const percent = roomFor(row.percent, metrics.percent);
  return {
    from: row.key === undefined ? metrics.left : keycap(row.key).label,
    to: percentAt - (percent === 0 ? 0 : percent + 6),
    percentAt,
  };
}

/** The room that the title has, for a card of this width. */
export function titleRoom(card: Pick<Card, 'kind' | 'count' | 'findings'>, width: number): number {
  const calls = card.count === '' ? 0 : roomFor(card.count, metrics.calls) + 8;
  return width - metrics.left - rightMargin(card.kind) - calls - badgeRoom(card.findings);
}

/** The size that a card wants: wide enough for its words, within limits. */
export function measureCard(
  card: Pick<Card, 'kind' | 'title' | 'sub' | 'count' | 'findings' | 'exits' | 'hasRows'>,
): { readonly width: number; readonly height: number } {
  const isPill = card.kind === 'hangup' && card.sub === '' && !card.hasRows;
  const rows = card.hasRows ? card.exits : [];
  const title = roomFor(card.title, metrics.title, true) - titleRoom(card, 0);
  const under = (text: string): number =>
    metrics.left + roomFor(text, metrics.sub) + rightMargin(card.kind);
  const told = card.sub.replace(/(?: · )?“.*$/su, '');
  const wants = rows.map((row) => {
    const room = rowRoom(row, card.kind, 0);
    const sides = room.from - room.to;
    const note = row.note === '' ? '' : ` · ${row.note}`;
    const label = roomFor(row.label, metrics.label) + sides;
    const whole = roomFor(row.label + note, metrics.label) + sides;
    if (row.isWhen) return whole > metrics.most ? label : whole;
    return Math.max(label, Math.min(whole, metrics.quiet));
  });
  const least = isPill ? 120 : metrics.least;
  // Quotes and notes are cut rather than followed: they would make every card wide.
  const want = wants.reduce(
    (most, wanted) => Math.max(most, wanted),
    Math.max(least, title, under(told), Math.min(under(card.sub), metrics.quiet)),
  );
  return {
    width: Math.ceil(Math.min(metrics.most, want) / 4) * 4,
    height: isPill
      ? metrics.pill
      : metrics.header + (rows.length > 0 ? rows.length * metrics.row + metrics.foot : 0),
  };
}
