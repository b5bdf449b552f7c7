import { describe, expect, test } from '@jest/globals';
import { insights } from '../../../src/insight/insights.ts';
import { answeredAbove } from '../../../src/report/page/answer-sections.ts';
import { findingsInsight } from '../../../src/report/page/findings-section.ts';

const ids = insights.map(({ id }) => id);

describe('the parts of a report that answer a question', () => {
  test('show insights that there are', () => {
    expect(ids).toEqual(expect.arrayContaining([...answeredAbove, findingsInsight]));
  });

  test('show none that another part shows', () => {
    const shown = [...answeredAbove, findingsInsight];
    expect(shown).toHaveLength(new Set(shown).size);
  });
});
