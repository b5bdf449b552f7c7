import type { Change } from './change.ts';
import { touchedNodes } from './touched-nodes.ts';

/** Which earlier changes each one needs: those that touch a node of its own, and theirs. */
export function buildsOn(
  path: readonly { readonly change: Pick<Change, 'edits'> }[],
): readonly (readonly number[])[] {
  const touched = path.map(({ change }) => touchedNodes(change.edits));
  const needed: (readonly number[])[] = [];
  for (const [index, nodes] of touched.entries()) {
    const direct = [...nodes].flatMap((node) =>
      touched.slice(0, index).flatMap((others, number) => (others.has(node) ? [number] : [])),
    );
    const all = new Set(direct.flatMap((number) => [number + 1, ...(needed[number] ?? [])]));
    needed.push([...all].sort((a, b) => a - b));
  }
  return needed;
}
