import type { Design, DesignedMenu } from '../design/design.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { displayWidth, padTo } from './display-width.ts';
import { percent } from './numbers.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from '../source/plural.ts';

const oneDecimal = (seconds: number): string => seconds.toFixed(1);

/** Down, so that a bound that is printed is one. */
const lowered = (seconds: number): string => (Math.floor(seconds * 10 + 1e-6) / 10).toFixed(1);

interface Line {
  readonly name: string;
  readonly seconds: string;
  readonly share: string;
}

function linesOf({ options }: DesignedMenu, calls: number, depth: number): readonly Line[] {
  return options.flatMap((option): readonly Line[] => {
    const label = cleanText(option.words[0]?.label ?? '');
    const line = {
      name: `${'  '.repeat(depth + 1)}${option.key}  ${label}`,
      seconds: option.leadsTo === 'menu' ? '' : `${oneDecimal(option.seconds)} s`,
      share: percent(option.calls / calls),
    };
    return option.leadsTo === 'menu' ? [line, ...linesOf(option.menu, calls, depth + 1)] : [line];
  });
}

function treeLines(design: Design): readonly string[] {
  const { menu, calls, leftOut, person } = design;
  const rest = leftOut.reduce((sum, one) => sum + one.calls, 0);
  const label = cleanText(person.words[0]?.label ?? '').replace(/[,，].*$/, '');
  const lines = [
    ...linesOf(menu, calls, 0),
    { name: `  ${person.key}  ${label}`, seconds: '', share: percent(rest / calls) },
  ];
  const name = Math.max(...lines.map((line) => displayWidth(line.name)));
  const seconds = Math.max(...lines.map((line) => line.seconds.length));
  const share = Math.max(...lines.map((line) => line.share.length));
  return lines.map(
    (line) =>
      `${padTo(line.name, name)}  ${line.seconds.padStart(seconds)}  ${line.share.padStart(share)}`,
  );
}

/** What the seconds are, against what they could be at best. */
function boundLine({ secondsPerCall, bound, isOptimal }: Design): string {
  const takes = oneDecimal(secondsPerCall);
  const proved = isOptimal ? ', the shortest possible within these limits' : '';
  return `No menu for this demand can take less than ${lowered(bound)} s; this one takes ${takes} s${proved}.`;
}

function leftOutLines({ leftOut, calls }: Design): readonly string[] {
  if (leftOut.length === 0) return [];
  const rest = leftOut.reduce((sum, one) => sum + one.calls, 0);
  const names = leftOut.map(({ reason }) => cleanText(reason)).join(', ');
  return [
    `${plural(leftOut.length, 'reason')} with ${percent(rest / calls)} of the calls ${leftOut.length === 1 ? 'has' : 'have'} no option: those callers hear the whole first menu and ask for a person.`,
    `  ${names}`,
  ];
}

/**
 * What `ivr design` prints for people: the menu with the seconds to each reason and its share of the
 * calls, what no menu can be below, what was left out, and the figures that were assumed.
 */
export function designToText(design: Design, paint: Paint = plain): string {
  const { model, width, depth, groups, title, calls } = design;
  const { header, press, entry, pause, optionsWithoutPause, labelSeconds } = model;
  const labels =
    labelSeconds === undefined
      ? 'options as long as their words'
      : `${labelSeconds} s for each option`;
  const limits = `at most ${plural(width, 'option')} a menu${depth === undefined ? '' : ` and ${plural(depth, 'menu')} deep`}${groups === 'kept' ? ', groups kept' : ''}${design.keepsOrder ? ', in the order of the table' : ''}`;
  const basis = `Under the caller-time model: ${header} s header, ${labels}, ${pause} s after each in menus with more than ${optionsWithoutPause}, ${press} s to decide and press, ${entry} s before a menu speaks; ${limits}.`;
  const lines = [
    ...(title === undefined ? [] : [paint.bold(cleanText(title)), '']),
    plural(Math.round(calls * 1e6) / 1e6, 'call'),
    '',
    ...treeLines(design),
    '',
    paint.bold(boundLine(design)),
    ...leftOutLines(design),
    '',
    paint.dim(basis),
  ];
  return `${lines.join('\n')}\n`;
}
