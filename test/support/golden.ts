import { expect } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';

/** True when `UPDATE_GOLDEN=1 npm test` asks to write what is compared instead. */
export const isUpdating = process.env['UPDATE_GOLDEN'] === '1';

/** Compares a text with the file that holds what it should be, or writes that file when updating. */
export function expectGolden(file: string, actual: string): void {
  if (isUpdating) writeFileSync(file, actual);
  else expect(actual).toBe(readFileSync(file, 'utf8'));
}
