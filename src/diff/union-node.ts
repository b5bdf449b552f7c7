import type { FlowNode } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { MenuOption, ScriptNode } from '../script/script.ts';
import type { Path } from '../source/tree.ts';
import { casesOf, matchCases, type CaseLike } from './compare-cases.ts';
import { matchOptions } from './compare-options.ts';
import { isSameDestination } from './comparison.ts';
import type { FlowDiff } from './diff-scripts.ts';
import type { Sides } from './difference.ts';
import { retargeted } from './retargeted.ts';
import type { UnionNames } from './union-entries.ts';

/** A node of the union, with what became of the ways in its lists, by their paths below it. */
export interface Marked {
  readonly node: ScriptNode;
  readonly marks: readonly {
    readonly path: Path;
    readonly mark: 'added' | 'removed' | 'changed' | undefined;
    /** The same way in the script before, below its node. */
    readonly was: Path | undefined;
  }[];
}

/** What the nodes of a union are made from. */
export interface UnionSources {
  readonly diff: FlowDiff;
  readonly names: UnionNames;
  /** Options that say or set something else, beside key and way: `main 2`, by their place now. */
  readonly changedOptions: ReadonlySet<string>;
}

interface Item<Value> {
  /** Its place in the list before; nothing where it wasn't there. */
  readonly was: number | undefined;
  readonly value: Value;
  readonly mark: 'added' | 'removed' | 'changed' | undefined;
}

/** Both lists in one: what is gone stands behind what it stood behind. */
function mergeLists<Value>(
  lists: Sides<readonly Value[]>,
  pairs: readonly Sides<number>[],
  join: (was: Value, is: Value, at: Sides<number>) => readonly Item<Value>[],
): readonly Item<Value>[] {
  const partner = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const kept = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const goneBehind = new Map<number, Item<Value>[]>();
  let last = -1;
  lists.before.forEach((value, index) => {
    const after = kept.get(index);
    if (after !== undefined) last = after;
    else
      goneBehind.set(last, [
        ...(goneBehind.get(last) ?? []),
        { value, mark: 'removed', was: index },
      ]);
  });
  const gone = (index: number): readonly Item<Value>[] => goneBehind.get(index) ?? [];
  return [
    ...gone(-1),
    ...lists.after.flatMap((value, index) => {
      const at = partner.get(index);
      const was = lists.before[at ?? -1];
      const own: readonly Item<Value>[] =
        was === undefined || at === undefined
          ? [{ value, mark: 'added', was: undefined }]
          : join(was, value, { before: at, after: index });
      return [...own, ...gone(index)];
    }),
  ];
}

function unionOptions(
  { diff, names, changedOptions }: UnionSources,
  id: NodeId,
  options: Sides<readonly MenuOption[]>,
): readonly Item<MenuOption>[] {
  const moved = (a: string | undefined, b: string | undefined): string | undefined =>
    a === b || a === undefined || b === undefined ? b : `${a}→${b}`;
  // What is gone isn't said any more: it must not count among the menu's seconds.
  const goneOption = (option: MenuOption): MenuOption => {
    const to = option.to === undefined ? undefined : names.before(option.to);
    return { ...option, to, say: undefined };
  };
  const pairs = matchOptions(diff, options);
  const items = mergeLists(options, pairs, (was, is, at) => {
    const isSame = isSameDestination(diff, {
      before: { to: was.to, does: was.do },
      after: { to: is.to, does: is.do },
    });
    const value = { ...is, key: moved(was.key, is.key) };
    if (!isSame)
      return [
        { value: is, mark: 'added', was: undefined },
        { value: was, mark: 'removed', was: at.before },
      ];
    return [
      {
        value,
        mark: changedOptions.has(`${id} ${at.after}`) ? 'changed' : undefined,
        was: at.before,
      },
    ];
  });
  return items.map((item) =>
    item.mark === 'removed' ? { ...item, value: goneOption(item.value) } : item,
  );
}

function unionCases(
  { diff, names }: UnionSources,
  cases: Sides<readonly CaseLike[]>,
): readonly Item<CaseLike>[] {
  const pairs = matchCases(diff, cases);
  const items = mergeLists(cases, pairs, (was, is, at) => {
    const isSame = isSameDestination(diff, {
      before: { to: was.to, does: undefined },
      after: { to: is.to, does: undefined },
    });
    if (!isSame)
      return [
        { value: is, mark: 'added', was: undefined },
        { value: was, mark: 'removed', was: at.before },
      ];
    return [{ value: is, mark: was.when === is.when ? undefined : 'changed', was: at.before }];
  });
  return items.map((item) =>
    item.mark === 'removed' && item.value.to !== undefined
      ? { ...item, value: { ...item.value, to: names.before(item.value.to) } }
      : item,
  );
}

const marksOf = <Value>(
  items: readonly Item<Value>[],
  pathOf: (index: number, value: Value) => Path,
): Marked['marks'] =>
  items.map(({ value, mark, was }, index) => ({
    path: pathOf(index, value),
    mark,
    was: was === undefined ? undefined : pathOf(was, value),
  }));

/** A node with the options and cases of both sides; one that is gone leads as it led. */
export function unionNode(
  from: UnionSources,
  { before, after }: { readonly before: FlowNode; readonly after: FlowNode | undefined },
): Marked {
  if (after === undefined) return { node: retargeted(before.node, from.names.before), marks: [] };
  const [old, node] = [before.node, after.node];
  if (old.kind === 'menu' && node.kind === 'menu') {
    const lists = { before: old.options, after: node.options };
    const items = unionOptions(from, after.id, lists);
    const pathOf = (index: number, { do: does }: MenuOption): Path => [
      'options',
      index,
      does === undefined ? 'to' : 'do',
    ];
    return {
      node: { ...node, options: items.map(({ value }) => value) },
      marks: marksOf(items, pathOf),
    };
  }
  const [was, is] = [casesOf(old), casesOf(node)];
  if (was.field !== is.field || old.kind !== node.kind) return { node, marks: [] };
  const items = unionCases(from, { before: was.cases, after: is.cases });
  if (items.length === 0) return { node, marks: [] };
  const marks = marksOf(items, (index) => [is.field, index, 'to']);
  const list = { [is.field]: items.map(({ value }) => value) };
  return { node: { ...node, ...list }, marks };
}
