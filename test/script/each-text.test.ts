import { describe, expect, test } from '@jest/globals';
import { promptsIn } from '../../src/script/prompts-in.ts';
import { eachText } from '../../src/script/each-text.ts';
import type { ScriptNode } from '../../src/script/script.ts';
import type { Path } from '../../src/source/tree.ts';
import { documentOf } from '../support/script-of.ts';

describe('the texts of a script', () => {
  test('are all there, each at a place of the document, in its order', () => {
    const { script, places } = documentOf(`
  a: {kind: announcement, note: A note., say: {en: Hello.}, to: b}
  b: {kind: opaque, vendor: v, type: t, raw: {deep: [[{x: here}]]}, exits: []}`);
    const texts: { readonly text: string; readonly field: string; readonly path: Path }[] = [];
    eachText(script, ({ path, ...text }) => texts.push({ ...text, path: path() }));
    const own = texts.map(({ text }) => text);
    expect(own.filter((text) => /^(A note\.|Hello\.|here)$/.test(text))).toEqual([
      'A note.',
      'Hello.',
      'here',
    ]);
    const here = texts.find(({ text }) => text === 'here');
    expect(here?.field).toBe('x');
    expect(here?.path).toEqual(['nodes', 'b', 'raw', 'deep', 0, 0, 'x']);
    expect(places.has(here?.path ?? [])).toBe(true);
  });
});

describe('the prompts of a node', () => {
  test('are heard in this order, with the option that says each', () => {
    const { script } = documentOf(`
  a: {kind: menu, say: H, options: [{key: "1", say: A, to: a}, {key: "2", to: a}, {key: "3", say: C, to: a}], noInput: {say: N}, noMatch: {say: M}}
  q: {kind: queue, queue: desk, say: W, announce: {say: P}}
  t: {kind: subflow, script: other}`);
    const said = (id: string) => {
      const node = Object.entries<ScriptNode>(script.nodes).find(([name]) => name === id)?.[1];
      return (node === undefined ? [] : promptsIn(node)).map(
        ({ prompt, path, option }) =>
          `${JSON.stringify(prompt.text)} ${path.join('/')} ${option ?? '-'}`,
      );
    };
    expect(said('a')).toEqual([
      '"H" say -',
      '"A" options/0/say 0',
      '"C" options/2/say 2',
      '"N" noInput/say -',
      '"M" noMatch/say -',
    ]);
    expect(said('q')).toEqual(['"W" say -', '"P" announce/say -']);
    expect(said('t')).toEqual([]);
  });
});
