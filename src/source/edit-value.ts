import type { Path } from './tree.ts';
import type { TreeEdit } from './tree-edit.ts';

type Container = Record<string, unknown>;

/** What holds the value at a path: changing a field of it changes the value. */
function holderOf(root: Container, path: Path): Container | undefined {
  let here: unknown = root;
  for (const step of ['root', ...path.slice(0, -1)]) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Container)[step];
  }
  return typeof here === 'object' && here !== null ? (here as Container) : undefined;
}

/** Whether an order names each position once. */
function isWhole(order: readonly number[], length: number): boolean {
  const sorted = order.toSorted((a, b) => a - b);
  return order.length === length && sorted.every((position, index) => position === index);
}

/** The value there after a change; nothing where the change doesn't fit it. */
function changed(there: unknown, edit: TreeEdit): unknown {
  switch (edit.edit) {
    case 'set':
      return typeof there === 'object' ? undefined : edit.value;
    case 'insert':
      return typeof there !== 'object' || there === null || Object.hasOwn(there, edit.field)
        ? undefined
        : { ...there, [edit.field]: edit.value };
    case 'reorder':
      if (typeof there !== 'object' || there === null) return undefined;
      if (!isWhole(edit.order, Object.keys(there).length)) return undefined;
      // The order of fields says nothing; that of a list does.
      if (!Array.isArray(there)) return there;
      return edit.order.map((position) => (there as readonly unknown[])[position]);
  }
}

/** Orders last, and inner ones before those around them: paths are those before any change. */
function inTurn(edits: readonly TreeEdit[]): readonly TreeEdit[] {
  const orders = edits.filter(({ edit }) => edit === 'reorder');
  const rest = edits.filter(({ edit }) => edit !== 'reorder');
  return [...rest, ...orders.sort((a, b) => b.at.length - a.at.length)];
}

/**
 * What a document says after changes, as a plain value; nothing where a change doesn't fit it. Time
 * and memory are linear in the document and the changes.
 */
export function editValue(value: unknown, edits: readonly TreeEdit[]): unknown {
  const root: Container = { root: structuredClone(value) };
  for (const edit of inTurn(edits)) {
    const holder = holderOf(root, edit.at);
    const name = String(edit.at.at(-1) ?? 'root');
    if (holder === undefined || !Object.hasOwn(holder, name)) return undefined;
    const after = changed(holder[name], edit);
    if (after === undefined) return undefined;
    holder[name] = after;
  }
  return root['root'];
}
