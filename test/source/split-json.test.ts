import { expect, test } from '@jest/globals';
import { splitJson } from '../../src/source/split-json.ts';

test.each([
  ['{"a": [1, {}]}', ['{"a": [1, {}]}']],
  ['{"a": 1}\n{"b": "}{"}', ['{"a": 1}', '{"b": "}{"}']],
  ['[1] 2 "x"', ['[1]', '2', '"x"']],
  ['{"a": 1} {"b": ', ['{"a": 1}', '{"b": ']],
  ['', ['']],
  ['{"a": 1', ['{"a": 1']],
  ['}{}', ['}', '{}']],
])('%j is split where one value ends and the next begins', (text, parts) => {
  expect(splitJson(text).map(({ start, end }) => text.slice(start, end))).toEqual(parts);
});
