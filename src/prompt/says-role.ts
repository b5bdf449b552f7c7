import type { MenuOption } from '../script/script.ts';
import { plainWord } from './key-tokens.ts';
import { promptWords } from './prompt-words.ts';

/**
 * Beginnings of the words for complaining and cancelling, without accents: English, Portuguese,
 * Spanish, French, German and Italian. Written for this project.
 */
const beginnings = {
  complaint: /(?:^|[^\p{L}])(?:complain|reclama|queixa|queja|plainte|beschwer|reclamo|reclami)/u,
  cancellation:
    /(?:^|[^\p{L}])(?:cancel|cancela|anular|anulac|resili|kundig|disdetta|disdire|recesso)/u,
} as const;

/** Whether an option is for complaining or cancelling: by its role, or by what it says of itself. */
export function isForRole(option: MenuOption, role: keyof typeof beginnings): boolean {
  if (option.role === role) return true;
  const said = option.say === undefined ? [] : promptWords(option.say, []).map(({ text }) => text);
  return [...said, option.title ?? '', option.reason ?? ''].some((text) =>
    beginnings[role].test(plainWord(text)),
  );
}
