/** `sep=;`, with quotes around it or not, and perhaps with empty cells behind it. */
const separatorLine = /^\s*"?sep=[,;|\t]"?[,;|\s]*$/i;

/**
 * Whether the first line of a table is the `sep=;` that Excel reads, and that is written for it: it stands
 * before the header and is no part of the table. Its sign need not be asked, for the header shows it.
 */
export function isSeparatorLine(line: string): boolean {
  return line.length < 100 && separatorLine.test(line);
}
