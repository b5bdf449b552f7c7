/** No line of a log is this long, in bytes, even where records of JSON follow each other in it. */
const longest = 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;

/** Where the last whole line of a chunk ends; `offset` is where the chunk stands in its text. */
function endOfLines(chunk: Uint8Array, offset: number): number {
  const end = Math.max(chunk.lastIndexOf(lineFeed), chunk.lastIndexOf(carriageReturn)) + 1;
  // Where the lowest byte of a sign comes first, the others stand behind it: one in UTF-16, three in UTF-32.
  if ((offset + end) % 2 !== 1) return end;
  let behind = end;
  while (behind < end + 3 && chunk[behind] === 0) behind += 1;
  return behind;
}

/**
 * The bytes of a text, line by whole line: what stands behind the last end of a line comes with the
 * next chunk, or when the text ends. Where it ends with an error, no line has come that is cut.
 */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let restLength = 0;
  let offset = 0;
  for await (const chunk of chunks) {
    const end = endOfLines(chunk, offset);
    offset += chunk.length;
    rest.push(chunk.subarray(0, end > 0 ? end : chunk.length));
    restLength += chunk.length;
    if (end === 0 && restLength <= longest) continue;
    yield rest.length === 1 ? (rest[0] ?? chunk) : Buffer.concat(rest);
    rest = end > 0 ? [chunk.subarray(end)] : [];
    restLength = end > 0 ? chunk.length - end : 0;
  }
  if (restLength > 0) yield Buffer.concat(rest);
}
