/** A count with its noun, for languages that know one and many. Texts are counts as they are written. */
export function times(count: number | string, one: string, many: string): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}
