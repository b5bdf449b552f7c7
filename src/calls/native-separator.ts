import { separators, type Separator } from './formats/find-table.ts';

/** What every native log has, and hardly any other has all of. */
export const nativeMarks = ['call', 'at', 'event'] as const;

/** What separates the fields of a native log, by its header; nothing where it is no such header. */
export function nativeSeparator(header: string): Separator | undefined {
  return separators.find((separator) => {
    const names = header.split(separator).map((name) => name.replaceAll('"', '').trim());
    const known = new Set(names.map((name) => name.toLowerCase()));
    return nativeMarks.every((name) => known.has(name));
  });
}
