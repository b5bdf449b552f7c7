import { expect, test } from '@jest/globals';
import { reasons } from '../../src/index.ts';
import { readProjectFile } from '../support/sample-menus.ts';

const page = readProjectFile('docs/how-routes-are-proved.md');

test('the page about proofs explains every word for a bad end, and no other', () => {
  const words = [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, word]) => word);
  expect(words).toEqual([...reasons]);
});

test('what it shows is what the command prints', () => {
  const shown = /```\n\$ ivr prove [^\n]*\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(shown.length).toBeGreaterThan(100);
  expect(readProjectFile('test/cli/golden/prove-broken-line.txt')).toContain(shown);
});
