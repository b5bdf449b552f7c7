/**
 * What it takes a caller to hear and use a menu, as data: every figure that the caller-time model
 * takes from outside the script and the log. All in seconds but the shares and factors (0 to 1).
 */
export interface CallerTimeModel {
  /**
   * Silence after an option that is spoken from a text. 0.5: designers of the ACIxD wiki advise 0.5
   * to 0.75 s between options. A recording's own length already holds its pauses.
   */
  readonly pause: number;
  /** Up to so many options need no pauses between them (ACIxD wiki): 3. */
  readonly optionsWithoutPause: number;
  /** A menu's opening words where their length isn't known: 1 (judgement). */
  readonly unknownHeader: number;
  /** Any other prompt of unknown length: 3, the middle of what options take (judgement). */
  readonly unknownPrompt: number;
  /**
   * To decide and press, after the option was heard: 1.6, from 1.35 to prepare and 0.28 for the key
   * (keystroke-level model of Card, Moran & Newell). Better: the median of your own callers.
   */
  readonly press: number;
  /** Each further digit of an entry: 0.28 (same model, one keystroke). */
  readonly keystroke: number;
  /** Before a menu begins to speak: 0.5 (Avaya's guide asks for that silence after a key). */
  readonly entry: number;
  /**
   * The share of callers who hear all options before they choose although they could interrupt: 0.
   * Where barge-in is off it is 1, whatever stands here.
   */
  readonly fullListenShare: number;
  /**
   * How much of the options is heard by those who leave or mistype, who could do so at any moment:
   * 0.5 (judgement; it moves the level of the result and no saving).
   */
  readonly heardBeforeLeaving: number;
  /** Multiplies the time of prompts that are known as text only: 1 is 160 words a minute. */
  readonly textTimeFactor: number;
}

/** The figures used where the user gives none; each with its source in `CallerTimeModel`. */
export const defaultCallerTimeModel: CallerTimeModel = {
  pause: 0.5,
  optionsWithoutPause: 3,
  unknownHeader: 1,
  unknownPrompt: 3,
  press: 1.6,
  keystroke: 0.28,
  entry: 0.5,
  fullListenShare: 0,
  heardBeforeLeaving: 0.5,
  textTimeFactor: 1,
};
