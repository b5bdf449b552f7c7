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
      fc.property(anyScript, anyScript, fc.boolean(), (one, other, isImport) => {
        const [before, after] = isImport ? [asImported(one), asImported(other)] : [one, other];
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
