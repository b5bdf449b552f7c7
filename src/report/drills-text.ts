import { cleanText } from '../diagram/clean-text.ts';
import type { DrillResult, DrilledWay } from '../prove/drill-flow.ts';
import { formatDrill } from '../routing/drill.ts';
import type { Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { tableLines, type Cell } from './table.ts';

const sides = ['left', 'right', 'right', 'right', 'right', 'left'] as const;
/** More lines than these on one failure are counted, not told. */
const mostLines = 6;

const share = (ways: readonly DrilledWay[], hoursOf: (way: DrilledWay) => number): string => {
  const all = ways.reduce((sum, { hours }) => sum + hours, 0);
  const part = ways.reduce((sum, way) => sum + hoursOf(way), 0);
  return all === 0 ? '' : part === 0 ? '0' : `${((100 * part) / all).toFixed(1)} %`;
};

const sum = (items: readonly { readonly hours: number }[]): number =>
  items.reduce((all, { hours }) => all + hours, 0);

function row({ drill, ways, counterExamples }: DrillResult, paint: Paint): readonly Cell[] {
  return [
    { text: cleanText(formatDrill(drill)) },
    { text: share(ways, ({ through }) => through) },
    { text: share(ways, ({ elsewhere }) => sum(elsewhere)) },
    { text: share(ways, ({ asked }) => sum(asked)) },
    { text: share(ways, ({ cutOff }) => sum(cutOff)), paint: paint.red },
    counterExamples.length === 0
      ? { text: '' }
      : { text: 'single point of failure', paint: paint.red },
  ];
}

const places = {
  queue: 'queue',
  number: 'the number at',
  voicemail: 'the voicemail at',
  callback: 'the callback at',
  task: 'the service at',
  hangup: 'the goodbye at',
  'beyond-script': 'the other script at',
} as const;

function placeText({ by, node, queue }: DrilledWay['destination']): string {
  return queue === undefined ? `${places[by]} "${node}"` : `queue ${queue}`;
}

function wayLine({ keys, language, destination, through, hours, ...rest }: DrilledWay): string {
  const pressing = keys.length === 0 ? 'without a key' : `pressing ${keys.join(' ')}`;
  const left = hours - through;
  const to = [
    ...rest.elsewhere.slice(0, 2).map((one) => placeText(one)),
    ...rest.asked.slice(0, 1).map(({ node }) => `a question at "${node}"`),
    ...rest.cutOff.slice(0, 2).map(({ reason, node }) => `${reason} at "${node}"`),
  ];
  const ends = to.length === 0 ? 'nowhere' : to.join(', ');
  return `${pressing} (${language}): ${placeText(destination)} is lost for ${grouped(Math.round(left))} of ${grouped(Math.round(hours))} hours; they come to ${ends}`;
}

function some(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostLines;
  return more > 0 ? [...lines.slice(0, mostLines), `… and ${plural(more, 'more line')}`] : lines;
}

/** What single failures do: a table, and below it who is led elsewhere and who is cut off. */
export function drillLines(drills: readonly DrillResult[], paint: Paint): readonly string[] {
  const points = drills.filter(({ counterExamples }) => counterExamples.length > 0);
  const head = ['failure', 'get through', 'elsewhere', 'asked again', 'cut off', ''].map(
    (text): Cell => ({ text, paint: paint.dim }),
  );
  const details = drills.flatMap(({ drill, ways, counterExamples }) => {
    const moved = ways.filter(({ hours, through }) => hours - through > 0);
    const lines = [
      ...counterExamples.map(({ message }) => paint.red(cleanText(message))),
      ...moved.map((way) => cleanText(wayLine(way))),
    ];
    return lines.length === 0
      ? []
      : ['', paint.bold(cleanText(formatDrill(drill))), ...some(lines).map((line) => `  ${line}`)];
  });
  const verdict =
    points.length === 0
      ? paint.green(`${plural(drills.length, 'failure')} tried: none cuts callers off.`)
      : paint.red(
          `${plural(drills.length, 'failure')} tried: ${points.length} cut${points.length === 1 ? 's' : ''} callers off.`,
        );
  return [
    '',
    verdict,
    '',
    ...tableLines([head, ...drills.map((one) => row(one, paint))], sides),
    ...details,
  ];
}
