import { promptLanguages } from '../prompt/prompt-languages.ts';
import { spokenKeys, type SpokenKeys } from '../prompt/spoken-keys.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CallFlow } from './call-flow.ts';
import { menuPrompt, type HeardPiece } from './menu-prompt.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** The keys that a menu's prompts name to callers of one language. */
export interface OfferedKeys {
  readonly language: Language;
  readonly pieces: readonly { readonly piece: HeardPiece; readonly spoken: SpokenKeys }[];
  /** All keys that these pieces name, whatever was understood of the rest. */
  readonly named: ReadonlySet<string>;
  /** True when every word that may be heard is known and understood. */
  readonly certain: boolean;
}

const unheard: SpokenKeys = { keys: [], certain: false };

const answersOf = oncePerFlow(() => new Map<NodeId, readonly OfferedKeys[]>());

/** What a menu offers, in each language that its prompts are written in. */
export function offeredKeys(flow: CallFlow, menu: NodeId): readonly OfferedKeys[] {
  const answers = answersOf(flow);
  const known = answers.get(menu);
  if (known !== undefined) return known;
  const answer = readKeys(flow, menu);
  answers.set(menu, answer);
  return answer;
}

function readKeys(flow: CallFlow, menu: NodeId): readonly OfferedKeys[] {
  const { language: main } = flow.script;
  const prompts = menuPrompt(flow, menu, main).pieces.map(({ prompt }) => prompt);
  const written = promptLanguages(prompts);
  return (written.length === 0 ? [main] : written).map((language) => {
    const { pieces, complete } = menuPrompt(flow, menu, language);
    const named = new Set<string>();
    let certain = complete;
    const read = pieces.map((piece) => {
      const spoken = piece.text === undefined ? unheard : spokenKeys(piece.text, language);
      for (const { key } of spoken.keys) named.add(key);
      if (!spoken.certain) certain = false;
      return { piece, spoken };
    });
    return { language, pieces: read, named, certain };
  });
}
