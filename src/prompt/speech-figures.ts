/** What it takes to say a menu, as far as the script doesn't tell: seconds, and a factor. */
export interface SpeechFigures {
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
  /** Before a menu begins to speak: 0.5 (Avaya's guide asks for that silence after a key). */
  readonly entry: number;
  /** Multiplies the time of prompts that are known as text only: 1 is 160 words a minute. */
  readonly textTimeFactor: number;
}

/** The figures used where nothing better is known; each with its source in `SpeechFigures`. */
export const defaultSpeechFigures: SpeechFigures = {
  pause: 0.5,
  optionsWithoutPause: 3,
  unknownHeader: 1,
  unknownPrompt: 3,
  entry: 0.5,
  textTimeFactor: 1,
};
