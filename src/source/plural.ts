/** A count with its noun: `1 file`, `2 files`, `12,400 calls`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whole numbers with a comma every three digits, the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** All of so many things, as a sentence names them: `the change`, `both changes`, `all 3 changes`. */
export function allOf(count: number, noun: string): string {
  if (count === 1) return `the ${noun}`;
  return count === 2 ? `both ${noun}s` : `all ${grouped(count)} ${noun}s`;
}
