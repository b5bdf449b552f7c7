import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { otherChecks, readingFindings } from '../../src/lint/check-names.ts';
import { ruleInfos } from '../../src/lint/rule-info.ts';
import { rules } from '../../src/lint/rules/index.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const ids = ruleInfos.map(({ id }) => id);

describe('what is said about rules', () => {
  test('is there for every rule, and for every id that the source writes into a finding', () => {
    const written = files.flatMap((file) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(/ruleId: '([a-z-]+)'/g)].map(
        ([, id = '']) => id,
      ),
    );
    expect(written.length).toBeGreaterThan(10);
    expect([...written, ...rules.map(({ id }) => id)].filter((id) => !ids.includes(id))).toEqual(
      [],
    );
  });

  test('is there for everything that can be configured, and for what can not', () => {
    const missing = [...otherChecks, ...readingFindings].filter((id) => !ids.includes(id));
    expect(missing).toEqual([]);
    const reading = ruleInfos.filter((info) => info.of === 'reading').map(({ id }) => id);
    expect(reading).toEqual(readingFindings);
  });

  test('is there once for each id, in their order', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('is one sentence, from the caller’s side, without an end', () => {
    for (const { summary } of ruleInfos) expect(summary).toMatch(/^(?!.*[.!]$)\S.{10,}$/);
  });
});
