/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The name of a column as SQL writes it. */
export const named = (column: string): string => `"${column.replaceAll('"', '""')}"`;

/**
 * A path that names one file. To DuckDB `log[1].csv` names `log1.csv` and `log*.csv` any number of
 * files, bound as a parameter, too.
 */
export const onlyFile = (path: string): string => path.replaceAll(/[[*?]/g, '[$&]');
