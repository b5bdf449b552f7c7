import type { CallFlow } from '../flow/call-flow.ts';
import { printLanguages } from '../print/print-languages.ts';
import type { Language } from '../script/values.ts';

const primary = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';

/** What is said of a call in a language that nothing of the menu is in: most are mistyped. */
export function unspokenNote(flow: CallFlow, language: Language | undefined): string | undefined {
  if (language === undefined) return undefined;
  const known = printLanguages(flow);
  return known.some((one) => primary(one) === primary(language))
    ? undefined
    : `Nothing of this menu is said in ${language}: it has ${known.join(', ')}.`;
}
