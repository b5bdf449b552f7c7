import { leastFit, type FitJudgement } from '../insight/judge-fit.ts';
import { percent } from './numbers.ts';

/** Why nothing is concluded, and what to check; no line where the log fits. */
export function refusalOf({ isEnough, share, check }: FitJudgement): readonly string[] {
  if (isEnough) return [];
  const why =
    share === undefined
      ? 'Nothing can be concluded.'
      : `Only ${percent(share)} of the calls fit the script completely. Below ${percent(leastFit)} nothing is concluded.`;
  return [why, ...check.map((one) => `- ${one}`)];
}
