/** How files begin that are no text, and what people call them. */
const kinds: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP file, as spreadsheets (.xlsx) and packed exports are'],
  ['%PDF-', 'a PDF'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'packed with gzip'],
  ['\u0028\u00b5\u002f\u00fd', 'packed with Zstandard'],
  ['\u00d0\u00cf\u0011\u00e0', 'a file of an older office program (.xls, .doc)'],
  ['PAR1', 'a Parquet file'],
  ['SQLite format 3\u0000', 'a database of SQLite'],
];

const longest = Math.max(...kinds.map(([signs]) => signs.length));

/** What a file that is no text is, by how it begins; nothing where that isn't known. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const begin = String.fromCharCode(...bytes.subarray(0, longest));
  return kinds.find(([signs]) => begin.startsWith(signs))?.[1];
}
