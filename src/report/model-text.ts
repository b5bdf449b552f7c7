import type { CallerTimeModel } from '../advice/caller-time-model.ts';

const short = (value: number): string => String(Number(value.toFixed(2)));

/** The figures of the caller-time model, in a sentence: results are worth what they are. */
export function modelText({
  press,
  keystroke,
  entry,
  pause,
  optionsWithoutPause,
  fullListenShare,
  heardBeforeLeaving,
  textTimeFactor,
}: CallerTimeModel): string {
  const listens =
    fullListenShare === 0
      ? 'callers choose as soon as they have heard their option'
      : `${short(fullListenShare * 100)} % of the callers hear the whole menu first`;
  const speed =
    textTimeFactor === 1 ? '' : `, texts take ${short(textTimeFactor)} times the usual time`;
  return `Under the caller-time model: ${short(press)} s to decide and press, ${short(keystroke)} s for each further digit, ${short(entry)} s before a menu speaks, ${short(pause)} s after each option of menus with more than ${optionsWithoutPause}${speed}; ${listens}; callers who leave or mistype have heard ${short(heardBeforeLeaving * 100)} % of the options; waiting in queues is not counted.`;
}
