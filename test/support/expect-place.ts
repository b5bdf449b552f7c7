import { expect } from '@jest/globals';
import { lineText, type Place, type Source } from '../../src/source/source.ts';

/** A place that an editor could go to, with something written there. */
export function expectPlaceIn(source: Source, { path, start, end }: Place) {
  expect(path).toBe(source.path);
  expect(start.column).toBeLessThanOrEqual(lineText(source, start.line).length + 1);
  expect(end.line > start.line || end.column > start.column).toBe(true);
}
