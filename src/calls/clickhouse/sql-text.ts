const escaped = (text: string, quote: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

/** A name of a table or a column, whatever it holds, so that a statement takes it for nothing else. */
export function sqlName(name: string): string {
  return `\`${escaped(name, '`')}\``;
}

/** A text as a constant of a statement. */
export function sqlText(text: string): string {
  return `'${escaped(text, "'")}'`;
}

/** Whether a text is one of these; never, where there are none. */
export function sqlIsIn(expression: string, texts: Iterable<string>): string {
  const list = [...texts].map(sqlText).join(', ');
  return list === '' ? '0' : `${expression} IN (${list})`;
}
