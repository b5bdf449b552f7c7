/** What a stretch of a call costs: all of it adds up along the way. */
export interface Effort {
  readonly seconds: number;
  /** Choices in menus. */
  readonly presses: number;
  /** Options heard before them. */
  readonly options: number;
  /** Prompts said, and those of them whose length is a default. */
  readonly said: number;
  readonly unknown: number;
}

export const noEffort: Effort = { seconds: 0, presses: 0, options: 0, said: 0, unknown: 0 };

export const addEffort = (a: Effort, b: Effort): Effort => ({
  seconds: a.seconds + b.seconds,
  presses: a.presses + b.presses,
  options: a.options + b.options,
  said: a.said + b.said,
  unknown: a.unknown + b.unknown,
});

/** All of them together. */
export function sumOfEfforts(efforts: readonly Effort[]): Effort {
  let [seconds, presses, options, said, unknown] = [0, 0, 0, 0, 0];
  for (const effort of efforts) {
    seconds += effort.seconds;
    presses += effort.presses;
    options += effort.options;
    said += effort.said;
    unknown += effort.unknown;
  }
  return { seconds, presses, options, said, unknown };
}
