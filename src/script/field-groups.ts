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

/**
 * The order that puts fields into their groups: for each place the present position. Fields of one
 * group keep their order; a field of no group (a note, tags) stays behind the one that it follows.
 */
export function groupedOrder(
  fields: readonly string[],
  groups: readonly (readonly string[])[],
): readonly number[] {
  let last = 0;
  const ranks = fields.map((field) => {
    const rank = groups.findIndex((group) => group.includes(field));
    if (rank >= 0) last = rank;
    return last;
  });
  return fields
    .map((_, position) => position)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}
