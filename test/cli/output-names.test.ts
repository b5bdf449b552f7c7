import { describe, expect, test } from '@jest/globals';
import { outputNames } from '../../src/cli/output-names.ts';

const scriptIn = (path: string, id = 'line') => ({
  document: { source: { path }, script: { id } },
});

describe('the names of what is written about scripts', () => {
  test('are those of their files, without folders and endings', () => {
    const paths = ['menus/bank.ivr.yaml', 'shop.json', '../night.ivr.mts', 'pages/main.vxml'];
    expect(outputNames(paths.map((path) => scriptIn(path)))).toEqual([
      ...['bank', 'shop', 'night', 'main.vxml'],
    ]);
  });

  test('tell the scripts of one file apart, and those of standard input by themselves', () => {
    const scripts = [scriptIn('a.yaml', 'day'), scriptIn('a.yaml', 'night'), scriptIn('-', 'shop')];
    expect(outputNames(scripts)).toEqual(['a-day', 'a-night', 'shop']);
  });

  test('are counted where two would be the same, so that none is written over', () => {
    const paths = ['old/bank.yaml', 'new/bank.yaml', 'bank.json'];
    expect(outputNames(paths.map((path) => scriptIn(path)))).toEqual(['bank', 'bank-2', 'bank-3']);
  });
});
