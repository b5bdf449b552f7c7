/** A count with its noun, for languages that know one and many. */
export function times(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
