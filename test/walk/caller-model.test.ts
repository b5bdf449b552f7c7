import { describe, expect, test } from '@jest/globals';
import { defaultCallerModel } from '../../src/walk/caller-model.ts';
import { readProjectFile } from '../support/sample-menus.ts';

describe('the caller model', () => {
  test('its page lists every figure with the value that is used', () => {
    const rows = readProjectFile('docs/simulate.md').matchAll(/^\| `(\w+)`\s*\| ([\d.]+)\s*\|/gm);
    const listed = Object.fromEntries(
      [...rows].map(([, name, value]) => [name ?? '', Number(value)] as const),
    );
    expect(listed).toEqual(defaultCallerModel);
  });

  test('shares are shares and times are times', () => {
    const shares = [
      'noInput',
      'noMatch',
      'mistake',
      'zeroOut',
      'taskSuccess',
      'waitShare',
    ] as const;
    for (const name of shares) expect(defaultCallerModel[name]).toBeLessThanOrEqual(1);
    for (const value of Object.values(defaultCallerModel)) expect(value).toBeGreaterThan(0);
  });
});
