import { fieldOf } from '../../../source/tree.ts';
import type { DirectoryDraft, DraftEntries } from '../directory-draft.ts';
import { mergeWeek, weekHours, withoutSpans, type WeekSpan } from '../../../routing/week-hours.ts';
import { textOf, type DirectoryObject } from './directory-object.ts';
import { readWeek } from './read-week.ts';

type Exception = NonNullable<DraftEntries['calendars']['exceptions']>[number];

/** A day as `2026-12-24`, also where a time is written behind it; nothing where there is no such day. */
function dayOf(text: string | undefined): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text ?? '')?.[1];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

/**
 * Makes an exception of an override. Its hours take the place of the regular ones, or with the types
 * `OPEN` and `CLOSED` are added to them and taken from them. One that comes again can't be said.
 */
export function importOverride(
  override: DirectoryObject,
  regular: readonly WeekSpan[],
  draft: DirectoryDraft,
): Exception | { readonly left: string } {
  const { tree } = override;
  const from = dayOf(textOf(tree, 'EffectiveFrom'));
  const to = dayOf(textOf(tree, 'EffectiveTill')) ?? from;
  if (fieldOf(tree, 'RecurrenceConfig')?.value.kind === 'map') {
    return {
      left: 'This override repeats: write its days as exceptions, or as holidays.',
    };
  }
  if (from === undefined || to === undefined || to < from) {
    return { left: 'This override has no first and last day in order: it changes nothing here.' };
  }
  const week = readWeek(override, fieldOf(tree, 'Config')?.value, draft);
  const type = textOf(tree, 'OverrideType') ?? 'STANDARD';
  const hours =
    type === 'OPEN'
      ? mergeWeek([...regular, ...week])
      : type === 'CLOSED'
        ? withoutSpans(regular, week)
        : week;
  const title = textOf(tree, 'Name');
  return {
    ...(from === to ? { date: from } : { from, to }),
    ...(title === undefined ? {} : { title }),
    hours: weekHours(hours),
  };
}
