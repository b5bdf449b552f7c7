/** Longer texts are prompts and notes, which seldom stand twice. */
const longest = 64;
/** More names than this are no menu's; then the rest stays as it is. */
const most = 200_000;

/**
 * Gives equal short texts of a document as one and the same string. Ids stand in many places, and what
 * is looked up by them is found sooner where it needn't be compared letter by letter.
 */
export function oneOfEach(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > longest) return text;
    const first = known.get(text);
    if (first !== undefined) return first;
    if (known.size < most) known.set(text, text);
    return text;
  };
}
