import { menuAudio, saidSeconds, type Separation } from '../prompt/menu-audio.ts';
import type { SpeechFigures } from '../prompt/speech-figures.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';
import { retryPolicy } from './retry-policy.ts';

/**
 * What is heard: `before` speech begins; what is said when asking again (`retry`); a menu's `header`, an
 * `option`, what is said behind the last (`closing`); any other `prompt`; and the silence `after` it all.
 */
export type PartName = 'before' | 'retry' | 'header' | 'option' | 'closing' | 'prompt' | 'after';

/** A part of a prompt, in seconds from the moment at which the call came to the node. */
export interface PromptPart {
  readonly name: PartName;
  /** The option that is said, by its position in the script. */
  readonly option?: number;
  readonly from: number;
  /** When the next part begins; Infinity for the silence after it all. */
  readonly to: number;
  /** When its words end; what is left up to `to` is a pause. */
  readonly saidBy: number;
}

/** What a node says, second by second, to callers who don't interrupt. */
export interface PromptTimeline {
  readonly parts: readonly PromptPart[];
  /** When everything has been said. */
  readonly seconds: number;
  /** Whether the options of a menu can be told apart; `apart` for what is no menu. */
  readonly separation: Separation;
  /** False when a length is neither in the script nor can be reckoned from a text. */
  readonly isKnown: boolean;
}

/**
 * The timeline of a node in a language: at first, or when it asks again after silence or an unknown entry
 * (`again`), where the node's words for that come first and then the whole prompt. A menu or question is
 * silent for `entry` seconds before it speaks.
 */
export function promptTimeline(
  script: Script,
  node: ScriptNode,
  language: Language,
  figures: SpeechFigures,
  again?: 'noInput' | 'noMatch',
): PromptTimeline {
  const parts: PromptPart[] = [];
  let clock = 0;
  let isKnown = true;
  const add = (name: PartName, seconds: number, pause = 0, option?: number): void => {
    if (seconds <= 0) return;
    const own = option === undefined ? {} : { option };
    const to = clock + seconds;
    parts.push({ name, from: clock, to, saidBy: to - pause, ...own });
    clock = to;
  };
  const say = (name: PartName, prompt: Prompt | undefined): void => {
    const { seconds, basis } = saidSeconds(prompt, language, script, figures);
    if (basis === 'unknown') isKnown = false;
    add(name, seconds);
  };
  const asks = node.kind === 'menu' || node.kind === 'collect';
  if (asks) {
    add('before', figures.entry);
    if (again !== undefined) say('retry', retryPolicy(script, node, again).say);
  }
  let separation: Separation = 'apart';
  if (node.kind === 'menu') {
    const audio = menuAudio(script, node, language, figures);
    separation = audio.separation;
    if (audio.unknownPrompts > 0) isKnown = false;
    add('header', audio.header);
    audio.options.forEach((seconds, option) => {
      add('option', seconds, audio.pauses[option], option);
    });
    add('closing', audio.closing);
  } else if ('say' in node) say('prompt', node.say);
  parts.push({ name: 'after', from: clock, to: Infinity, saidBy: Infinity });
  return { parts, seconds: clock, separation, isKnown };
}
