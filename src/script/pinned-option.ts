import type { MenuOption } from '../script/script.ts';

/** Why an option keeps its place and its key, whatever the demand. */
export type PinReason =
  'pinned' | 'role' | 'language' | 'protected' | 'command' | 'reserved-key' | 'no-key' | 'not-said';

/** Keys that callers know everywhere: 0 for a person, `*` and `#` for commands. */
const reservedKeys = new Set(['0', '*', '#']);

/**
 * Whether an option must stay where it is: the author pinned it, it has a role (agent, language,
 * emergency, complaint, cancellation), law or safety is at stake, it repeats or goes back, its key
 * means the same on every line, it has no key, or callers aren't told of it.
 */
export function pinReason(option: MenuOption, isSaid: boolean): PinReason | undefined {
  if (option.pinned === true) return 'pinned';
  if (option.role !== undefined) return 'role';
  if (option.language !== undefined) return 'language';
  if (option.tags?.some((tag) => tag === 'legal' || tag === 'safety') === true) return 'protected';
  if (option.do !== undefined) return 'command';
  if (option.key === undefined) return 'no-key';
  if (reservedKeys.has(option.key)) return 'reserved-key';
  return isSaid ? undefined : 'not-said';
}
