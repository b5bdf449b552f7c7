import { cleanText } from '../diagram/clean-text.ts';
import type { CounterExample, Proof } from '../prove/proof.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { drillLines } from './drills-text.ts';
import { assumptionLines } from './prove-assumptions.ts';
import type { ProveReport } from './prove-report.ts';
import { shellWord } from './shell-word.ts';

/** Hours a year, as exact as they matter. */
export function hoursText(hours: number): string {
  if (hours >= 10) return `${grouped(Math.round(hours))} hours a year`;
  if (hours >= 1) return `${hours.toFixed(1)} hours a year`;
  return hours * 60 >= 1
    ? `${Math.round(hours * 60)} minutes a year`
    : `${Math.round(hours * 3600)} seconds a year`;
}

/** The command that lets one hear the call: with keys where these alone say all that happens. */
export function callLine(example: CounterExample, path: string): string | undefined {
  const { actions, assuming, at, entry, keys, replays } = example;
  if (!replays || Object.keys(assuming.known).length > 0) return undefined;
  const usual = new Set(['next', 'closed', 'press', 'silence', 'enter', 'speak', 'abandon']);
  const isPlain = actions.every(
    (action) => usual.has(action.do) && !('after' in action || 'share' in action),
  );
  const words = [
    'ivr',
    'call',
    path,
    ...['--at', at],
    ...(entry === 0 ? [] : ['--entry', String(entry + 1)]),
    ...(isPlain ? [] : ['--actions', JSON.stringify(actions)]),
    ...(isPlain && keys.length > 0 ? ['--keys', keys.join(',')] : []),
    ...assuming.emergency.flatMap((calendar) => ['--drill', `emergency:${calendar}`]),
  ];
  return words.map(shellWord).join(' ');
}

function exampleLines(
  example: CounterExample,
  { document }: ProveReport,
  paint: Paint,
): readonly string[] {
  const { reason, node, language, lastMinute, hoursPerYear, path } = example;
  const { path: file, start } = document.places.at(path, 'key');
  const spoken = language === document.script.language ? '' : `, in ${language}`;
  const late =
    lastMinute === undefined
      ? ''
      : `, up to ${Math.round(lastMinute.window)} s after ${plural(lastMinute.boundaries, 'change')} of the hours`;
  const call = callLine(example, file);
  return [
    paint.bold(cleanText(example.message)),
    `  ${paint.red(reason)} at "${node}"${spoken}: ${hoursText(hoursPerYear)}${late}`,
    `  ${paint.dim(`${file}:${start.line}:${start.column}`)}`,
    ...(call === undefined ? [] : [`  ${paint.dim(cleanText(call))}`]),
  ];
}

function verdict({ holds, counterExamples }: Proof, paint: Paint): string {
  if (holds === true) return paint.green('Proved: every caller gets somewhere, at every hour.');
  if (holds === 'unknown')
    return paint.yellow("Unknown: no counter-example was found, but some things can't be known.");
  const count = plural(counterExamples.length, 'counter-example');
  return paint.red(`Failed: ${count}.`);
}

export function covered({
  from,
  to,
  zone,
  worlds,
  states,
  pathsCovered,
  enumerated,
}: Proof): string {
  const { entries, languages, emergencies } = enumerated;
  const day = (iso: string) => iso.slice(0, 16).replace('T', ' ');
  const switches =
    emergencies.length === 0 ? '' : `, ${plural(emergencies.length, 'emergency switch')}`;
  const said = languages.length === 0 ? '' : ` in ${languages.join(', ')}`;
  return [
    `From ${day(from)} to ${day(to)} (${zone}):`,
    `${plural(worlds.length, 'state')} of the opening hours${switches.replace('switchs', 'switches')},`,
    `${plural(entries, 'entry').replace('entrys', 'entries')}${said},`,
    `${plural(states, 'situation')} of a call, ${String(pathsCovered).replace(/\B(?=(\d{3})+$)/g, ',')} ways.`,
  ].join(' ');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** What `ivr prove` prints: whether every caller gets somewhere, and else what becomes of whom. */
export function proveToText(report: ProveReport, paint: Paint = plain): string {
  const { document, proof, drills } = report;
  const { script } = document;
  const examples = (list: readonly CounterExample[]) =>
    list.flatMap((example) => ['', ...exampleLines(example, report, paint)]);
  const lines = [
    paint.bold(cleanText(script.title ?? script.id)),
    covered(proof),
    '',
    verdict(proof, paint),
    ...examples(proof.counterExamples),
    ...(proof.possible.length === 0
      ? []
      : ['', 'Possible, depending on assumptions:', ...examples(proof.possible)]),
    ...(drills === undefined ? [] : drillLines(drills, paint)),
    ...section('Assumed:', assumptionLines(report).map(cleanText)),
    ...section(
      'Worth a look:',
      proof.remarks.map(({ message }) => cleanText(message)),
    ),
    ...section(
      'Not covered, because there were too many cases:',
      proof.uncovered.map((id) => `behind "${id}"`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
