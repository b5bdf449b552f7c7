/** Letters without their accents, in one case. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds the cards whose words, or whose step in the list, hold a text; in the order of the cards. */
export function finderOf(
  cards: ReadonlyMap<string, SVGGElement>,
  steps: ReadonlyMap<string, HTMLElement>,
): (wanted: string) => readonly string[] {
  let words: readonly (readonly [string, string])[] | undefined;
  return (wanted) => {
    const text = folded(wanted.trim());
    if (text === '') return [];
    words ??= [...cards].map(([id, card]) => [
      id,
      folded(`${id} ${card.textContent} ${steps.get(id)?.textContent ?? ''}`),
    ]);
    return words.filter(([, own]) => own.includes(text)).map(([id]) => id);
  };
}
