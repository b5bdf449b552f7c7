import { defaultSpeechFigures, type SpeechFigures } from '../prompt/speech-figures.ts';

/**
 * What it takes a caller to hear and use a menu, as data: every figure that the caller-time model
 * takes from outside the script and the log. All in seconds but the shares and factors (0 to 1).
 */
export interface CallerTimeModel extends SpeechFigures {
  /**
   * To decide and press, after the option was heard: 1.6, from 1.35 to prepare and 0.28 for the key
   * (keystroke-level model of Card, Moran & Newell). Better: the median of your own callers.
   */
  readonly press: number;
  /** Each further digit of an entry: 0.28 (same model, one keystroke). */
  readonly keystroke: number;
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
}

/** The figures used where the user gives none; each with its source in `CallerTimeModel`. */
export const defaultCallerTimeModel: CallerTimeModel = {
  ...defaultSpeechFigures,
  press: 1.6,
  keystroke: 0.28,
  fullListenShare: 0,
  heardBeforeLeaving: 0.5,
};
