import { Option } from 'commander';

const thresholds = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof thresholds)[number];

/** `--fail-on`: from which severity on findings make the exit code 1. */
export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 if there is a finding of this severity or worse')
    .choices(thresholds)
    .default('error');

/** True when these counts reach the threshold. */
export function reaches(
  failOn: FailOn,
  {
    errors,
    warnings,
    infos,
  }: { readonly errors: number; readonly warnings: number; readonly infos: number },
): boolean {
  const counted = {
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
    never: 0,
  };
  return counted[failOn] > 0;
}
