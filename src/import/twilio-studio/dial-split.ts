import type { Link } from '../exit-slot.ts';
import { textBelow } from '../tree-values.ts';
import { subjectOf, whensOf } from './condition-words.ts';
import { linkOf, type Widget } from './widget.ts';

/** Where calls go that were put through, and those that were not, told apart by a split. */
export interface DialSplit {
  readonly split: Widget;
  readonly completed: Link;
  readonly failed: Link;
}

const reached = new Set(['completed', 'answered']);
const notReached = new Set(['busy', 'no-answer', 'failed', 'canceled', 'cancelled']);

/**
 * The split on `DialCallStatus` behind a call that is put through; nothing where it says more than
 * whether somebody answered. https://www.twilio.com/docs/studio/widget-library/connect-call
 */
export function dialSplitOf(
  connect: Widget,
  widgetAt: (link: Link | undefined) => Widget | undefined,
): DialSplit | undefined {
  if (connect.type !== 'connect-call-to') return undefined;
  const split = widgetAt(linkOf(connect, 'callCompleted'));
  if (split?.type !== 'split-based-on') return undefined;
  const input = textBelow(split.properties, 'input') ?? '';
  const rest = linkOf(split, 'noMatch');
  const completed: Link[] = [];
  const failed: Link[] = [];
  for (const { conditions, link } of split.transitions.filter(({ event }) => event === 'match')) {
    const [condition, more] = conditions;
    if (condition === undefined || more !== undefined) return undefined;
    const subject = subjectOf(condition.argument ?? input);
    const isStatus =
      'widget' in subject &&
      subject.widget === connect.name &&
      subject.value === 'DialCallStatus' &&
      (condition.type === 'equal_to' || condition.type === 'matches_any_of');
    if (!isStatus) return undefined;
    for (const status of whensOf(condition)) {
      if (reached.has(status)) completed.push(link);
      else if (notReached.has(status)) failed.push(link);
      else return undefined;
    }
  }
  const [first = rest] = completed;
  const [failure = rest] = failed;
  const isPlain =
    completed.length + failed.length > 0 &&
    completed.every(({ target }) => target === first.target) &&
    failed.every(({ target }) => target === failure.target) &&
    (completed.length === 0 || rest.target === failure.target);
  return isPlain ? { split, completed: first, failed: failure } : undefined;
}
