import { describe, expect, test } from '@jest/globals';
import { displayWidth } from '../../src/report/display-width.ts';
import { bar, interval, moment, percent } from '../../src/report/numbers.ts';
import { rateOf } from '../../src/insight/rate.ts';
import { tableLines } from '../../src/report/table.ts';

describe('lining up columns', () => {
  test.each([
    ['main', 4],
    ['メニュー', 8],
    ['主菜单', 6],
    ['μενού', 5],
    ['e\u0301', 1],
    ['👩‍💻', 2],
    ['☎️', 2],
    ['█▏–', 3],
    ['', 0],
  ])('%j takes %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('texts stand to the left, numbers to the right, and no line ends in spaces', () => {
    const rows = [
      [{ text: '銀行' }, { text: '7' }, { text: 'x' }],
      [{ text: 'main' }, { text: '1,234' }, { text: '' }],
      [],
      [{ text: 'a' }],
    ];
    expect(tableLines(rows, ['left', 'right', 'left'])).toEqual([
      '銀行      7  x',
      'main  1,234',
      '',
      'a',
    ]);
  });
});

describe('numbers for people', () => {
  test('shares, intervals and moments are written the same everywhere', () => {
    expect(percent(0.12345)).toBe('12.3 %');
    expect(interval(rateOf(81, 263))).toBe('25.5–36.6 %');
    expect(interval(rateOf(0, 0))).toBe('');
    expect(moment(Date.UTC(2026, 2, 2, 8, 0, 59, 999))).toBe('2026-03-02 08:00:59');
  });

  test('a bar shows anything above nothing', () => {
    expect(bar(0, 4)).toBe('');
    expect(bar(0.0001, 4)).toBe('▏');
    expect(bar(0.5, 4)).toBe('██');
    expect(bar(1, 4)).toBe('████');
  });
});
