import { IvrError } from '../../source/ivr-error.ts';
import { sqlName } from './sql-text.ts';

/** A table of a server, in its database where that was named. */
export interface TableName {
  readonly database: string | undefined;
  readonly table: string;
}

/** A name between backticks, in which two of them stand for one; or one that needs none. */
const part = /^(?:`((?:[^`]|``)+)`|([^`.]+))(?:\.|$)/;

/**
 * Reads `table`, `database.table` or, for names that hold a dot, `` `data.base`.`table` ``. Throws an
 * IvrError `usage` for anything else.
 */
export function parseTableName(text: string): TableName {
  const names: string[] = [];
  let rest = text;
  while (rest !== '' && names.length < 3) {
    const [matched, quoted, plain] = part.exec(rest) ?? [];
    if (matched === undefined) break;
    names.push(quoted?.replaceAll('``', '`') ?? plain ?? '');
    if (matched.length === rest.length && matched.endsWith('.')) break;
    rest = rest.slice(matched.length);
  }
  const [first, second, third] = names;
  if (first === undefined || third !== undefined || rest !== '') {
    const help = 'Write it as table or database.table; put names with dots between backticks.';
    throw new IvrError('usage', `"${text}" names no table.`, { help });
  }
  return second === undefined
    ? { database: undefined, table: first }
    : { database: first, table: second };
}

/** The table as statements name it. */
export function sqlTable({ database, table }: TableName): string {
  return database === undefined ? sqlName(table) : `${sqlName(database)}.${sqlName(table)}`;
}
