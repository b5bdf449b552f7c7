/** A prompt's text without its speech markup, and the silence that the markup asks for, in seconds. */
export interface SpokenText {
  readonly text: string;
  readonly breaks: number;
}

/** SSML's `<break>`: its own time, or that of its strength (W3C SSML 1.1 leaves it open: judgement). */
function breakSeconds(tag: string): number {
  const time = /time\s{0,3}=\s{0,3}["'](\d{1,6}(?:\.\d{1,3})?)(ms|s)["']/.exec(tag);
  if (time !== null) return Number(time[1]) * (time[2] === 's' ? 1 : 0.001);
  return /strength\s{0,3}=\s{0,3}["'](?:none|x-weak)["']/.test(tag) ? 0 : 0.5;
}

/**
 * Takes speech markup out of a text. Every character of a tag becomes a blank, so that offsets stay
 * what they were. What only looks like a tag (`a < b`) is left alone. Linear in the text.
 */
export function withoutMarkup(text: string): SpokenText {
  const parts: string[] = [];
  let breaks = 0;
  let from = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
    if (!/[A-Za-z/!?]/.test(text[open + 1] ?? '')) continue;
    const close = text.indexOf('>', open);
    if (close < 0) break;
    const tag = text.slice(open, close + 1);
    if (/^<break\b/i.test(tag)) breaks += breakSeconds(tag);
    parts.push(text.slice(from, open), ' '.repeat(tag.length));
    from = close + 1;
    open = close;
  }
  return { text: parts.join('') + text.slice(from), breaks };
}
