import type { Dash, DrawnStub, DrawnWire } from './drawing.ts';
import { drawBrokenEnd, drawDisc } from './draw-parts.ts';
import { coordinate, countOf } from './numbers.ts';
import { element, paint, path, type Attributes, type SceneNode } from './scene.ts';
import type { Words } from './words.ts';

/** Dashes grow with the line, so that they stay what they are on a wide one. */
export function dashAttributes(dash: Dash, width: number): Attributes {
  const unit = Math.max(2.2, width);
  const lengths = (...parts: readonly number[]): string =>
    parts.map((part) => coordinate(part * unit)).join(' ');
  switch (dash) {
    case 'solid':
      return {};
    case 'closed':
      return { 'stroke-dasharray': lengths(4, 2.2) };
    case 'noInput':
      return { 'stroke-dasharray': `0.1 ${coordinate(unit * 2)}`, 'stroke-linecap': 'round' };
    case 'trouble':
      return { 'stroke-dasharray': lengths(5, 2, 1, 2) };
  }
}

function symbol(
  part: 'wire' | 'stub',
  line: DrawnWire | DrawnStub,
  children: readonly SceneNode[],
  words: Words,
): SceneNode {
  return element(
    'g',
    {
      'data-part': part,
      role: 'graphics-symbol',
      'aria-roledescription': words.connection,
      'aria-label': line.label,
      'data-from': line.from,
      'data-to': line.to,
      'data-edge': line.path,
      'data-calls': countOf(line.calls),
    },
    [element('title', {}, [line.label]), ...children],
  );
}

/** A new way is a double line, a way that is gone is dashed. */
function changeAttributes({ change }: DrawnWire | DrawnStub): Attributes {
  if (change === 'added') return { 'stroke-width': 4.4, 'stroke-dasharray': undefined };
  return change === 'removed' ? { 'stroke-dasharray': '3 4' } : {};
}

/** What parts a double line. */
const core = (d: string): SceneNode =>
  element('path', { d, ...paint({ fill: 'none', stroke: 'page' }), 'stroke-width': 1.8 });

/** A line across with its halo (crossings read as bridges) and its arrow. */
export function drawWire(wire: DrawnWire, words: Words): SceneNode {
  const { x, y, bend, toX, toY, width, tone } = wire;
  const length = 4.5 + width * 0.6;
  const half = 2.4 + width * 0.6;
  const isDown = wire.direction === 'down';
  const end = (isDown ? toY : toX) - length + 1;
  const middle = (bend + end) / 2;
  const d = isDown
    ? path`M${x} ${y}V${end}`
    : path`M${x} ${y}H${bend}C${middle} ${y} ${middle} ${toY} ${end} ${toY}`;
  const arrow = path`M0 0L${-length} ${-half}V${half}Z`;
  const turn = isDown ? ' rotate(90)' : '';
  return symbol(
    'wire',
    wire,
    [
      element('path', { d, ...paint({ fill: 'none', stroke: 'page' }), 'stroke-width': width + 4 }),
      element('path', {
        d,
        ...paint({ fill: 'none', stroke: tone }),
        'stroke-width': width,
        ...dashAttributes(wire.dash, width),
        ...changeAttributes(wire),
      }),
      ...(wire.change === 'added' ? [core(d)] : []),
      element('path', {
        d: arrow,
        transform: `translate(${coordinate(toX)} ${coordinate(toY)})${turn}`,
        ...paint({ fill: tone }),
      }),
    ],
    words,
  );
}

/** A short line and where it goes on: a letter, or nowhere. */
export function drawStub(stub: DrawnStub, words: Words): SceneNode {
  const { x, y, disc, width, tone } = stub;
  const end = disc === undefined ? x + 10 : disc.x + 1;
  const line = element('path', {
    d: path`M${x} ${y}H${end}`,
    ...paint({ fill: 'none', stroke: tone }),
    'stroke-width': width,
    ...changeAttributes(stub),
  });
  const tail = disc === undefined ? drawBrokenEnd(x + 8, y) : drawDisc(disc, words.language);
  const inside = stub.change === 'added' ? [core(path`M${x} ${y}H${end}`)] : [];
  return symbol('stub', stub, [line, ...inside, tail], words);
}
