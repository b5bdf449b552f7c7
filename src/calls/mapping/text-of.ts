import type { MappedNode, MappedText } from './mapping.ts';

/** Gives the text below a column of a row. */
export type FieldOf = (column: string) => string;
export type TextOf = (field: FieldOf) => string;

interface Cuts {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly split?: string | undefined;
  readonly part?: number | undefined;
}

/** The part of a text that is meant; empty where it hasn't the signs that cut it out. */
export function cutOut(text: string, { after, before, split, part = 1 }: Cuts): string {
  let rest = text;
  if (after !== undefined) {
    const at = rest.indexOf(after);
    if (at < 0) return '';
    rest = rest.slice(at + after.length);
  }
  if (before !== undefined) {
    const at = rest.indexOf(before);
    if (at >= 0) rest = rest.slice(0, at);
  }
  if (split !== undefined) rest = rest.split(split)[part - 1] ?? '';
  return rest.trim();
}

/** A table of names as a map; asked for with the names of a log, which may be any. */
const tableOf = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names));

/** Makes what finds the text that a mapping means in a row. */
export function textOf(source: MappedText | MappedNode): TextOf {
  if (typeof source === 'string') return (field) => field(source);
  if ('text' in source) {
    const { text } = source;
    return () => text;
  }
  const names = 'names' in source && source.names !== undefined ? tableOf(source.names) : undefined;
  const named = (text: string): string => names?.get(text) ?? text;
  if ('columns' in source) {
    const { columns, between = ' ' } = source;
    return (field) => named(columns.map(field).join(between).trim());
  }
  return (field) => named(cutOut(field(source.column), source));
}

/** The columns that a source reads. */
export function columnsOf(
  source:
    | string
    | { readonly column: string }
    | { readonly columns: readonly string[] }
    | { readonly text: string }
    | undefined,
): readonly string[] {
  if (source === undefined) return [];
  if (typeof source === 'string') return [source];
  if ('column' in source) return [source.column];
  return 'columns' in source ? source.columns : [];
}

/** The column to blame for a text, where it is read from one alone. */
export function blamedColumn(source: Parameters<typeof columnsOf>[0]): string | undefined {
  const columns = columnsOf(source);
  return columns.length === 1 ? columns[0] : undefined;
}
