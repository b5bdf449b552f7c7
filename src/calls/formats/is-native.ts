import { headerLine } from '../header-line.ts';
import { nativeMarks, nativeSeparator } from '../native-separator.ts';

/** Whether the beginning of a log is that of a native one: its header, or its first object. */
export function isNative(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines[headerLine(lines)] ?? '';
  if (first.trimStart().startsWith('{')) {
    try {
      const value: unknown = JSON.parse(first);
      const has = (name: string) => Object.hasOwn(value as object, name);
      return nativeMarks.every(has);
    } catch {
      return false;
    }
  }
  return nativeSeparator(first) !== undefined;
}
