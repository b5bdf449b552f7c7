import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Difference, Sides } from '../../src/diff/difference.ts';
import { diffScripts } from '../../src/diff/diff-scripts.ts';
import { nodeId } from '../../src/script/names.ts';
import type { Script } from '../../src/script/script.ts';
import { documentOf } from '../support/script-of.ts';
import { anyScript } from '../support/any-script.ts';
import { editNames, singleEdit } from './single-edits.ts';
import { anyOrder, asImported, renamedCopy } from './renamed-copy.ts';

describe('two scripts that say the same', () => {
  test('have no difference', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const { differences, lost, found } = diffScripts(script, structuredClone(script));
        expect({ differences, lost, found }).toEqual({ differences: [], lost: [], found: [] });
      }),
    );
  });

  test('have none where a vendor numbered its blocks anew and wrote them in another order', () => {
    fc.assert(
      fc.property(anyScript, anyOrder, (script, order) => {
        const { differences } = diffScripts(asImported(script), renamedCopy(script, order));
        expect(differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('blocks of a vendor', () => {
  const imported = (nodes: string, origins: Readonly<Record<string, string>>): Script => {
    const { script } = documentOf(nodes);
    const own = Object.entries(script.nodes).map(([id, node]): [string, unknown] => [
      id,
      { ...node, origin: [origins[id] ?? id] },
    ]);
    return { ...script, nodes: Object.fromEntries(own) } as unknown as Script;
  };

  test('are the same though their numbers were given to others', () => {
    const nodes = `  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}]}
  b: {kind: announcement, say: One., to: d}
  c: {kind: announcement, say: Two., to: d}
  d: {kind: hangup}
`;
    const before = imported(nodes, { a: '1', b: '2', c: '3', d: '4' });
    const after = imported(nodes, { a: '4', b: '3', c: '2', d: '1' });
    expect(diffScripts(before, after).differences).toEqual([]);
  });

  test('that nothing tells apart are matched along their ways, not each for itself', () => {
    const pair = (a: string, b: string) =>
      `  ${a}: {kind: announcement, say: Again., to: ${b}}\n  ${b}: {kind: voicemail, say: Speak., to: ${a}}\n`;
    const start = '  start: {kind: hangup}\n';
    const before = imported(`${start}${pair('a', 'x')}${pair('b', 'y')}${pair('c', 'z')}`, {});
    const after = imported(`${start}${pair('k', 't')}${pair('l', 'r')}${pair('m', 's')}`, {});
    expect(diffScripts(before, after).differences.filter(({ kind }) => kind === 'target')).toEqual(
      [],
    );
  });

  test('that were changed keep their names where those tell them apart', () => {
    const nodes = (
      words: string,
    ) => `  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}]}
  b: {kind: announcement, say: ${words}, to: d}
  c: {kind: announcement, say: Other words., to: d}
  d: {kind: hangup}
`;
    const origins = { b: 'notice', c: 'advice' };
    const { differences } = diffScripts(
      imported(nodes('All that we said.'), origins),
      imported(nodes('Quite another thing.'), origins),
    );
    expect(differences).toMatchObject([
      { kind: 'prompt', owner: { id: { before: 'b', after: 'b' } } },
    ]);
  });

  test('that came in before others move none of them', () => {
    const before = `  start: {kind: announcement, say: Hello., to: menu}
  menu: {kind: menu, options: [{key: "1", to: menu-2}], noInput: {to: end}}
  menu-2: {kind: menu, options: [{key: "1", to: end}, {key: "3", to: start}]}
  end: {kind: hangup}
`;
    const after = `  start: {kind: announcement, say: Hello., to: menu}
  menu: {kind: menu, say: English or French?, options: [{key: "7", to: menu-2}]}
  menu-2: {kind: menu, options: [{key: "1", to: menu-3}], noInput: {to: end}}
  menu-3: {kind: menu, options: [{key: "1", to: end}, {key: "3", to: start}]}
  end: {kind: hangup}
`;
    const ids = (names: readonly string[]) =>
      Object.fromEntries(
        names.map((name, index) => [name, `8f14e45f-ceea-467f-a2c1-00000000000${index}`]),
      );
    const { differences } = diffScripts(
      imported(before, ids(['start', 'menu', 'menu-2', 'end'])),
      imported(after, ids(['end', 'menu-2', 'menu', 'start', 'menu-3'])),
    );
    expect(differences.map(({ kind }) => kind).sort()).toEqual(['node-added', 'target']);
  });
});

describe('one change', () => {
  test.each(editNames)('is one difference: %s', (name) => {
    fc.assert(
      fc.property(anyScript, fc.nat(1000), (script, choice) => {
        const edit = singleEdit(script, name, choice);
        if (edit === undefined) return;
        const { differences } = diffScripts(script, edit.after);
        const kinds = differences.map(({ kind }) => kind);
        const own = kinds.filter((kind) => edit.mayFollow?.includes(kind) !== true);
        expect({ differences, kinds: own }).toEqual({ differences, kinds: edit.kinds });
      }),
    );
  });

  test('is the same one with sides swapped, whichever script comes first', () => {
    fc.assert(
      fc.property(anyScript, anyScript, anyOrder, fc.nat(2), (one, other, order, how) => {
        const before = how === 0 ? one : asImported(one);
        const after = [other, asImported(other), renamedCopy(other, order)][how] ?? other;
        expect(told(diffScripts(after, before).differences, true)).toEqual(
          told(diffScripts(before, after).differences, false),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const swappedKinds: Readonly<Record<string, string>> = {
  'node-added': 'node-removed',
  'option-added': 'option-removed',
  'case-added': 'case-removed',
  'entry-added': 'entry-removed',
};

/** Differences as texts in the order of the alphabet; those of the other direction turned round. */
function told(differences: readonly Difference[], isSwapped: boolean): readonly string[] {
  const other = new Map(
    Object.entries(swappedKinds).flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ]),
  );
  const turned = <Value>({ before, after }: Sides<Value>) =>
    isSwapped ? [after, before] : [before, after];
  return differences
    .map((one) => {
      const { kind, owner, part, paths, values } = one;
      return JSON.stringify([
        isSwapped ? (other.get(kind) ?? kind) : kind,
        owner.of === 'node' ? turned(owner.id) : owner.of === 'entry' ? turned(owner.at) : '',
        part === undefined ? '' : [part.of, turned(part.at)],
        turned(paths),
        turned<unknown>(values),
        'field' in one ? one.field : '',
        one.kind === 'prompt' ? [one.language, one.what] : '',
      ]);
    })
    .sort();
}

describe('the head of a vendor’s script', () => {
  const script = (id: string, title: string): Script => ({
    ...asImported(documentOf('  main: {kind: hangup}\n', `title: ${title}`).script),
    id: nodeId(id),
  });

  test('has a title that counts, unless it is the name of the file, and an id that never does', () => {
    const [before, after] = [script('one', 'Main line'), script('two', 'Night line')];
    expect(diffScripts(before, after).differences).toMatchObject([
      { kind: 'setting', field: 'title' },
    ]);
    expect(diffScripts(before, after, { isTitledByFile: true }).differences).toEqual([]);
  });
});
