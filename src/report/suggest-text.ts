import type { Advice } from '../advice/suggestion.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { calibrationOrigin, measuredFigures } from './calibration-text.ts';
import { percent } from './numbers.ts';
import { type Paint, plain } from './paint.ts';
import { allOf, plural } from '../source/plural.ts';
import type { SuggestReport } from './suggest-report.ts';
import { seconds } from './saved-seconds.ts';
import { builtLines, suggestionLines } from './suggestion-lines.ts';

/** Down, so that a bound that is printed is one. */
const lowered = (value: number): string => (Math.floor(value * 10 + 1e-6) / 10).toFixed(1);

/** What no arrangement can be below, beside today and what the changes give; no line where it isn't known. */
export function boundLines({
  bound,
  current,
  bestFound,
  secondsAfter = [],
}: Advice): readonly string[] {
  if (bound === undefined || current.secondsPerCall === undefined) return [];
  const after = secondsAfter.map((value) => `${seconds(value)} s`).join(', ');
  const path = after === '' ? '' : `; after each suggestion: ${after}`;
  const last = secondsAfter.at(-1) ?? current.secondsPerCall;
  const best =
    bestFound === undefined || bestFound > last - 0.05
      ? []
      : [`A search for the best arrangement of these options found about ${seconds(bestFound)} s.`];
  return [
    `No menu with these options and words can take less than ${lowered(bound.secondsPerCall)} s a call. Today's menu takes ${seconds(current.secondsPerCall)} s${path}.`,
    ...best,
  ];
}

function headLines({ script, advice }: SuggestReport, paint: Paint): readonly string[] {
  const { current, after, suggestions } = advice;
  const title = paint.bold(cleanText(script.title ?? script.id));
  if (current.secondsPerCall === undefined || after.secondsPerCall === undefined) return [title];
  const today = `Today a call takes ${seconds(current.secondsPerCall)} s of listening and pressing (${plural(current.calls, 'call')}).`;
  const then =
    suggestions.length === 0
      ? 'No permitted change makes it noticeably shorter.'
      : `With ${allOf(suggestions.length, 'suggestion')}: ${seconds(after.secondsPerCall)} s.`;
  const unknown =
    current.unknownShare === 0
      ? []
      : [
          `The length of ${percent(current.unknownShare)} of the prompts said is not known and was assumed.`,
        ];
  return [title, '', today, then, ...boundLines(advice), ...unknown];
}

/** What the figures were measured by. */
function calibrationLines({ script, advice: { calibration } }: SuggestReport): readonly string[] {
  if (calibration === undefined) return [];
  const figures = measuredFigures(calibration).map((parts) => parts.join(' '));
  const told = figures.length === 0 ? 'no figure' : figures.join('; ');
  const other = calibration.script === script.id ? '' : ' That is another menu.';
  return [`Calibrated on ${calibrationOrigin(calibration)}: ${told}.${other}`];
}

/**
 * What `ivr suggest` prints for people: today's seconds a call, each suggestion with what it saves,
 * how sure that is, whom it hurts and what remains to be done by hand, why other menus have none, and
 * the figures that were assumed.
 */
export function suggestToText(report: SuggestReport, paint: Paint = plain): string {
  const { suggestions, notes, current } = report.advice;
  const { press, entry, pause, optionsWithoutPause } = current.model;
  const basis = `Under the caller-time model: ${Number(press.toFixed(2))} s to decide and press, ${entry} s before a menu speaks, ${pause} s after each option of menus with more than ${optionsWithoutPause}; waiting in queues is not counted. Intervals are 95 % and cover chance only.`;
  const lines = [
    ...headLines(report, paint),
    ...suggestions.flatMap((suggestion) =>
      suggestionLines(suggestion, paint).toSpliced(2, 0, ...builtLines(suggestion)),
    ),
    ...(notes.length === 0 ? [] : ['', paint.bold('Nothing claimed')]),
    ...notes.map(({ message }) => `   ${cleanText(message)}`),
    '',
    paint.dim(basis),
    ...calibrationLines(report).map((line) => paint.dim(line)),
  ];
  return `${lines.join('\n')}\n`;
}
