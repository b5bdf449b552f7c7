import type { WorkByHand } from '../advice/change.ts';
import type { Suggestion, Verdict } from '../advice/suggestion.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { percent } from './numbers.ts';
import type { Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { seconds, secondsRange } from './saved-seconds.ts';

const byHand: Readonly<Record<WorkByHand['why'], string>> = {
  recording: 'record it again',
  'may-name-keys': 'may name keys that change: listen to it',
  unclear: 'names keys in a way that you must change by hand',
  'names-options': 'names keys of a menu that has other options now: change it by hand',
  'other-place': 'now among other options: see that each is clear there',
  'other-words': 'words written by a rule: read them aloud',
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
        : `too few calls: about ${grouped(callsNeeded)} calls at this menu would be enough`,
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
      ? turned.map(
          (other) => `with other figures: ${other.assumption}: ${seconds(other.seconds)} s`,
        )
      : [];
  const { share, least, most } = unknownChoices;
  return share < 0.0005
    ? assumed
    : [
        ...assumed,
        `${
          evidence === undefined
            ? `${percent(share)} of the visits end without a choice`
            : `the reason of ${percent(share)} of the calls is unknown`
        }: ${secondsRange(least, most, saving.seconds)} s a call, whatever those callers wanted`,
      ];
}

/** What must be followed with it, and so what its saving comes on top of. */
export function builtLines({ buildsOn }: Suggestion): readonly string[] {
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
          `checked on ${plural(Math.round(judged.calls), 'call')} that were not used to choose it: ${seconds(judged.seconds, saving.seconds)} s (${secondsRange(judged.low, judged.high, saving.seconds)})`,
        ];
  const year =
    yearly === undefined
      ? []
      : [
          `${grouped(Math.round(yearly.hours.mean))} hours of callers' time and ${grouped(Math.round(yearly.trunkMinutes))} line minutes a year, for ${grouped(Math.round(yearly.calls))} calls (${yearly.basis === 'given' ? 'as given' : 'as many as in the log'})`,
        ];
  const fewer =
    hangUps === undefined || hangUps.fewerPerThousand < 0.05
      ? []
      : [
          `${hangUps.fewerPerThousand.toFixed(1)} fewer hang-ups in 1,000 calls: a model, not a measurement`,
        ];
  return [...halves, ...year, ...fewer];
}

/** A suggestion in lines: a blank one, its title, and what to know of it. */
export function suggestionLines(suggestion: Suggestion, paint: Paint): readonly string[] {
  if (suggestion.grounds !== undefined) return helpLines(suggestion, suggestion.grounds, paint);
  const { change, saving, calls, worstHit, changedKeyShare, optimal } = suggestion;
  const saves = `saves ${seconds(saving.seconds)} s a call (${secondsRange(saving.low, saving.high, saving.seconds)})`;
  const worst =
    worstHit === undefined
      ? ''
      : `, most for "${cleanText(worstHit.label)}" (${seconds(worstHit.seconds)} s)`;
  const title = `${suggestion.number}. ${cleanText(suggestion.title)}`;
  return [
    '',
    `${paint.bold(title)}: ${paint.bold(saves)}, ${verdictText(suggestion, paint)}`,
    ...[
      cleanText(change.summary),
      `${plural(calls, 'call')} came here; ${seconds(saving.perVisit)} s a visit`,
      `faster for ${percent(saving.better)} of callers, slower for ${percent(saving.worse)}${worst}`,
      ...(changedKeyShare === 0
        ? []
        : [
            `${percent(changedKeyShare)} of choices get another key: tell callers who know the old keys`,
          ]),
      ...evidenceLines(suggestion),
      ...handLines(suggestion),
      ...doubtLines(suggestion),
      ...(optimal !== false
        ? []
        : ['too many options to compare every order: perhaps not the best']),
    ].map((line) => `   ${line}`),
  ];
}
