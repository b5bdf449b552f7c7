import { drawSheet } from '../draw-sheet.ts';
import type { CoverageState } from '../../insight/week-coverage.ts';
import { drawText } from '../draw-parts.ts';
import { element, group, paint, path, type SceneNode } from '../scene.ts';
import { wordsIn } from '../words-in.ts';
import { bandHeight } from './layout-week.ts';
import type { DrawnSpan, WeekDrawing } from './week-drawing.ts';
import type { OfferedSign } from './week-words.ts';

const patterns = { unstaffed: 'trouble', holiday: 'heat0', emergency: 'warning' } as const;
const isPatterned = (state: CoverageState): state is keyof typeof patterns =>
  Object.hasOwn(patterns, state);

/** Hatching for what isn't plainly open or closed: the form tells it before the colour does. */
function drawPatterns(id: string): SceneNode {
  const names = Object.keys(patterns) as (keyof typeof patterns)[];
  return element(
    'defs',
    {},
    names.map((name) =>
      element(
        'pattern',
        {
          ...{ id: `${id}_${name}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
          patternTransform: name === 'holiday' ? 'rotate(-45)' : 'rotate(45)',
        },
        [
          element('path', {
            d: 'M0 3H6',
            ...paint({ stroke: patterns[name] }),
            'stroke-width': name === 'holiday' ? 1.2 : 2.6,
          }),
        ],
      ),
    ),
  );
}

/** One stretch: solid when open, hatched in a frame when something is special, empty when closed. */
function drawState(
  id: string,
  state: CoverageState,
  at: { readonly x: number; readonly y: number; readonly width: number },
): readonly SceneNode[] {
  const { x, y, width } = at;
  const box = { x, y, width, height: bandHeight };
  if (state === 'open') return [element('rect', { ...box, ...paint({ fill: 'heat2' }) })];
  if (isPatterned(state)) {
    const tone = patterns[state];
    const inner = { x: x + 0.6, y: y + 0.6, width: Math.max(width - 1.2, 0.4) };
    return [
      element('rect', { ...box, fill: `url(#${id}_${state})` }),
      element('rect', {
        ...{ ...inner, height: bandHeight - 1.2 },
        ...paint({ fill: 'none', stroke: tone }),
        'stroke-width': 1.2,
      }),
    ];
  }
  if (state === 'unknown') {
    return [
      element('rect', {
        ...{ ...box, x: x + 0.6, y: y + 0.6, width: Math.max(width - 1.2, 0.4) },
        height: bandHeight - 1.2,
        ...paint({ fill: 'none', stroke: 'line' }),
        'stroke-dasharray': '4 3',
      }),
    ];
  }
  return [
    element('path', {
      d: path`M${x} ${y + bandHeight / 2}H${x + width}`,
      ...paint({ fill: 'none', stroke: 'heat0' }),
      'stroke-width': 1,
    }),
  ];
}

/** The mark under a stretch that a menu offers though it takes no calls: solid where callers are lost. */
function drawOffered(sign: OfferedSign, x: number, y: number, width: number): SceneNode {
  const isLost = sign === 'lost';
  return element('path', {
    d: path`M${x} ${y + bandHeight + 1}H${x + width}`,
    ...paint({ fill: 'none', stroke: isLost ? 'trouble' : 'muted' }),
    'stroke-width': isLost ? 4 : 2,
    'stroke-dasharray': isLost ? undefined : '2 3',
  });
}

const drawSpan = (id: string, y: number, { x, width, state, offered }: DrawnSpan) => [
  ...drawState(id, state, { x, y, width }),
  ...(offered === undefined ? [] : [drawOffered(offered, x, y, width)]),
];

/** A picture of a week as a tree of SVG elements. */
export function drawWeekScene(drawing: WeekDrawing): SceneNode {
  const { id, language, top, bottom, left, right } = drawing;
  return drawSheet(drawing, {
    role: wordsIn(language).week.diagram,
    language,
    definitions: [drawPatterns(id)],
    content: [
      element('rect', {
        ...{ x: left, y: top, width: right - left, height: bottom - top },
        ...paint({ fill: 'card', stroke: 'rule' }),
      }),
      ...drawing.ticks.map(({ x, isDay }) =>
        element('path', {
          d: isDay ? path`M${x} ${top - 34}V${bottom}` : path`M${x} ${top}V${bottom}`,
          ...paint({ fill: 'none', stroke: isDay ? 'line' : 'rule' }),
          'stroke-width': isDay ? 0.8 : 1,
        }),
      ),
      ...drawing.texts.map((text) => drawText(text, language)),
      ...drawing.rows.map(({ y, texts, spans, label }) =>
        element('g', { role: 'graphics-symbol', 'aria-label': label }, [
          element('title', {}, [label]),
          ...texts.map((text) => drawText(text, language)),
          ...spans.flatMap((span) => drawSpan(id, y, span)),
        ]),
      ),
      element(
        'g',
        { 'aria-hidden': 'true' },
        drawing.legend.flatMap(({ sign, x, y, text }) => [
          group(
            0,
            y - bandHeight / 2,
            sign === 'led-on' || sign === 'lost'
              ? [drawOffered(sign, x, -10, 26)]
              : drawState(id, sign, { x, y: 0, width: 26 }),
          ),
          drawText(text, language),
        ]),
      ),
    ],
  });
}
