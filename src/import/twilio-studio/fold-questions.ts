import type { Link } from '../exit-slot.ts';
import type { Widget } from './widget.ts';

function shareOne<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

/**
 * The widgets that need no node of their own, since only the question that they are a part of leads to
 * them. A part that is reached from elsewhere keeps its node, and so does every part behind it.
 * Linear in the transitions.
 */
export function foldedWidgets(
  widgets: readonly Widget[],
  starts: readonly (Widget | undefined)[],
  partsOf: (question: Widget) => readonly Widget[],
  widgetAt: (link: Link | undefined) => Widget | undefined,
): ReadonlySet<Widget> {
  const owners = new Map<Widget, Set<Widget>>();
  for (const widget of widgets) {
    for (const part of partsOf(widget)) {
      owners.set(part, (owners.get(part) ?? new Set()).add(widget));
    }
  }
  const kept = new Set<Widget>();
  for (const start of starts) if (start !== undefined && owners.has(start)) kept.add(start);
  for (const widget of widgets) {
    const own = owners.get(widget);
    for (const { link } of widget.transitions) {
      const next = widgetAt(link);
      const theirs = next === undefined ? undefined : owners.get(next);
      if (next === undefined || theirs === undefined || theirs.has(widget)) continue;
      if (own === undefined || !shareOne(own, theirs)) kept.add(next);
    }
  }
  for (const widget of kept) {
    for (const { link } of widget.transitions) {
      const next = widgetAt(link);
      if (next !== undefined && owners.has(next)) kept.add(next);
    }
  }
  return new Set([...owners.keys()].filter((widget) => !kept.has(widget)));
}
