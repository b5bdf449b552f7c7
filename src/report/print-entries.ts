import type { PrintedError, PrintedWay, Reference, Said, Spoken } from '../print/printout.ts';
import type { Entry, Piece, SaidLine } from './print-block.ts';

/** Seconds to a tenth, as a caller could count them. */
export const secondsText = (seconds: number): string => `${seconds.toFixed(1)} s`;

function saidLine(
  { language, tongue, text, recording, seconds, basis }: Spoken,
  by?: number,
): SaidLine {
  const time = basis === 'unknown' ? '? s' : secondsText(seconds);
  const until = by === undefined ? '' : `, by ${secondsText(by)}`;
  const words = text ?? (recording === undefined ? 'not known' : `recording ${recording}`);
  return {
    language,
    tongue,
    text: words,
    isQuote: text !== undefined && text !== '',
    time: `${time}${until}`,
  };
}

/** What is said, a line for each language; `by` is when each has been said. */
export const saidLines = (
  said: Said | undefined,
  by: readonly (number | undefined)[] = [],
): readonly SaidLine[] => (said ?? []).map((spoken, index) => saidLine(spoken, by[index]));

/** Where a way leads. */
export function leadsTo(leads: Reference): readonly Piece[] {
  switch (leads.to) {
    case 'section': {
      const name = `${leads.number} ${leads.name}`;
      return [
        { text: leads.isEarlier ? 'see ' : '→ ' },
        { text: name, link: String(leads.number) },
      ];
    }
    case 'again':
      return [{ text: 'the same again' }];
    case 'back':
      return [{ text: 'back to the menu before' }];
    case 'nowhere':
      return [{ text: 'nowhere: the call is cut off', look: 'strong' }];
    case 'missing':
      return [{ text: `nowhere: there is no ${leads.name}`, look: 'strong' }];
  }
}

/** A way out of a section. */
export function wayEntry({ number, key, label, says, saidBy, leads }: PrintedWay): Entry {
  const press = key === undefined ? label : `press ${key}`;
  const name: readonly Piece[] =
    key === undefined || label === '' ? [] : [{ text: ` ${label}`, look: 'quiet' }];
  // Where a menu says its options in one text, only the second tells them apart.
  const times =
    says === undefined ? saidBy.flatMap((by) => (by === undefined ? [] : [secondsText(by)])) : [];
  return {
    head: [
      { text: `${number} `, look: 'quiet' },
      { text: press, look: 'strong' },
      ...name,
      ...(times.length === 0 ? [] : [{ text: ` by ${times.join(', ')}`, look: 'quiet' } as const]),
    ],
    said: saidLines(says, saidBy),
    leads: leadsTo(leads),
  };
}

/** Links to sections, with commas between. */
export const joined = (numbers: readonly (number | string)[]): readonly Piece[] =>
  numbers.flatMap((number, index): readonly Piece[] => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    { text: String(number), link: String(number) },
  ]);

const triggerWords = {
  noInput: 'Callers stay silent',
  noMatch: 'Callers enter what isn’t known',
  failure: 'It fails',
  closed: 'It is closed',
  overflow: 'The wait is too long',
  error: 'The system fails',
} as const satisfies Record<PrintedError['trigger'], string>;

/** What happens when something goes wrong, told once for all sections that do the same. */
export function errorEntry({ number, trigger, sections, facts, says, leads }: PrintedError): Entry {
  const more = facts.length === 0 ? '' : ` ${facts.join(' ')}`;
  return {
    head: [
      { text: `${number} `, look: 'quiet' },
      { text: triggerWords[trigger], look: 'strong' },
      { text: ` in ` },
      ...joined(sections),
      { text: `.${more}` },
    ],
    said: saidLines(says),
    leads: leadsTo(leads),
  };
}
