const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function withoutEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name) ?? whole;
    const point = name.startsWith('#x')
      ? Number.parseInt(name.slice(2), 16)
      : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/**
 * The words of a text with speech mark-up (SSML): tags become spaces, entities become characters.
 * A `<` that opens no tag, or a tag that is never closed, stays. One pass over the text.
 */
export function stripSsml(ssml: string): string {
  const words: string[] = [];
  let at = 0;
  let close = 0;
  for (let open = ssml.indexOf('<'); open !== -1; open = ssml.indexOf('<', at)) {
    if (close <= open) close = ssml.indexOf('>', open);
    if (close === -1) break;
    const isTag = /[A-Za-z/!?]/.test(ssml[open + 1] ?? '');
    words.push(ssml.slice(at, isTag ? open : open + 1));
    if (isTag) words.push(' ');
    at = isTag ? close + 1 : open + 1;
  }
  words.push(ssml.slice(at));
  return withoutEntities(words.join('')).replace(/\s+/g, ' ').trim();
}
