import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import type { Places } from '../source/tree.ts';
import type { NameMap } from './exporter.ts';

/** A table of names, with the place of everything in it. */
export interface NamesDocument {
  readonly source: Source;
  readonly names: NameMap;
  readonly places: Places;
}

/** What reading a table of names gave. Without one the findings say why. */
export interface NamesReading {
  readonly document: NamesDocument | undefined;
  readonly findings: readonly Finding[];
}

/** What the target calls a thing of the script; nothing where the table doesn't say. */
export function nameFor(
  names: NameMap | undefined,
  kind: keyof NameMap,
  name: string,
): string | undefined {
  const table = names?.[kind];
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
