import type { DrawnCard, DrawnPill, DrawnRow } from './drawing.ts';
import { drawBadgeShape, drawDisc, drawFall, drawIcon, drawText } from './draw-parts.ts';
import { drawShape } from './draw-shape.ts';
import { clockIcon, kindIcons } from './kind-icons.ts';
import { rowIcons } from './row-icons.ts';
import { countOf } from './numbers.ts';
import { element, group, paint, path, type SceneNode } from './scene.ts';
import type { Language } from '../script/values.ts';
import type { Words } from './words.ts';

function drawRow(row: DrawnRow, language: Language): SceneNode {
  const { bar, cap, sign, port, way } = row;
  const parts: SceneNode[] = [];
  if (bar !== undefined) {
    parts.push(
      element('rect', {
        x: bar.x,
        y: 2,
        width: bar.width,
        height: 15,
        rx: 2,
        ...paint({ fill: 'bar' }),
      }),
    );
  }
  if (cap === undefined) {
    parts.push(drawIcon(rowIcons[row.icon], 11, 4.5, way === 'loose' ? 'trouble' : 'muted'));
  } else {
    const { x, width, text } = cap;
    parts.push(
      element('rect', {
        x,
        y: 2.5,
        width,
        height: 14,
        rx: 3,
        ...paint({ fill: 'card', stroke: 'ink' }),
        'stroke-width': 1,
      }),
      drawText(text, language),
    );
  }
  parts.push(...row.texts.map((text) => drawText(text, language)));
  if (sign !== undefined) {
    parts.push(drawIcon(rowIcons[sign.icon], sign.x, 4.5, sign.icon === 'down' ? 'ink' : 'muted'));
  }
  if (port !== undefined) {
    parts.push(
      element('circle', {
        cx: port,
        cy: 9.5,
        r: 2.6,
        ...paint({ fill: way === 'loose' ? 'trouble' : 'line' }),
      }),
    );
  }
  return group(0, row.y, parts, {
    'data-part': 'row',
    'data-edge': row.path,
    'data-way': way,
    'data-to': row.targets.length === 0 ? undefined : row.targets.join(' '),
    'data-calls': countOf(row.calls),
  });
}

function drawPill({ x, y, width, level, text }: DrawnPill, language: Language): SceneNode {
  const tones = (
    [
      { fill: 'card', stroke: 'muted' },
      { fill: 'card', stroke: 'trouble' },
      { fill: 'trouble', stroke: 'trouble' },
    ] as const
  )[level];
  const arrow = (['muted', 'trouble', 'onTrouble'] as const)[level];
  return group(x, y, [
    element('rect', {
      width,
      height: 14,
      rx: 7,
      ...paint(tones),
      'stroke-width': level === 0 ? 1 : 1.4,
    }),
    drawFall(8, 7, arrow),
    drawText(text, language),
  ]);
}

/** A card with everything on it, as one symbol with a name that says it all. */
export function drawCard(card: DrawnCard, id: string, words: Words): SceneNode {
  const { language } = words;
  const { tone, paths } = kindIcons[card.kind];
  const middle = card.height === 32 ? 9 : 13;
  const last = card.rows.length > 0;
  return group(
    card.x,
    card.y,
    [
      element('title', {}, [card.tooltip]),
      ...drawShape(card),
      drawIcon(
        card.hasClock ? clockIcon : paths,
        10,
        middle,
        tone === 'paper' && card.isStranded ? 'ink' : tone,
      ),
      ...card.texts.map((text) => drawText(text, language)),
      ...(last
        ? [
            element('path', {
              d: path`M8 39.5H${card.width - 8}`,
              ...paint({ fill: 'none', stroke: 'rule' }),
              'stroke-width': 1,
            }),
          ]
        : []),
      ...card.rows.map((row) => drawRow(row, language)),
      ...(card.disc === undefined ? [] : [drawDisc(card.disc, language)]),
      ...(card.pill === undefined ? [] : [drawPill(card.pill, language)]),
      ...card.badges.map(({ x, numbers, severity, text }) =>
        group(x, 0, [drawBadgeShape(severity), drawText(text, language)], {
          'data-part': 'badge',
          'data-findings': numbers.join(' '),
        }),
      ),
    ],
    {
      id: `${id}-${card.id}`,
      'data-part': 'card',
      'data-node': card.id,
      'data-kind': card.kind,
      'data-calls': countOf(card.calls),
      'data-lost': countOf(card.lost),
      role: 'graphics-symbol',
      'aria-roledescription': words.kinds[card.kind].toLowerCase(),
      'aria-label': card.label,
    },
  );
}
