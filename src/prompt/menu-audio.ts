import { promptText } from './prompt-text.ts';
import { promptSeconds, readingSeconds } from './reading-time.ts';
import { splitMenuText } from './split-menu-text.ts';
import type { NodeOfKind, Script } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';
import { pinReason } from '../script/pinned-option.ts';
import type { SpeechFigures } from './speech-figures.ts';

/**
 * Whether the time of each option is known apart from the others', or why not: `silent`: the menu
 * itself says no options; `unknown`: a length isn't known; `one-recording`, `one-text`: the options
 * stand in one prompt that can't be taken apart with certainty.
 */
export type Separation = 'apart' | 'silent' | 'unknown' | 'one-recording' | 'one-text';

/** What a menu says in one language, in seconds. */
export interface MenuAudio {
  readonly header: number;
  /** By position in the script; 0 for an option that is not said. */
  readonly options: readonly number[];
  /** The silence behind each option that its time holds, where it is spoken from a text. */
  readonly pauses: readonly number[];
  /** What is said behind the last option. */
  readonly closing: number;
  readonly prompts: number;
  /** Prompts whose length is a default, because neither a length nor a text is known. */
  readonly unknownPrompts: number;
  readonly separation: Separation;
}

/** The time of a prompt under a model; nothing is said where there is no prompt. */
export function saidSeconds(
  prompt: Prompt | undefined,
  language: Language,
  script: Script,
  model: SpeechFigures,
  unknown: number = model.unknownPrompt,
): { readonly seconds: number; readonly basis: 'recording' | 'text' | 'unknown' | 'nothing' } {
  if (prompt === undefined) return { seconds: 0, basis: 'nothing' };
  const { seconds, basis } = promptSeconds(prompt, language, script.language);
  switch (basis) {
    case 'recording':
      return { seconds, basis };
    case 'text':
      return { seconds: seconds * model.textTimeFactor, basis };
    case 'unknown':
      return { seconds: unknown, basis };
  }
}

/** The silence after each option: none in a short menu. */
const pauseAfter = (options: number, model: SpeechFigures): number =>
  options > model.optionsWithoutPause ? model.pause : 0;

/** What a menu says in a language: header, each option, and whether their times can be told apart. */
export function menuAudio(
  script: Script,
  menu: NodeOfKind<'menu'>,
  language: Language,
  model: SpeechFigures,
): MenuAudio {
  const header = saidSeconds(menu.say, language, script, model, model.unknownHeader);
  const own = menu.options.map((option) => saidSeconds(option.say, language, script, model));
  const spoken = own.filter(({ basis }) => basis !== 'nothing');
  if (spoken.length > 0) {
    const pause = pauseAfter(spoken.length, model);
    const isUnknown = spoken.some(({ basis }) => basis === 'unknown');
    return {
      header: header.seconds,
      options: own.map(({ seconds, basis }) => (basis === 'text' ? seconds + pause : seconds)),
      pauses: own.map(({ basis }) => (basis === 'text' ? pause : 0)),
      closing: 0,
      prompts: spoken.length + (header.basis === 'nothing' ? 0 : 1),
      unknownPrompts: [header, ...spoken].filter(({ basis }) => basis === 'unknown').length,
      separation: isUnknown ? 'unknown' : 'apart',
    };
  }
  const whole: MenuAudio = {
    header: header.seconds,
    options: own.map(() => 0),
    pauses: own.map(() => 0),
    closing: 0,
    prompts: header.basis === 'nothing' ? 0 : 1,
    unknownPrompts: header.basis === 'unknown' ? 1 : 0,
    separation: 'silent',
  };
  if (header.basis === 'nothing') return whole;
  if (header.basis === 'unknown') return { ...whole, separation: 'unknown' };
  if (header.basis === 'recording') return { ...whole, separation: 'one-recording' };
  const text = promptText(menu.say, language, script.language) ?? '';
  const split = splitMenuText(
    text,
    language,
    menu.options,
    (option) => pinReason(option, true) !== undefined,
  );
  if (split === 'no-options') return whole;
  if (split === 'uncertain') return { ...whole, separation: 'one-text' };
  const pause = pauseAfter(split.options.filter((part) => part !== undefined).length, model);
  const seconds = (part: string) => readingSeconds(part, language) * model.textTimeFactor;
  return {
    ...whole,
    header: seconds(split.header),
    options: split.options.map((part) => (part === undefined ? 0 : seconds(part) + pause)),
    pauses: split.options.map((part) => (part === undefined ? 0 : pause)),
    closing: seconds(split.closing),
    separation: 'apart',
  };
}
