import type { Cell, Row } from '../source/read-table.ts';
import type { Language } from '../script/values.ts';
import { spokenKeys } from '../prompt/spoken-keys.ts';
import { designLanguages, phrasesOf } from './design-phrases.ts';
import { optionText } from './option-text.ts';
import type { ReasonTexts } from './wanted-reason.ts';
import type { Column } from './reason-columns.ts';
import type { Teller } from './reason-teller.ts';

const longestLabel = 200;

/** Also as a percentage. */
const number = /^(?:\d{1,12}(?:\.\d{1,9})?|\.\d{1,9}|\d{1,3}(?:,\d{3}){1,4})\s?%?$/;

/** An option doesn't take ten minutes to say. */
const longestSeconds = 600;

const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** A row that can be used, with its cells for what is found later. */
export interface ReasonRow extends ReasonTexts {
  readonly reason: string;
  readonly queue: string | undefined;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  readonly row: Row;
}

/** A number of a cell; nothing, and a finding, where it is none. */
function numberOf(cell: Cell | undefined, what: string, { tell }: Teller): number | undefined {
  const text = cell?.text ?? '';
  if (cell === undefined || text === '') return undefined;
  if (number.test(text)) return Number(text.replace(/,|\s?%$/g, ''));
  tell(cell, `"${text}" is not a ${what}.`, 'Write a number of 0 or more, like 1250 or 0.3.');
  return undefined;
}

/** Reads a row of a table of reasons; nothing, and findings, where it is not one. */
export function readRow(
  row: Row,
  positions: ReadonlyMap<Column, number>,
  width: number,
  usual: Language,
  teller: Teller,
): ReasonRow | undefined {
  const before = teller.findings.length;
  if (row.cells.length > width) {
    const help = 'Put quotes around a text that holds the delimiter.';
    teller.tell(row, 'This row has more fields than the header.', help);
    return undefined;
  }
  const cells: Partial<Record<Column, Cell>> = {};
  for (const [column, index] of positions) {
    const cell = row.cells[index];
    if (cell !== undefined) cells[column] = cell;
  }
  const text = (column: Column) => cells[column]?.text ?? '';
  const reason = text('reason');
  const label = text('label').replace(/\s+/g, ' ');
  const language = text('language') || usual;
  if (reason === '') teller.tell(row, 'This row names no reason.', 'Give it a short name.');
  if (label === '')
    teller.tell(row, 'This row has no label.', 'Write what callers are to hear: "For …, press 1."');
  if (label.length > longestLabel || reason.length > longestLabel)
    teller.tell(row, `A text is longer than ${longestLabel} signs.`, 'Callers keep short labels.');
  const calls = numberOf(cells.volume, 'number of calls', teller);
  const seconds = numberOf(cells.seconds, 'number of seconds', teller);
  if (seconds !== undefined && !(seconds > 0 && seconds <= longestSeconds))
    teller.tell(cells.seconds ?? row, 'No option takes so long to say.', 'Give it in seconds.');
  if (!languageTag.test(language))
    teller.tell(cells.language ?? row, `"${language}" is not a language.`, 'Write a tag like en.');
  else if (phrasesOf(language) === undefined) {
    const help = `Menus can be written in ${designLanguages.join(', ')}.`;
    teller.tell(cells.language ?? row, `What menus say in "${language}" isn't known here.`, help);
  } else if (label !== '' && !namesOneKey(label, language))
    teller.tell(
      cells.label ?? row,
      `With this label an option would seem to name another key: "${label}".`,
      'Write what the option is for, without its key.',
    );
  if (teller.findings.length > before) return undefined;
  const [queue, group] = [text('queue') || undefined, text('group') || undefined];
  return { reason, label, language, calls: calls ?? NaN, seconds, queue, group, cells, row };
}

/** True where the finished option names its own key and no other. */
function namesOneKey(label: string, language: Language): boolean {
  const text = optionText(language, label, '8') ?? '';
  return spokenKeys(text, language).keys.every(({ key }) => key === '8');
}
