import type { NodeOfKind } from '../script/script.ts';
import type { Language } from '../script/values.ts';
import { askedData, type SensitiveData } from './asked-data.ts';

/** What a node collects that must not be kept. */
export interface CollectedData {
  readonly data: SensitiveData;
  /** Whether the script says so, or only the words of the prompt do. */
  readonly basis: 'declared' | 'prompt';
}

/** How many digits each can have: card numbers 12 to 19 (ISO/IEC 7812-1), codes on cards 3 or 4. */
const lengths: Readonly<Record<SensitiveData, readonly [least: number, most: number]>> = {
  'card-number': [12, 19],
  'card-code': [3, 4],
  pin: [4, 12],
  identity: [5, 14],
};

function isSensitive(data: string): data is SensitiveData {
  return Object.hasOwn(lengths, data);
}

/**
 * The sensitive data that a node collects, by what the script says or, where it says nothing, by what
 * the prompt asks for in any of its languages. Digits too few or too many for it make it something
 * else.
 */
export function collectedData(
  { data, say, digits }: NodeOfKind<'collect'>,
  fallback: Language,
): CollectedData | undefined {
  if (data !== undefined) return isSensitive(data) ? { data, basis: 'declared' } : undefined;
  const text = say?.text ?? {};
  const texts = typeof text === 'string' ? [[fallback, text] as const] : Object.entries(text);
  for (const [language, words] of texts) {
    const asked = askedData(words, language);
    if (asked === undefined) continue;
    const [least, most] = lengths[asked];
    const fits = (digits?.max ?? least) >= least && (digits?.min ?? most) <= most;
    if (fits) return { data: asked, basis: 'prompt' };
  }
  return undefined;
}

/** Data of payment cards, of which the rules of the card industry hold. */
export function isCardData(data: SensitiveData): boolean {
  return data === 'card-number' || data === 'card-code';
}

/** What people call it. */
export const dataNames: Readonly<Record<SensitiveData, string>> = {
  'card-number': 'the number of a card',
  'card-code': 'the security code of a card',
  pin: 'a PIN or password',
  identity: 'a number that stands for a person',
};
