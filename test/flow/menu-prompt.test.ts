import { describe, expect, test } from '@jest/globals';
import { menuPrompt } from '../../src/flow/menu-prompt.ts';
import { nodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

const heard = (nodes: string, language = 'en') => {
  const { pieces, complete } = menuPrompt(flowOf(nodes), nodeId('m'), language);
  return {
    pieces: pieces.map(({ role, text, path, leadsHere }) => [
      role,
      text,
      path.join('/'),
      leadsHere,
    ]),
    complete,
  };
};

const menu = 'm: {kind: menu, say: Choose., options: [{key: "1", to: z}]}\n  z: {kind: hangup}';

describe('what callers hear at a menu', () => {
  test('is its header, its options in reading order, and what it says when asking again', () => {
    expect(
      heard(`  m:
    kind: menu
    say: {en: Choose., el: Διαλέξτε.}
    options: [{key: "1", say: For A press 1., to: z}, {key: "2", to: z}, {key: "3", say: For C press 3., to: z}]
    noInput: {say: Sorry?, to: z}
    noMatch: {say: Wrong., to: z}
  z: {kind: hangup}`),
    ).toEqual({
      pieces: [
        ['header', 'Choose.', 'nodes/m/say', true],
        ['option', 'For A press 1.', 'nodes/m/options/0/say', true],
        ['option', 'For C press 3.', 'nodes/m/options/2/say', true],
        ['retry', 'Sorry?', 'nodes/m/noInput/say', true],
        ['retry', 'Wrong.', 'nodes/m/noMatch/say', true],
      ],
      complete: true,
    });
  });

  test('begins with the announcements that lead straight to it, nearest last', () => {
    const before =
      '  a: {kind: announcement, say: Hello., to: b}\n  b: {kind: announcement, say: Listen., to: m}\n';
    expect(heard(`${before}  ${menu}`).pieces).toEqual([
      ['before', 'Hello.', 'nodes/a/say', true],
      ['before', 'Listen.', 'nodes/b/say', true],
      ['header', 'Choose.', 'nodes/m/say', true],
    ]);
  });

  test('may begin with what is said before a branch or a look-up, but then not for certain', () => {
    const before = `  a: {kind: announcement, say: Hello., to: t}
  t: {kind: task, task: who, say: One moment., success: h, failure: h}
  h: {kind: branch, on: {calendar: o}, cases: [{when: open, to: m}], otherwise: z}
`;
    expect(
      heard(`${before}  ${menu}`).pieces.map(([role, , path, leads]) => [role, path, leads]),
    ).toEqual([
      ['before', 'nodes/a/say', false],
      ['before', 'nodes/t/say', false],
      ['header', 'nodes/m/say', true],
    ]);
  });

  test.each([
    [
      'a part that can not be seen comes before',
      `  s: {kind: subflow, script: x, to: m}\n  ${menu}`,
    ],
    [
      'an opaque node comes before',
      `  s: {kind: opaque, vendor: v, type: t, exits: [{trigger: next, to: m}]}\n  ${menu}`,
    ],
    ['nothing is said', '  m: {kind: menu, options: [{key: "1", to: m}]}'],
    ['a recording has no transcript', '  m: {kind: menu, say: {recording: a.wav}, options: []}'],
    [
      'a text is known in part',
      '  m: {kind: menu, say: {unknown: $.x, text: Press 1}, options: []}',
    ],
    ['a language was forgotten', '  m: {kind: menu, say: {de: Hallo}, options: []}'],
  ])('is not known whole when %s', (_, nodes) => {
    expect(heard(nodes).complete).toBe(false);
  });

  test('does not go back past other choices, nor round for ever', () => {
    const nodes = `  a: {kind: menu, say: First., options: [{key: "1", to: b}]}
  b: {kind: announcement, say: Again., to: m}
  m: {kind: menu, say: Choose., options: [{key: "1", to: a}], noMatch: {to: b}}`;
    expect(heard(nodes).pieces.map(([role, text]) => [role, text])).toEqual([
      ['before', 'Again.'],
      ['header', 'Choose.'],
    ]);
  });

  test('is nothing at a node that is no menu', () => {
    expect(menuPrompt(flowOf(`  ${menu}`), nodeId('z'), 'en')).toEqual({
      pieces: [],
      complete: false,
    });
  });
});
