import type { WorkByHand } from '../advice/change.ts';
import type { Advice, Suggestion, Verdict } from '../advice/suggestion.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { calibrationOrigin, measuredFigures } from './calibration-text.ts';
import { percent } from './numbers.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from './plural.ts';
import type { SuggestReport } from './suggest-report.ts';

/** Seconds with one decimal; with two below a second, where one would hide the difference. */
export function seconds(value: number, like = value): string {
  const text = value.toFixed(Math.abs(like) < 0.995 ? 2 : 1);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** Both ends of a range, with as many decimals as the value that it surrounds. */
function range(low: number, high: number, value: number): string {
  return `${seconds(low, value)} to ${seconds(high, value)}`;
}

const byHand: Readonly<Record<WorkByHand['why'], string>> = {
  recording: 'must be recorded again',
  'may-name-keys': 'may name keys that change: listen to it',
  unclear: 'names keys in a way that must be changed by hand',
  'names-options': 'names keys of a menu that has other options now: change it by hand',
  'other-place': 'now among other options: see that each is clear there',
  'other-words': 'words written by rule: read them aloud',
  'record-new': 'must be recorded',
};

/** Where a prompt stands, in words: `option 2`, `the prompt of "welcome"`. */
function whereIs(path: WorkByHand['path'], menu: string): string {
  const [, node, field, position] = path;
  const of = node === menu ? '' : ` of "${String(node)}"`;
  if (field === 'options') return `option ${Number(position) + 1}${of}`;
  const part = field === 'noInput' || field === 'noMatch' ? `the ${field} prompt` : 'the prompt';
  return `${part}${of === '' ? ' of this menu' : of}`;
}

function handLines({ node, change }: Suggestion): readonly string[] {
  return (Object.keys(byHand) as WorkByHand['why'][]).flatMap((why) => {
    const places = change.byHand.filter((prompt) => prompt.why === why);
    const names = places.map(({ path }) => whereIs(path, node));
    return names.length === 0 ? [] : [`${names.join(', ')}: ${byHand[why]}`];
  });
}

function verdictText({ verdict, callsNeeded }: Suggestion, paint: Paint): string {
  const words: Readonly<Record<Verdict, string>> = {
    supported: paint.green('supported'),
    'too few calls': paint.yellow(
      callsNeeded === undefined
        ? 'too few calls'
        : `too few calls: about ${grouped(callsNeeded)} at this menu would settle it`,
    ),
    'depends on assumptions': paint.yellow('depends on assumptions'),
    'not counted in seconds': 'not counted in seconds',
  };
  return words[verdict];
}

function doubtLines({ saving, verdict, evidence }: Suggestion): readonly string[] {
  const { sensitivity, unknownChoices } = saving;
  const turned = sensitivity.filter((other) => other.seconds <= 0);
  const assumed =
    verdict === 'depends on assumptions'
      ? turned.map((other) => `were it otherwise: ${other.assumption}: ${seconds(other.seconds)} s`)
      : [];
  const { share, least, most } = unknownChoices;
  return share < 0.0005
    ? assumed
    : [
        ...assumed,
        `${
          evidence === undefined
            ? `${percent(share)} of the visits end without a choice`
            : `of ${percent(share)} of the calls nobody knows what they wanted`
        }: ${range(least, most, saving.seconds)} s a call, whatever those callers wanted`,
      ];
}

/** What must be followed with it, and so what its saving comes on top of. */
function builtLines({ buildsOn }: Suggestion): readonly string[] {
  if (buildsOn.length === 0) return [];
  const others = buildsOn.map(String);
  const last = others.pop() ?? '';
  return [`   builds on ${others.length === 0 ? last : `${others.join(', ')} and ${last}`}`];
}

/** A change that isn't made for its seconds: what speaks for it instead, and what it costs or saves. */
function helpLines(
  suggestion: Suggestion,
  grounds: readonly string[],
  paint: Paint,
): readonly string[] {
  const { change, saving, number, title } = suggestion;
  const takes = Math.abs(saving.seconds);
  const both = saving.seconds < 0 ? 'costs' : 'saves';
  return [
    '',
    `${paint.bold(`${number}. ${cleanText(title)}`)}: ${verdictText(suggestion, paint)}`,
    ...[
      cleanText(change.summary),
      ...grounds.map(cleanText),
      ...(takes < 0.005 ? [] : [`${both} ${seconds(takes)} s a call under the model`]),
      ...handLines(suggestion),
    ].map((line) => `   ${line}`),
  ];
}

/** What the calls tell that had no part in the choice, and what the saving is over a year. */
function evidenceLines({ evidence, saving }: Suggestion): readonly string[] {
  if (evidence === undefined) return [];
  const { judged, yearly, hangUps } = evidence;
  const halves =
    judged === undefined
      ? []
      : [
          `by ${plural(Math.round(judged.calls), 'call')} that had no part in choosing it: ${seconds(judged.seconds, saving.seconds)} s (${range(judged.low, judged.high, saving.seconds)})`,
        ];
  const year =
    yearly === undefined
      ? []
      : [
          `${grouped(Math.round(yearly.hours.mean))} hours of callers' time a year, ${grouped(Math.round(yearly.trunkMinutes))} minutes of lines, for ${grouped(Math.round(yearly.calls))} calls (${yearly.basis === 'given' ? 'as given' : 'as many as in the log'})`,
        ];
  const fewer =
    hangUps === undefined || hangUps.fewerPerThousand < 0.05
      ? []
      : [
          `a model, not a measurement: ${hangUps.fewerPerThousand.toFixed(1)} hang-ups fewer in 1,000 calls`,
        ];
  return [...halves, ...year, ...fewer];
}

/** A suggestion in lines: a blank one, its title, and what to know of it. */
export function suggestionLines(suggestion: Suggestion, paint: Paint): readonly string[] {
  if (suggestion.grounds !== undefined) return helpLines(suggestion, suggestion.grounds, paint);
  const { change, saving, calls, worstHit, changedKeyShare, optimal } = suggestion;
  const saves = `saves ${seconds(saving.seconds)} s a call (${range(saving.low, saving.high, saving.seconds)})`;
  const worst =
    worstHit === undefined
      ? ''
      : `, most of all "${cleanText(worstHit.label)}" by ${seconds(worstHit.seconds)} s`;
  const title = `${suggestion.number}. ${cleanText(suggestion.title)}`;
  return [
    '',
    `${paint.bold(title)}: ${paint.bold(saves)}, ${verdictText(suggestion, paint)}`,
    ...[
      cleanText(change.summary),
      `${plural(calls, 'call')} came here; ${seconds(saving.perVisit)} s a visit`,
      `sooner for ${percent(saving.better)} of callers, later for ${percent(saving.worse)}${worst}`,
      ...(changedKeyShare === 0
        ? []
        : [
            `${percent(changedKeyShare)} of choices get another key: tell callers who know theirs by heart`,
          ]),
      ...evidenceLines(suggestion),
      ...handLines(suggestion),
      ...doubtLines(suggestion),
      ...(optimal !== false
        ? []
        : ['more options than can be weighed against each other: not surely the best']),
    ].map((line) => `   ${line}`),
  ];
}

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
  const path = after === '' ? '' : `, after each suggestion ${after}`;
  const last = secondsAfter.at(-1) ?? current.secondsPerCall;
  const best =
    bestFound === undefined || bestFound > last - 0.05
      ? []
      : [
          `The best arrangement of its options that a search found takes about ${seconds(bestFound)} s.`,
        ];
  return [
    `No menu with these options and words can be below ${lowered(bound.secondsPerCall)} s a call; today's takes ${seconds(current.secondsPerCall)} s${path}.`,
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
      ? 'Nothing that is permitted makes it noticeably shorter.'
      : `With ${suggestions.length === 1 ? 'the suggestion' : `all ${suggestions.length} suggestions`} followed: ${seconds(after.secondsPerCall)} s.`;
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
  const basis = `Under the caller-time model: ${Number(press.toFixed(2))} s to decide and press, ${entry} s before a menu speaks, ${pause} s after each option of menus with more than ${optionsWithoutPause}; waiting in queues is not counted. Intervals are 95 %, for chance alone.`;
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
