import type { Finding } from '../../../source/finding.ts';
import { fieldOf, type MapTree, type Tree } from '../../../source/tree.ts';
import { placeOf, type DirectoryDraft } from '../directory-draft.ts';
import { mergeWeek, type WeekSpan } from '../../../routing/week-hours.ts';
import { textOf, type DirectoryObject } from './directory-object.ts';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const minutesInDay = 1440;

/** A time of day in minutes; nothing where there is no such time. */
function minutesOf(tree: Tree | undefined): number | undefined {
  const part = (name: string): unknown => {
    const value = fieldOf(tree, name)?.value;
    return value?.kind === 'scalar' ? value.value : undefined;
  };
  const hours = part('Hours');
  const minutes = part('Minutes') ?? 0;
  if (typeof hours !== 'number' || typeof minutes !== 'number') return undefined;
  const isTime =
    Number.isInteger(hours) &&
    Number.isInteger(minutes) &&
    hours >= 0 &&
    minutes >= 0 &&
    minutes < 60 &&
    hours * 60 + minutes <= minutesInDay;
  return isTime ? hours * 60 + minutes : undefined;
}

function badTime({ source }: DirectoryObject, tree: Tree, why: string): Finding {
  return {
    ruleId: 'invalid-hours',
    severity: 'error',
    message: `These hours can't be read, so they count as closed: ${why}.`,
    data: { reason: why },
    subject: '',
    at: placeOf(source, tree),
    related: [],
    help: 'Correct them in Amazon Connect, and export them again.',
  };
}

/** The span of one item of `Config`. */
function readItem(
  object: DirectoryObject,
  item: MapTree,
  draft: DirectoryDraft,
): WeekSpan | undefined {
  const dayTree = fieldOf(item, 'Day')?.value ?? item;
  const day = days.indexOf(textOf(item, 'Day') ?? '');
  const refuse = (tree: Tree, why: string): undefined => {
    draft.findings.push(badTime(object, tree, why));
  };
  if (day === -1) {
    refuse(dayTree, 'there is no such day');
    return;
  }
  const [startTree, endTree] = ['StartTime', 'EndTime'].map((name) => fieldOf(item, name)?.value);
  const start = minutesOf(startTree);
  const end = minutesOf(endTree);
  if (start === undefined || start === minutesInDay) {
    refuse(startTree ?? item, 'the day has no such time to begin at');
    return;
  }
  if (end === undefined) {
    refuse(endTree ?? item, 'the day has no such time to end at');
    return;
  }
  const note = (message: string) =>
    draft.notes.push({ message, at: placeOf(object.source, endTree ?? item) });
  // Amazon Connect writes midnight as 00:00, and 00:00 to 00:00 for a whole day.
  let length = end === 0 ? minutesInDay - start : end - start;
  if (end === minutesInDay - 1) {
    length = minutesInDay - start;
    note('23:59 counts as the end of the day: the last minute is open.');
  } else if (length === 0) {
    refuse(item, 'they end at the time when they begin');
    return;
  } else if (length < 0) {
    length += minutesInDay;
    note('These hours end before they begin: they count as hours past midnight.');
  }
  const from = day * minutesInDay + start;
  return { from, to: from + length };
}

/**
 * The week that a `Config` of Amazon Connect describes. Times that don't exist are findings and
 * closed; overlaps are told and joined.
 */
export function readWeek(
  object: DirectoryObject,
  config: Tree | undefined,
  draft: DirectoryDraft,
): readonly WeekSpan[] {
  if (config?.kind !== 'list') return [];
  const read = config.items.flatMap((item) => {
    const span = item.kind === 'map' ? readItem(object, item, draft) : undefined;
    return span === undefined ? [] : [{ span, item }];
  });
  const inOrder = read.toSorted((a, b) => a.span.from - b.span.from);
  let latest = inOrder[0];
  for (const here of inOrder.slice(1)) {
    if (latest !== undefined && here.span.from < latest.span.to) {
      draft.findings.push({
        ruleId: 'overlapping-hours',
        severity: 'warning',
        message: 'These hours overlap others of the same day; both count.',
        data: {},
        subject: '',
        at: placeOf(object.source, here.item),
        related: [{ message: 'the others', at: placeOf(object.source, latest.item) }],
        help: 'Let every minute belong to one of them; perhaps another time was meant.',
      });
    }
    if (latest === undefined || here.span.to > latest.span.to) latest = here;
  }
  return mergeWeek(read.map(({ span }) => span));
}
