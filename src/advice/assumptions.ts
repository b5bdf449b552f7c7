import type { CallerTimeModel } from './caller-time-model.ts';

/** Something that could be otherwise than the model has it, in words and as figures. */
export interface Assumption {
  readonly assumption: string;
  readonly change: (model: CallerTimeModel) => CallerTimeModel;
}

/** Other assumptions that are reasonable; science has no better figure than a range for them. */
export const otherAssumptions: readonly Assumption[] = [
  {
    assumption: 'texts spoken slower, at 130 words a minute',
    change: (model) => ({ ...model, textTimeFactor: (model.textTimeFactor * 160) / 130 }),
  },
  {
    assumption: 'texts spoken faster, at 190 words a minute',
    change: (model) => ({ ...model, textTimeFactor: (model.textTimeFactor * 160) / 190 }),
  },
  { assumption: 'callers press within 1 s', change: (model) => ({ ...model, press: 1 }) },
  { assumption: 'callers take 2.5 s to press', change: (model) => ({ ...model, press: 2.5 }) },
  {
    assumption: 'half of the callers hear every option first',
    change: (model) => ({ ...model, fullListenShare: Math.max(0.5, model.fullListenShare) }),
  },
];
