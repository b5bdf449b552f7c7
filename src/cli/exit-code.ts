/** How `ivr` ends; never a count. */
export const exitCode = {
  /** Nothing at or above the threshold. */
  clean: 0,
  /** Findings. */
  findings: 1,
  /** Wrong usage: an option, a name, a combination. */
  usage: 2,
  /** The work could not be done. */
  failure: 3,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
