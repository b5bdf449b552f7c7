/** What a column of a report can hold. */
export type ReportColumn = 'node' | 'exit' | 'count' | 'seconds' | 'last';

/** What columns are called, without capitals, and with blanks for `_` and `-`. */
const names: Readonly<Record<ReportColumn, readonly string[]>> = {
  node: [
    ...['node', 'node id', 'menu', 'menu name', 'step', 'block', 'module', 'prompt'],
    ...['element', 'element name', 'elementname'],
  ],
  exit: [
    ...['exit', 'exit path', 'option', 'key', 'digit', 'choice', 'input', 'event'],
    ...['exit state', 'exitstate'],
  ],
  count: ['count', 'calls', 'n', 'hits', 'times', 'visits', 'entered', 'total', 'frequency'],
  seconds: [
    ...['seconds', 'mean seconds', 'average seconds', 'avg seconds'],
    ...['duration', 'mean duration', 'average duration', 'avg duration'],
  ],
  last: ['last', 'last node', 'last menu', 'last step', 'last action', 'last block'],
};

const columnOf = new Map(
  Object.entries(names).flatMap(([column, list]) =>
    list.map((name) => [name, column as ReportColumn] as const),
  ),
);

/** The columns of a report by what they hold: which of them each is. */
export interface ReportColumns {
  readonly position: Readonly<Partial<Record<ReportColumn, number>>>;
  readonly ignored: readonly string[];
  /** A column that stands twice, by what it holds. */
  readonly twice: ReportColumn | undefined;
}

/** Recognises the columns of a report by their names. */
export function reportColumns(header: readonly string[]): ReportColumns {
  const position: Partial<Record<ReportColumn, number>> = {};
  const ignored: string[] = [];
  let twice: ReportColumn | undefined;
  header.forEach((name, index) => {
    const column = columnOf.get(
      name
        .toLowerCase()
        .replace(/[_\s-]{1,9}/g, ' ')
        .trim(),
    );
    if (column === undefined) ignored.push(name);
    else if (position[column] === undefined) position[column] = index;
    else twice = column;
  });
  return { position, ignored, twice };
}
