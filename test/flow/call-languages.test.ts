import { describe, expect, test } from '@jest/globals';
import { callLanguages, languageChoices, waysInLanguage } from '../../src/flow/call-languages.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { nodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(
  `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", language: el, to: b}]}
  b: {kind: branch, on: language, cases: [{when: el, to: c}, {when: ja, to: d}], otherwise: x}
  c: {kind: queue, queue: greek}
  d: {kind: queue, queue: japanese}
  x: {kind: hangup}
  lost: {kind: menu, options: [{key: "1", language: fr, to: x}]}`,
  'entries: [{start: a}, {start: a, language: pt-BR}, {start: gone, language: it}]',
);

const languagesAt = (one: CallFlow, id: string) => [...(callLanguages(one)?.get(nodeId(id)) ?? [])];

describe('the languages of calls', () => {
  test('come from entries, options and cases that callers reach, each with its place', () => {
    const choices = languageChoices(flow).map(({ language, to, path }) =>
      [language, to, path.join('/')].join(' '),
    );
    expect(choices).toEqual([
      'en a entries/0/start',
      'pt-BR a entries/1/language',
      'el b nodes/a/options/1/language',
      'el c nodes/b/cases/0/when',
      'ja d nodes/b/cases/1/when',
    ]);
  });

  test('go where branches on the language lead them, and nowhere else', () => {
    expect(languagesAt(flow, 'b').sort()).toEqual(['el', 'en', 'pt-BR']);
    expect(languagesAt(flow, 'c')).toEqual(['el']);
    expect(languagesAt(flow, 'd')).toEqual(['ja']);
    expect(languagesAt(flow, 'x').sort()).toEqual(['en', 'pt-BR']);
    expect(languagesAt(flow, 'lost')).toEqual([]);
  });

  test('take the case of their base language, and the closest of several', () => {
    const branch = flowOf(`
  a: {kind: branch, on: language, cases: [{when: zh, to: b}, {when: zh-Hant, to: c}], otherwise: x}
  b: {kind: hangup}
  c: {kind: hangup}
  x: {kind: hangup}`);
    const to = (language: string) =>
      waysInLanguage(branch, nodeId('a'), language).map((edge) => edge.to);
    expect([to('zh-Hant-TW'), to('zh-CN'), to('en')]).toEqual([['c'], ['b'], ['x']]);
  });

  test('are not followed where there are too many of them', () => {
    const options = Array.from(
      { length: 40 },
      (_, index) =>
        `{key: "${index}", language: q${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + (index >> 3))}, to: a}`,
    );
    expect(callLanguages(flowOf(`  a: {kind: menu, options: [${options.join(', ')}]}`))).toBe(
      undefined,
    );
  });
});
