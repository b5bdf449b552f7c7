/** What every native log has, and hardly any other has all of. */
const nativeColumns = ['call', 'at', 'event'] as const;

/** Whether the beginning of a log is that of a native one: its header, or its first object. */
export function isNative(text: string): boolean {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  if (first.trimStart().startsWith('{')) {
    try {
      const value: unknown = JSON.parse(first);
      const has = (name: string) => Object.hasOwn(value as object, name);
      return nativeColumns.every(has);
    } catch {
      return false;
    }
  }
  const names = new Set(
    first.split(',').map((name) => name.replaceAll('"', '').trim().toLowerCase()),
  );
  return nativeColumns.every((name) => names.has(name));
}
