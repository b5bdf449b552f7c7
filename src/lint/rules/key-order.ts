import { reachedMenus } from '../../flow/reached-nodes.ts';
import { readingOrders, type ReadKey } from '../../flow/reading-order.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { renumberFix } from '../renumber-fix.ts';
import { defineRule } from '../rule.ts';

/** The keys that count: 1 to 9 of options that are neither a way around nor kept in place on purpose. */
function counted(node: NodeOfKind<'menu'>, read: readonly ReadKey[]): readonly ReadKey[] {
  const isOrdinary = ({ role, do: does, language, tags, pinned }: MenuOption) =>
    (role ?? does ?? language ?? tags) === undefined && pinned !== true;
  const ordinary = new Set(node.options.filter(isOrdinary).map(({ key }) => key));
  return read.filter(
    ({ key, isForeign }) => /^[1-9]$/.test(key) && !isForeign && ordinary.has(key),
  );
}

/** The first number from 1 that has no key, below the last that does; 7 to 9 may stand apart. */
function firstGap(keys: readonly number[], taken: ReadonlySet<number>): number | undefined {
  const last = Math.max(0, ...keys.filter((key) => key < 7 || taken.has(key - 1)));
  for (let key = 1; key < last; key += 1) if (!taken.has(key)) return key;
  return undefined;
}

/** The same keys, given anew in the order in which they are read. */
function inTurn(keys: readonly ReadKey[]): ReadonlyMap<string, string> {
  const names = keys.map(({ key }) => key);
  const sorted = names.toSorted();
  return new Map(names.map((key, index) => [key, sorted[index] ?? key]));
}

/** Callers hear 3 before 1, or never hear what 3 is for. */
export const keyOrder = defineRule({
  id: 'key-order',
  severity: 'warning',
  summary: 'callers hear keys in rising order and without gaps',
  source:
    'Avaya IR design guide: numbers ascend without gaps, and are given anew when the order changes; 0, *, # and options for a person, a language or a way back may stand apart',
  messages: {
    falls: {
      says: 'Callers of "{menu}" hear {key} after {before}: those who wait for {key} think that they missed it, and those who count the options are lost.',
      help: 'Number the options in the order in which they are read, and say so in the prompt.',
    },
    gap: {
      says: 'Callers of "{menu}" never hear what {key} is for, although {last} has a use, and some ask for everything again.',
      help: 'Number the options without gaps, in the prompt as well.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      for (const read of readingOrders(flow, id)) {
        const keys = counted(node, read);
        const fall = keys.findIndex(({ key }, index) => key < (keys[index - 1]?.key ?? ''));
        const falling = keys[fall];
        if (falling !== undefined) {
          const before = keys[fall - 1]?.key ?? '';
          report({
            message: 'falls',
            data: { menu: id, key: falling.key, before },
            at: falling.path,
            fix: renumberFix(flow, id, inTurn(keys)),
          });
          break;
        }
        if (keys.length < 2) continue;
        const numbers = keys.map(({ key }) => Number(key));
        const named = [...node.options.map(({ key }) => key), ...read.map(({ key }) => key)];
        const gap = firstGap(numbers, new Set(named.map(Number)));
        if (gap === undefined) continue;
        const data = { menu: id, key: gap, last: Math.max(...numbers) };
        report({ message: 'gap', data, at: [...path, 'options'], aim: 'key', severity: 'info' });
        break;
      }
    }
  },
});
