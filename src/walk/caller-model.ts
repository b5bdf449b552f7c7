/**
 * How simulated callers behave. Times are means in seconds, shares are probabilities. docs/simulate.md
 * says what each is drawn from. Where a value is called a judgement nobody has measured it for menus
 * in general: set it from your own logs.
 */
export interface CallerModel {
  /**
   * From the end of the option to the press: mental preparation 1.35 and a key stroke 0.28 of the
   * keystroke-level model (Card, Moran & Newell 1980).
   */
  readonly pressLatency: number;
  /** From one digit to the next where digits are collected: a key stroke of the same model. */
  readonly digitPause: number;
  /**
   * Share of listeners lost in each second. Half a minute then costs 8.6 %, between what operators
   * call a good and a poor menu (2.5 % and 10 %). Judgement.
   */
  readonly hangUpPerSecond: number;
  /** How much faster callers leave who were told that the place is closed. Judgement. */
  readonly closedFactor: number;
  /** Of all times that a menu asks: silence, a key that it doesn't know, a key beside the right one. Judgement. */
  readonly noInput: number;
  readonly noMatch: number;
  readonly mistake: number;
  /** At a menu with an agent key: share that asks for a person at once, and more for each minute in the call. Judgement. */
  readonly zeroOut: number;
  readonly zeroOutPerMinute: number;
  readonly zeroOutAtMost: number;
  /** Of those, the share that presses before the option is said. Judgement. */
  readonly zeroOutEarly: number;
  /** Callers who find nothing for them: share that asks for a person, or leaves a message, rather than hang up. Judgement. */
  readonly lostAsk: number;
  /** Served callers: share that has another reason, and the time until the others leave. Judgement. */
  readonly anotherReason: number;
  readonly leaveAfter: number;
  /** Share of tasks, outside numbers and callbacks that succeed. Judgement. */
  readonly taskSuccess: number;
  readonly transferSuccess: number;
  readonly callbackSuccess: number;
  /** Share of callers who must wait at all, how long, and how long they would. Waiting and patience are exponential, as in the Erlang A model (Palm; Garnett, Mandelbaum & Reiman 2002). */
  readonly waitShare: number;
  readonly wait: number;
  readonly patience: number;
  /** Until somebody picks up a call that needn't wait, or an outside number does. Judgement. */
  readonly pickUp: number;
  /** Share of callers who leave a message when a machine offers to take one, and how long it is. Judgement. */
  readonly leaveMessage: number;
  readonly message: number;
  /** Time in another script that gives the call back. Judgement. */
  readonly otherScript: number;
  /** Callers who were not helped: share that calls again, and after how long. Judgement. */
  readonly callAgain: number;
  readonly callAgainAfter: number;
  /** Calls in an hour when the place is closed, to those that the hour would have if it were open. Judgement. */
  readonly closedHours: number;
  /** Share of callers who prefer the script's own language where there are others. Judgement. */
  readonly ownLanguage: number;
}

export const defaultCallerModel: CallerModel = {
  pressLatency: 1.6,
  digitPause: 0.28,
  hangUpPerSecond: 0.003,
  closedFactor: 5,
  noInput: 0.03,
  noMatch: 0.01,
  mistake: 0.015,
  zeroOut: 0.03,
  zeroOutPerMinute: 0.06,
  zeroOutAtMost: 0.5,
  zeroOutEarly: 0.5,
  lostAsk: 0.6,
  anotherReason: 0.08,
  leaveAfter: 2,
  taskSuccess: 0.92,
  transferSuccess: 0.95,
  callbackSuccess: 0.97,
  waitShare: 0.6,
  wait: 60,
  patience: 300,
  pickUp: 4,
  leaveMessage: 0.5,
  message: 20,
  otherScript: 30,
  callAgain: 0.3,
  callAgainAfter: 7200,
  closedHours: 0.08,
  ownLanguage: 0.8,
};
