import type { DrawnDisc, DrawnFinding, DrawnText } from './drawing.ts';
import { element, group, paint, type Attributes, type SceneNode } from './scene.ts';
import type { IconPath } from './row-icons.ts';
import type { Tone } from './theme.ts';
import type { Language } from '../script/values.ts';
import type { Severity } from '../source/finding.ts';

/** A line of text; its language is written only where it isn't that of the drawing. */
export function drawText(text: DrawnText, language: Language): SceneNode {
  const attributes: Attributes = {
    x: text.x,
    y: text.y,
    'font-size': text.size,
    'font-weight': text.bold ? '700' : undefined,
    'text-anchor': text.anchor === 'start' ? undefined : text.anchor,
    'xml:lang': text.language === language ? undefined : text.language,
    ...paint({ fill: text.tone }),
  };
  if (text.note === '') return element('text', attributes, [text.text]);
  return element('text', attributes, [
    text.text,
    element('tspan', paint({ fill: 'muted' }), [text.note]),
  ]);
}

/** A sign of one colour at a place. */
export function drawIcon(paths: readonly IconPath[], x: number, y: number, tone: Tone): SceneNode {
  return group(
    x,
    y,
    paths.map(({ d, outline }) =>
      outline === true
        ? element('path', {
            d,
            ...paint({ fill: 'none', stroke: tone }),
            'stroke-width': 1.4,
            'stroke-linecap': 'round',
            'stroke-linejoin': 'round',
          })
        : element('path', { d, ...paint({ fill: tone }) }),
    ),
  );
}

/** A connector: white letter on an ink disc, or a pill for more letters. */
export function drawDisc({ x, y, width, isMore, text }: DrawnDisc, language: Language): SceneNode {
  return group(
    x,
    y,
    [
      element('rect', {
        width,
        height: 15,
        rx: 7.5,
        ...paint(isMore ? { fill: 'card', stroke: 'muted' } : { fill: 'ink', stroke: 'page' }),
        'stroke-width': 1,
      }),
      drawText(text, language),
    ],
    isMore ? { 'data-part': 'more' } : { 'data-letter': text.text },
  );
}

/** The shape of a badge around its middle: its form tells the severity before its colour does. */
export function drawBadgeShape(severity: Severity): SceneNode {
  switch (severity) {
    case 'error':
      return element('path', {
        d: 'M-3.6 -8.6H3.6L8.6 -3.6V3.6L3.6 8.6H-3.6L-8.6 3.6V-3.6Z',
        ...paint({ fill: 'trouble', stroke: 'page' }),
        'stroke-width': 1,
      });
    case 'warning':
      return element('path', {
        d: 'M0 -10.5 10.4 7.5H-10.4Z',
        ...paint({ fill: 'warning', stroke: 'onWarning' }),
        'stroke-width': 1.2,
        'stroke-linejoin': 'round',
      });
    case 'info':
      return element('circle', {
        r: 8.6,
        ...paint({ fill: 'note', stroke: 'page' }),
        'stroke-width': 1,
      });
  }
}

/** A finding of the list: its badge and what it says. */
export function drawFinding(
  { x, y, severity, number, lines }: DrawnFinding,
  language: Language,
): SceneNode {
  return group(
    x,
    y,
    [
      group(9, 0, [drawBadgeShape(severity), drawText(number, language)]),
      ...lines.map((line) => drawText(line, language)),
    ],
    { 'data-part': 'finding', 'data-findings': number.text },
  );
}

/** The broken end of a way that leads nowhere, by the end of its line. */
export function drawBrokenEnd(x: number, y: number): SceneNode {
  return element('path', {
    d: 'M0 -4 8 4M0 4 8 -4',
    transform: `translate(${x} ${y})`,
    ...paint({ fill: 'none', stroke: 'trouble' }),
    'stroke-width': 2,
    'stroke-linecap': 'round',
  });
}

/** The arrow of a drop-out. */
export function drawFall(x: number, y: number, tone: Tone): SceneNode {
  return group(x, y, [
    element('path', { d: 'M-1.5 -4.6H1.5V0H4.2L0 4.6 -4.2 0H-1.5Z', ...paint({ fill: tone }) }),
  ]);
}
