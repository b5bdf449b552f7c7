import { describe, expect, test } from '@jest/globals';
import { styleSheet, theme, type Tone } from '../../src/diagram/theme.ts';

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const themes = [
  ['light', 0],
  ['dark', 1],
] as const;

const texts: readonly (readonly [Tone, Tone])[] = [
  ['ink', 'card'],
  ['ink', 'bar'],
  ['ink', 'page'],
  ['muted', 'card'],
  ['muted', 'bar'],
  ['muted', 'page'],
  ['paper', 'ink'],
  ['trouble', 'card'],
  ['onTrouble', 'trouble'],
  ['onWarning', 'warning'],
  ['onNote', 'note'],
];

const graphics: readonly (readonly [Tone, Tone])[] = [
  ['line', 'page'],
  ['line', 'card'],
  ['wire', 'page'],
  ['heat0', 'page'],
  ['heat1', 'page'],
  ['heat2', 'page'],
  ['heat3', 'page'],
  ['heat4', 'page'],
  ['asks', 'card'],
  ['decides', 'card'],
  ['says', 'card'],
  ['people', 'card'],
  ['message', 'card'],
  ['asks', 'bar'],
  ['decides', 'bar'],
  ['says', 'bar'],
  ['people', 'bar'],
  ['message', 'bar'],
  ['trouble', 'page'],
  ['note', 'page'],
];

describe.each(themes)('colours in the %s', (_, index) => {
  test.each(texts)('%s on %s can be read: 4.5 to 1 (WCAG 1.4.3)', (ink, ground) => {
    expect(contrast(theme[ink][index], theme[ground][index])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(graphics)('%s on %s can be seen: 3 to 1 (WCAG 1.4.11)', (ink, ground) => {
    expect(contrast(theme[ink][index], theme[ground][index])).toBeGreaterThanOrEqual(3);
  });

  test('traffic gets further from the page step by step, so grey print ranks it too', () => {
    const heat = (['heat0', 'heat1', 'heat2', 'heat3', 'heat4'] as const).map((tone) =>
      contrast(theme[tone][index], theme.page[index]),
    );
    expect(heat).toEqual([...heat].sort((a, b) => a - b));
  });
});

test('the style sheet holds nothing but media queries, and only names inside the drawing', () => {
  const css = styleSheet('bank');
  expect(css).toMatch(
    /^@media screen and \(prefers-color-scheme:dark\)\{.*\}@media \(forced-colors:active\)\{.*\}$/,
  );
  const selectors = css.replace(/@media[^{]*\{/g, '').match(/[^{}]+(?=\{)/g) ?? [];
  expect(selectors.every((selector) => selector.startsWith('#bank'))).toBe(true);
});
