import { coordinate } from './numbers.ts';
import { theme, type Tone } from './theme.ts';

/** An element of the drawing, before it is written: attributes in order, texts as they read. */
export interface SceneNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (SceneNode | string)[];
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; numbers are rounded to tenths, attributes without a value left out. */
export function element(
  tag: string,
  attributes: Attributes = {},
  children: readonly (SceneNode | string)[] = [],
): SceneNode {
  const attrs: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) attrs[name] = typeof value === 'number' ? coordinate(value) : value;
  }
  return { tag, attrs, children: children.filter((child) => child !== '') };
}

/**
 * Fill and outline by tone: the light colour as an attribute, and classes by which the style sheet
 * finds the element for the dark.
 */
export function paint(tones: {
  readonly fill?: Tone | 'none';
  readonly stroke?: Tone;
}): Attributes {
  const { fill, stroke } = tones;
  const classes = [
    fill === undefined || fill === 'none' ? '' : `f-${fill}`,
    stroke === undefined ? '' : `s-${stroke}`,
  ].filter((name) => name !== '');
  return {
    fill: fill === undefined ? undefined : fill === 'none' ? 'none' : theme[fill][0],
    stroke: stroke === undefined ? undefined : theme[stroke][0],
    class: classes.length === 0 ? undefined : classes.join(' '),
  };
}

/** Moves what is in it. */
export function group(
  x: number,
  y: number,
  children: readonly (SceneNode | string)[],
  attributes: Attributes = {},
): SceneNode {
  const transform = `translate(${coordinate(x)} ${coordinate(y)})`;
  return element('g', { transform, ...attributes }, children);
}

/** Path data, with the numbers in it rounded to tenths: path`M${x} ${y}H${end}`. */
export function path(parts: TemplateStringsArray, ...numbers: readonly number[]): string {
  return parts.map((part, index) => part + coordinateOr(numbers[index])).join('');
}

const coordinateOr = (value: number | undefined): string =>
  value === undefined ? '' : coordinate(value);
