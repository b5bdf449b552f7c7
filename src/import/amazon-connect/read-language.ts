import type { Language } from '../../script/values.ts';
import type { Action, Link } from './action.ts';
import { textBelow } from '../tree-values.ts';
import { voices } from './voices.ts';

/** What Amazon Connect speaks until a flow sets a voice: Joanna. */
export const platformLanguage = 'en-US';

const languageOfVoice: ReadonlyMap<string, Language> = new Map(
  Object.entries(voices).flatMap(([language, names]) =>
    names.split(' ').map((name): [string, Language] => [name, language]),
  ),
);

/** The language that an action sets, by its code or by its voice. */
function languageSetBy({ type, parameters }: Action): Language | undefined {
  const code = type === 'UpdateContactData' ? textBelow(parameters, 'LanguageCode') : undefined;
  if (code !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return code;
  if (type !== 'UpdateContactTextToSpeechVoice') return undefined;
  const voice = textBelow(parameters, 'TextToSpeechVoice');
  return voice === undefined ? undefined : languageOfVoice.get(voice);
}

/** Actions that only set something, one behind the other, are followed so far. */
const longestChain = 20;

/**
 * The language that is set right behind a link, before callers hear anything: a code counts before the
 * voice that reads it.
 */
export function languageBehind(
  link: Link | undefined,
  actionAt: (link: Link | undefined) => Action | undefined,
): Language | undefined {
  let here = actionAt(link);
  let voice: Language | undefined;
  let code: Language | undefined;
  for (let length = 0; here !== undefined && length < longestChain; length += 1) {
    if (!here.type.startsWith('UpdateContact')) break;
    const set = languageSetBy(here);
    if (here.type === 'UpdateContactData') code = set ?? code;
    else voice = set ?? voice;
    here = actionAt(here.next);
  }
  return code ?? voice;
}

/** The language that calls begin in, else the first that the flow sets, else that of the platform. */
export function readLanguage(
  actions: readonly Action[],
  start: Link | undefined,
  actionAt: (link: Link | undefined) => Action | undefined,
): Language {
  const begun = languageBehind(start, actionAt);
  if (begun !== undefined) return begun;
  for (const action of actions) {
    const language = languageSetBy(action);
    if (language !== undefined) return language;
  }
  return platformLanguage;
}
