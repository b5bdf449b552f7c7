import { tableFields, type TableColumns, type TableField } from './table-columns.ts';

/** A name in a statement, and what it stands for. */
export type Alias = readonly [alias: string, expression: string];
/** Each may use those before it. */
export type Aliases = readonly Alias[];

export const selected = (aliases: Aliases): string =>
  aliases.map(([alias, expression]) => `${expression} AS ${alias}`).join(',\n    ');
/** Visible ASCII signs and spaces between them: nothing to strip, nothing damaged. */
export const isPrintable = (text: string): string => `match(${text}, '^[!-~]([ -~]*[!-~])?$')`;
/**
 * The columns of the table under names that none of its columns has, so that no name can mean two
 * things.
 */
export function renamed(table: string, { of, prefix, mapped }: TableColumns): string {
  const columns = tableFields.flatMap((field): Aliases => {
    const column = of[field];
    return column === undefined ? [] : [[`${prefix}${field}`, column.sql]];
  });
  return `(SELECT ${selected([...(mapped?.aliases ?? []), ...columns])} FROM ${table})`;
}
/** A column by the name that it has there: as it is, and as text. */
export function fieldOf({ of, prefix }: TableColumns, field: TableField) {
  const column = of[field];
  const name = `${prefix}${field}`;
  const isNullable = column?.isNullable === true;
  const text = column?.kind === 'padded' ? `toStringCutToZero(${name})` : `toString(${name})`;
  return {
    name,
    isThere: isNullable ? `isNotNull(${name})` : '1',
    text: column === undefined ? "''" : isNullable ? `ifNull(${text}, '')` : text,
    /** A number made of it; 0 for NULL. */
    number: (expression: string) => (isNullable ? `ifNull(${expression}, 0)` : expression),
  };
}
