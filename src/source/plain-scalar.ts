import type { ScalarTree } from './tree.ts';

/** Numbers of YAML's core schema (YAML 1.2.2, 10.3.2) other than plain decimal ones. */
const otherNumber =
  /^(?:[-+][0-9]+|0[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

const longestWord = 'false'.length;

/**
 * What a plain scalar of YAML means, where that takes no thought: text, true, false, null, or a plain
 * number. Nothing for what begins like something else, or is another number.
 */
export function plainScalarValue(
  text: string,
): { readonly value: ScalarTree['value'] } | undefined {
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if (isDigit || first === 43 || first === 46) {
    if (/^(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?$/.test(text)) return { value: Number(text) };
    return otherNumber.test(text) ? undefined : { value: text };
  }
  if ('-?:,[]{}#&*!|>\'"%@`~='.includes(text.charAt(0)) || text === '') return undefined;
  // Nearly every text is longer than these words, and needs no copy of its own.
  switch (text.length > longestWord ? '' : text.toLowerCase()) {
    case 'true':
      return { value: true };
    case 'false':
      return { value: false };
    case 'null':
      return { value: null };
    default:
      return { value: text };
  }
}
