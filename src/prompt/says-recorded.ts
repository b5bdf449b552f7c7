import { plainWord } from './key-tokens.ts';
import { spokenWords } from './spoken-words.ts';

/**
 * Beginnings of the words that tell callers of a recording, without accents and capitals: English,
 * Spanish, Portuguese, French, German, Italian, Dutch and Greek. Written for this project.
 */
const beginnings =
  /(?:^|[^\p{L}])(?:recorded|recording|record (?:all |your |this |the |our )?(?:phone )?calls?|grab[ao](?:d[ao]s?|r|cion|mos|n)?|grava(?:d[ao]s?|r|cao|coes|mos|das)|enregistr|aufgezeichnet|aufzeichn|mitgeschnitten|registrat[aeio]|registrazion|opgenomen|opname|ηχογραφ|καταγραφ)/u;

/** Chinese, Japanese and Korean words for it; nothing marks where a word begins. */
const ideographs = /录音|錄音|録音|录制|녹음/u;

/**
 * Whether a text tells callers that the call is or may be recorded. "Leave a message" and records of
 * an account may be taken for it: where this says yes, a notice may be missing all the same.
 */
export function saysRecorded(text: string): boolean {
  const words = spokenWords(text);
  return beginnings.test(plainWord(words)) || ideographs.test(words);
}
