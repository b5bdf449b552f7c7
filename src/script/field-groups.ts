/** The fields of a node in the order in which a call meets them; those of one group in any order. */
export const nodeFieldGroups: readonly (readonly string[])[] = [
  ['kind'],
  ['title'],
  [
    ...['on', 'task', 'queue', 'number', 'script', 'vendor', 'type', 'say', 'bargeIn', 'digits'],
    ...['sensitive', 'data', 'announce', 'priority', 'selfService', 'duration', 'maxLength'],
    ...['wait', 'interDigit'],
  ],
  ['options', 'cases', 'exits'],
  ['to', 'success', 'otherwise'],
  ['failure', 'noInput', 'noMatch', 'overflow', 'closed', 'error'],
];

/** The same for the options of a menu. */
export const optionFieldGroups: readonly (readonly string[])[] = [
  ['key', 'intent'],
  ['title', 'say', 'reason', 'role', 'language', 'set', 'pinned'],
  ['to', 'do'],
];

type Groups = readonly (readonly string[])[];

const tables = new WeakMap<Groups, ReadonlyMap<string, number>>();

/** The position of each field's group. */
function tableOf(groups: Groups): ReadonlyMap<string, number> {
  const known = tables.get(groups);
  if (known !== undefined) return known;
  const table = new Map(groups.flatMap((group, rank) => group.map((field) => [field, rank])));
  tables.set(groups, table);
  return table;
}

/** The group that each field belongs to, or stays with, by its position. */
function ranksOf(fields: readonly string[], groups: Groups): readonly number[] {
  const table = tableOf(groups);
  let last = 0;
  return fields.map((field) => (last = table.get(field) ?? last));
}

/** True for fields that stand in their groups already, as nearly all do. */
export function areGrouped(fields: readonly string[], groups: Groups): boolean {
  const table = tableOf(groups);
  let last = 0;
  for (const field of fields) {
    const rank = table.get(field) ?? last;
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

/**
 * The order that puts fields into their groups: for each place the present position. Fields of one
 * group keep their order; a field of no group (a note, tags) stays behind the one that it follows.
 */
export function groupedOrder(fields: readonly string[], groups: Groups): readonly number[] {
  const ranks = ranksOf(fields, groups);
  return fields
    .map((_, position) => position)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}
