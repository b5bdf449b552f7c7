import { depthsOf } from '../../flow/depth.ts';
import { keyMeanings, type KeyMeaning } from '../../flow/key-meanings.ts';
import { defineRule } from '../rule.ts';

const watched = ['*', '#', '9', '0'];

/** A key that callers learned at one menu does something else at the next. */
export const keyChangesMeaning = defineRule({
  id: 'key-changes-meaning',
  severity: 'warning',
  summary: 'a key for finding the way means the same everywhere',
  source:
    'AS/NZS 4263 and ISO/IEC 13714 have sections on * and # (by their contents); conventions differ between lines, so only the same line is compared',
  messages: {
    changes: {
      says: 'Callers who learned at "{other}" that {key} {was} find that it {is} at "{menu}".',
      help: 'Let {key} do the same in every menu.',
    },
  },
  check({ flow, report }) {
    const depths = depthsOf(flow);
    const learned = new Map<
      string,
      { readonly menu: string; readonly index: number; meanings: readonly KeyMeaning[] }
    >();
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'menu' || !depths.has(id)) continue;
      for (const key of watched) {
        const index = node.options.findIndex((option) => option.key === key);
        const all = index < 0 ? [] : keyMeanings(flow, id, index, depths);
        // Who asks for a person by 0, and where not, is told by agent-key.
        const here = key === '0' && all.includes('asks for a person') ? [] : all;
        const before = learned.get(key);
        if (here.length === 0) continue;
        if (before === undefined) {
          learned.set(key, { menu: id, index, meanings: here });
          continue;
        }
        const shared = before.meanings.filter((meaning) => here.includes(meaning));
        if (shared.length > 0) {
          before.meanings = shared;
          continue;
        }
        const [was = ''] = before.meanings;
        const [is = ''] = here;
        const at = [...path, 'options', index, 'key'];
        const related = [
          {
            message: `where it ${was}`,
            at: ['nodes', before.menu, 'options', before.index, 'key'],
          },
        ];
        report({
          message: 'changes',
          data: { menu: id, other: before.menu, key, was, is },
          at,
          related,
        });
      }
    }
  },
});
