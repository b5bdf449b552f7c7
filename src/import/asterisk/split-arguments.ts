import type { ConfText } from '../../source/conf-file.ts';
import { partOf } from './conf-part.ts';

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** Where signs stand that no bracket, quote or backslash hides. */
export function openSigns(text: string, signs: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (depth === 0 && signs.includes(sign)) found.push(at);
    else if (opening.has(sign)) depth += 1;
    else if (closing.has(sign) && depth > 0) depth -= 1;
  }
  return quoted ? plainSigns(text, signs) : found;
}

/** A quote that never ends is a quote like any other sign. */
function plainSigns(text: string, signs: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (depth === 0 && signs.includes(sign)) found.push(at);
    else if (opening.has(sign)) depth += 1;
    else if (closing.has(sign) && depth > 0) depth -= 1;
  }
  return found;
}

/**
 * The arguments of an application. Commas divide them; where there are none, the bars of Asterisk 1.4
 * and before do.
 */
export function splitArguments(whole: ConfText, signs = ',|'): readonly ConfText[] {
  if (whole.text === '') return [];
  const commas = openSigns(whole.text, ',');
  const dividers = commas.length > 0 || !signs.includes('|') ? commas : openSigns(whole.text, '|');
  const ends = [...dividers, whole.text.length];
  return ends.map((end, index) => partOf(whole, index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
}
