import { describe, expect, test } from '@jest/globals';
import { diffToText } from '../../src/report/diff-text.ts';

describe('the difference between two texts, for people', () => {
  test('shows two lines around each change and where it stands', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
    expect(diffToText(before, before.replace('5', 'five'))).toBe(
      '@@ line 3 @@\n 3\n 4\n-5\n+five\n 6\n 7\n',
    );
  });

  test('is empty when nothing changed', () => {
    expect(diffToText('a\n', 'a\n')).toBe('');
  });

  test('prints nothing that would move the cursor', () => {
    expect(diffToText('a', '\u001b[2Jb')).toBe('@@ line 1 @@\n-a\n+·[2Jb\n');
  });
});
