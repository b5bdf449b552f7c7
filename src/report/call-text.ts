import { formatDrill } from '../routing/drill.ts';
import { printable } from '../source/code-frame.ts';
import type { FollowedStep } from '../walk/followed-call.ts';
import { actionText, heardText, metText, type Fit } from './call-lines.ts';
import type { CallReport } from './call-report.ts';
import { callerThought } from './caller-thought.ts';
import { padTo } from './display-width.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from '../source/plural.ts';
import { zoneClock, zoneDay, type ZoneTime } from './zone-time.ts';

/** How a call is shown. */
export interface CallTextOptions {
  readonly columns?: number | undefined;
  readonly fit?: Fit | undefined;
  readonly paint?: Paint | undefined;
}

const indent = '    ';
const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** What a call is told under, before its first step. */
export function callHead(report: CallReport, paint: Paint = plain): readonly string[] {
  const { script, call, time, drills, notes } = report;
  const language = call.steps[0]?.language ?? call.end.language;
  return [
    paint.bold(printable(script.title ?? script.id)),
    `called on ${zoneDay(call.start, time)}, ${time.zone}, in ${language}`,
    ...(drills.length === 0
      ? []
      : [paint.yellow(`failing: ${printable(drills.map(formatDrill).join(', '))}`)]),
    ...notes.map((note) => paint.yellow(printable(note))),
  ];
}

/** When and where a step begins. */
export function stepHead(
  { at, seconds: begun, node }: Pick<FollowedStep, 'at' | 'seconds' | 'node'>,
  time: ZoneTime,
  paint: Paint = plain,
): string {
  const clock = `${zoneClock(at, time)}  ${padTo(seconds(begun), 9, 'right')}`;
  return `${paint.dim(clock)}  ${paint.bold(node)}`;
}

/** Where a step led, behind what was done. */
function wayOn({ to, node, action, unknown }: FollowedStep): string {
  if (to === undefined) return '';
  const isAgain = to === node && (unknown || action.do === 'silence');
  return isAgain ? ': asked again' : ` → ${to}`;
}

/** What was heard, met and done at one step, and where it led. */
export function stepLines(step: FollowedStep, options: CallTextOptions = {}): readonly string[] {
  const { columns = 80, fit = 'clip', paint = plain } = options;
  const { kind, action, met, until, unknown } = step;
  const done = actionText(action, kind);
  const isPlain = met === undefined || (kind === 'queue' && met.is === 'open');
  const told = isPlain ? '' : metText(met);
  const unheard = unknown ? ', which is unknown there' : '';
  const deed = done === '' ? '' : `${paint.cyan(done)} at ${seconds(until)}${unheard}`;
  const way = wayOn(step);
  const last =
    deed !== '' ? `${deed}${way}` : told === '' ? way.trimStart() : `${paint.yellow(told)}${way}`;
  return [
    ...heardText(step.heard, { columns, indent, fit }),
    ...(told === '' || deed === '' ? [] : [indent + paint.yellow(told)]),
    ...(last === '' ? [] : [indent + last]),
  ];
}

/** Where a call ended or was left, after how long, and its outcome. */
function endLine({ call, judgement }: CallReport, paint: Paint): string {
  const { why, node, seconds: lasted } = call.end;
  const place = node === undefined ? 'before its first node' : `at ${node}`;
  const word = judgement.well ? paint.green : paint.red;
  switch (why) {
    case 'waiting':
    case 'no-such-action':
      return `${paint.bold('goes on')} ${place}, ${seconds(lasted)} so far`;
    case 'too-many-steps':
      return `${paint.bold('goes in circles')} ${place}: left after ${plural(call.steps.length, 'step')}, ${seconds(lasted)}`;
    case 'too-long':
      return `${paint.bold('goes on')} ${place}: left after a day`;
    case 'answered':
    case 'transferred':
    case 'left-queue':
    case 'caller-left':
    case 'goodbye':
    case 'no-input':
    case 'no-match':
    case 'nowhere':
    case 'system-error':
    case 'beyond-script':
      return `${paint.bold('ends')} ${place} after ${seconds(lasted)}: ${word(judgement.outcome)}`;
  }
}

/** Where a call ended, how, after how long, and what the caller would think. */
export function callFoot(report: CallReport, paint: Paint = plain): readonly string[] {
  const { end, actions } = report.call;
  const left = actions.planned - actions.taken;
  const unused =
    left === 0 || end.why === 'no-such-action'
      ? []
      : [`The call ended before ${plural(left, 'more action')}.`];
  return [endLine(report, paint), ...unused, paint.dim(`"${printable(callerThought(report))}"`)];
}

/** What a caller who is asked, and does nothing yet, hears. */
export function askedLines(
  { call, time }: CallReport,
  options: CallTextOptions = {},
): readonly string[] {
  const { node, heard, at, seconds: begun } = call.end;
  if (heard.length === 0 || node === undefined) return [];
  const { columns = 80, fit = 'clip', paint = plain } = options;
  const head = stepHead({ at, seconds: begun, node }, time, paint);
  return [head, ...heardText(heard, { columns, indent, fit })];
}

/** More steps than this are those of a call that goes round: nobody reads them all. */
const mostShown = 60;
const lastShown = 5;

/** The steps of a call; of one that goes round and round the first and the last. */
function allSteps({ call, time }: CallReport, options: CallTextOptions): readonly string[] {
  const { steps } = call;
  const told = (some: readonly FollowedStep[]) =>
    some.flatMap((step) => [stepHead(step, time, options.paint), ...stepLines(step, options)]);
  if (steps.length <= mostShown) return told(steps);
  const hidden = steps.length - mostShown;
  return [
    ...told(steps.slice(0, mostShown - lastShown)),
    `… ${plural(hidden, 'more step')} …`,
    ...told(steps.slice(-lastShown)),
  ];
}

/** What `ivr call` prints for people: each step as the caller lives through it, then the end. */
export function callToText(report: CallReport, options: CallTextOptions = {}): string {
  const { paint = plain } = options;
  const lines = [
    ...callHead(report, paint),
    '',
    ...allSteps(report, options),
    ...askedLines(report, options),
    '',
    ...callFoot(report, paint),
  ];
  return `${lines.join('\n')}\n`;
}
