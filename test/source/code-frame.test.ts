import { describe, expect, test } from '@jest/globals';
import { codeFrame, printable } from '../../src/source/code-frame.ts';
import { placeBetween } from '../../src/source/source.ts';
import { displayWidth } from '../../src/report/display-width.ts';

const frame = (text: string, marked: string, wide = false): string => {
  const source = { path: 'a.yaml', text };
  const start = text.indexOf(marked);
  const place = placeBetween(source, start, start + marked.length);
  return wide ? codeFrame(source, place, displayWidth) : codeFrame(source, place);
};

describe('the frame of a place', () => {
  test('shows the line, the one before, and carets under the place', () => {
    expect(frame('nodes:\n  main:\n    to: nowhere\n', 'nowhere')).toBe(
      '2 |   main:\n3 |     to: nowhere\n  |         ^^^^^^^',
    );
  });

  test('has no line before the first, and lines up from 9 to 10', () => {
    expect(frame('to: x', 'x')).toBe('1 | to: x\n  |     ^');
    expect(frame('\n'.repeat(8) + 'a: 1\nb: x', 'x')).toBe(' 9 | a: 1\n10 | b: x\n   |    ^');
  });

  test('marks the first line of what goes over several, and one column of what is empty', () => {
    expect(frame('a:\n  b: 1\n', 'a:\n  b')).toBe('1 | a:\n  | ^^');
    const source = { path: 'a.yaml', text: 'a: ' };
    expect(codeFrame(source, placeBetween(source, 3, 3))).toBe('1 | a:\n  |    ^');
  });

  test('cuts long lines around the place', () => {
    const text = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`;
    const rows = frame(text, 'HERE').split('\n');
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(104);
    const [line = '', carets = ''] = rows;
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test('puts carets under wide signs when it is told how wide they are', () => {
    expect(frame('say: 查询 to: x', 'x', true)).toBe('1 | say: 查询 to: x\n  |               ^');
    expect(frame('say: 查询', '查询', true)).toBe('1 | say: 查询\n  |      ^^^^');
  });

  test('shows nothing that could move a cursor or turn the text around', () => {
    expect(printable('a\u001b[31mb\u202ec\td')).toBe('a·[31mb·c d');
    expect(frame('a: \u001b]0;x\u0007 b', 'b')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
