import { describe, expect, test } from '@jest/globals';
import { untoldWays } from '../../src/flow/untold-ways.ts';
import type { NodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

const box = 'box' as NodeId;
const numbered = 'entries: [{number: "+18005550142", start: a}]';

describe('a way on which nothing is said', () => {
  test.each([
    [
      'the start of a call',
      '  a: {kind: branch, on: language, cases: [], otherwise: box}',
      ['entries', 0, 'start'],
    ],
    [
      'silence',
      '  a: {kind: menu, options: [], noInput: {to: box}}',
      ['nodes', 'a', 'noInput', 'to'],
    ],
    [
      'a failed transfer',
      '  a: {kind: transfer, number: "1", failure: box}',
      ['nodes', 'a', 'failure'],
    ],
    [
      'a queue that offers nothing',
      '  a: {kind: queue, queue: q, say: Hold., closed: box}',
      ['nodes', 'a', 'closed', 'to'],
    ],
  ])('is %s', (_, nodes, path) => {
    const found = untoldWays(flowOf(`${nodes}\n  box: {kind: voicemail}`, numbered)).get(box);
    expect(found).toEqual(path);
  });

  test.each([
    ['words', '  a: {kind: announcement, say: Hello., to: box}'],
    [
      'a look-up that speaks',
      '  a: {kind: task, task: t, say: One moment., success: box, failure: box}',
    ],
    ['a key', '  a: {kind: menu, options: [{key: "1", to: box}]}'],
    [
      "a vendor's block",
      '  a: {kind: opaque, vendor: v, type: t, exits: [{trigger: next, to: box}]}',
    ],
  ])('is not %s', (_, nodes) => {
    expect(
      untoldWays(flowOf(`${nodes}\n  box: {kind: voicemail}`, numbered)).get(box),
    ).toBeUndefined();
  });

  test('is found behind any number of silent nodes, and round them', () => {
    const far = Array.from(
      { length: 60 },
      (_, index) => `  n${index}: {kind: announcement, to: n${index + 1}}`,
    );
    const nodes = `  a: {kind: queue, queue: q, closed: {to: n0}}
${far.join('\n')}
  n60: {kind: branch, on: language, cases: [{when: en, to: n0}], otherwise: box}
  box: {kind: voicemail}`;
    expect(untoldWays(flowOf(nodes)).get(box)).toEqual(['nodes', 'a', 'closed', 'to']);
  });
});
