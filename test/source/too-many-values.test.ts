import { expect, test } from '@jest/globals';
import { readYaml } from '../../src/source/read-yaml.ts';

test.each([
  ['lines', 'a: 1\n'],
  ['items', 'x,'],
])('a YAML text of millions of %s is one finding, before anything is built', (_, part) => {
  const { tree, findings } = readYaml({ path: 'a.yaml', text: `[${part.repeat(2_000_010)}` });
  expect(tree).toBeUndefined();
  expect(findings.map(({ message }) => message)).toEqual([
    'The document has more than 2,000,000 values.',
  ]);
});
