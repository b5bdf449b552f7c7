/** A count with its noun, for languages that know one and many. A text is a count as it is written. */
export function times(count: number | string, one: string, many: string): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}
