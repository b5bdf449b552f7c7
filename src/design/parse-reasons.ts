import type { Finding, Severity } from '../source/finding.ts';
import { readTable, type Cell, type Row } from '../source/read-table.ts';
import { placeBetween, type Source } from '../source/source.ts';
import { syntaxFinding } from '../source/syntax-finding.ts';
import type { Language } from '../script/values.ts';
import { spokenKeys } from '../prompt/spoken-keys.ts';
import { isSameLanguage } from '../prompt/same-language.ts';
import { designLanguages, phrasesOf } from './design-phrases.ts';
import { optionText } from './option-text.ts';
import type { ReasonTable, ReasonTexts, WantedReason } from './wanted-reason.ts';

const columns = ['reason', 'label', 'volume', 'seconds', 'queue', 'group', 'language'] as const;
type Column = (typeof columns)[number];
const needed: readonly Column[] = ['reason', 'label', 'volume'];
/** What people also write above the column. */
const alsoCalled: Readonly<Record<string, Column>> = { calls: 'volume', count: 'volume' };

/** More reasons than this fit no menu that anybody would hear. */
const mostReasons = 1000;
const longestLabel = 200;
/** Each has a key of the language menu. */
const mostLanguages = 9;
/** Also as a percentage. */
const number = /^(?:\d{1,12}(?:\.\d{1,9})?|\.\d{1,9}|\d{1,3}(?:,\d{3}){1,4})\s?%?$/;
/** An option doesn't take ten minutes to say. */
const longestSeconds = 600;
const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** What reading a table of reasons gave: all of it, or what is wrong with it. */
export interface ReasonReading {
  readonly table: ReasonTable | undefined;
  readonly findings: readonly Finding[];
}

interface ReasonRow extends ReasonTexts {
  readonly reason: string;
  readonly queue: string | undefined;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  readonly row: Row;
}

interface Teller {
  readonly findings: Finding[];
  readonly tell: (at: Cell | Row, message: string, help: string) => void;
  /** Tells what doesn't stop the work. */
  readonly warn: (at: Cell | Row, message: string, help: string) => void;
}

function tellerFor(source: Source): Teller {
  const findings: Finding[] = [];
  const teller =
    (severity: Severity) =>
    (at: Cell | Row, message: string, help: string): void => {
      const finding = syntaxFinding(source, at, message, help);
      findings.push({ ...finding, severity, ruleId: 'invalid-value' });
    };
  return { findings, tell: teller('error'), warn: teller('warning') };
}

const hasErrors = ({ findings }: Teller): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** Which cell of a row holds which column. */
function headerOf(header: Row, { tell, warn }: Teller): ReadonlyMap<Column, number> {
  const positions = new Map<Column, number>();
  header.cells.forEach((cell, index) => {
    const name = cell.text.toLowerCase();
    const known = columns.find((column) => column === name);
    const column = known ?? (Object.hasOwn(alsoCalled, name) ? alsoCalled[name] : undefined);
    if (column === undefined) {
      const help = `The columns are ${columns.join(', ')}; the last four may be left out.`;
      warn(cell, `The column "${cell.text}" is not read.`, help);
    } else if (positions.has(column)) {
      tell(cell, `Two columns hold the ${column}.`, 'Remove one of them.');
    } else positions.set(column, index);
  });
  for (const column of needed) {
    if (positions.has(column)) continue;
    tell(header, `There is no column "${column}".`, `It needs ${needed.join(', ')}.`);
  }
  return positions;
}

/** A number of a cell; nothing, and a finding, where it is none. */
function numberOf(cell: Cell | undefined, what: string, { tell }: Teller): number | undefined {
  const text = cell?.text ?? '';
  if (cell === undefined || text === '') return undefined;
  if (number.test(text)) return Number(text.replace(/,|\s?%$/g, ''));
  tell(cell, `"${text}" is no ${what}.`, 'Write a number of 0 or more, like 1250 or 0.3.');
  return undefined;
}

function readRow(
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
    teller.tell(cells.language ?? row, `"${language}" is no language.`, 'Write a tag like en.');
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

/** The rows of one reason as one, in all languages of the table. */
function joinRows(
  rows: readonly ReasonRow[],
  languages: readonly Language[],
  source: Source,
  { tell }: Teller,
): WantedReason | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  if (Number.isNaN(first.calls)) {
    const help = 'Say how many call for it; 0 if nobody does.';
    tell(first.row, `Nothing tells how many call for "${first.reason}".`, help);
  }
  rows.forEach((row, index) => {
    const twin = rows.slice(0, index).find((one) => isSameLanguage(one.language, row.language));
    if (twin !== undefined)
      tell(row.row, `"${row.reason}" stands here twice in ${row.language}.`, 'Join the two rows.');
    if (row.queue !== undefined && first.queue !== undefined && row.queue !== first.queue)
      tell(
        row.cells.queue ?? row.row,
        `"${row.reason}" has two queues: ${first.queue} and ${row.queue}.`,
        'A reason leads to one queue, whatever its callers speak.',
      );
  });
  const texts = languages.flatMap((language): readonly ReasonTexts[] => {
    const row = rows.find((one) => isSameLanguage(one.language, language));
    if (row !== undefined)
      return [
        {
          ...{ language, label: row.label, group: row.group, seconds: row.seconds },
          calls: Number.isNaN(row.calls) ? 0 : row.calls,
        },
      ];
    const help = 'Add a row with its label, and with its calls if there are any.';
    tell(first.row, `"${first.reason}" has no label in ${language}.`, help);
    return [];
  });
  return {
    reason: first.reason,
    calls: texts.reduce((sum, { calls }) => sum + calls, 0),
    texts,
    queue: rows.find(({ queue }) => queue !== undefined)?.queue,
    group: first.group,
    at: placeBetween(source, first.row.start, first.row.end),
  };
}

/**
 * Reads a table of contact reasons: `reason,label,volume`, and if wanted `seconds`, `queue`, `group` and
 * `language`; a reason in several languages has a row for each. Rows without a language are in the given
 * one. Everything that is wrong is a finding at its place, and then there is no table.
 */
export function parseReasons(source: Source, language: Language = 'en'): ReasonReading {
  const {
    rows: [header, ...rows],
    findings,
  } = readTable(source);
  const teller = tellerFor(source);
  teller.findings.push(...findings);
  const nowhere = { start: 0, end: 0, cells: [] };
  if (header === undefined || rows.length === 0) {
    if (findings.length === 0)
      teller.tell(
        header ?? nowhere,
        'This table names no reasons.',
        `It needs ${needed.join(', ')}.`,
      );
    return { table: undefined, findings: teller.findings };
  }
  const positions = headerOf(header, teller);
  if (hasErrors(teller)) return { table: undefined, findings: teller.findings };
  const width = header.cells.length;
  const read = rows.flatMap((row) => readRow(row, positions, width, language, teller) ?? []);
  const byReason = new Map<string, ReasonRow[]>();
  for (const row of read) byReason.set(row.reason, [...(byReason.get(row.reason) ?? []), row]);
  if (byReason.size > mostReasons)
    teller.tell(
      header,
      `${byReason.size} reasons fit no menu.`,
      `Join some: ${mostReasons} can be.`,
    );
  if (hasErrors(teller)) return { table: undefined, findings: teller.findings };
  const callsIn = new Map<Language, number>();
  for (const { language: spoken, calls } of read) {
    const known = [...callsIn.keys()].find((one) => isSameLanguage(one, spoken)) ?? spoken;
    callsIn.set(known, (callsIn.get(known) ?? 0) + (Number.isNaN(calls) ? 0 : calls));
  }
  const languages = [...callsIn].sort(([, a], [, b]) => b - a).map(([name]) => name);
  if (languages.length > mostLanguages)
    teller.tell(header, `${languages.length} languages have too few keys.`, 'Give 9 at most.');
  const reasons = [...byReason.values()].flatMap(
    (same) => joinRows(same, languages, source, teller) ?? [],
  );
  const calls = reasons.reduce((sum, reason) => sum + reason.calls, 0);
  if (calls === 0 && !hasErrors(teller))
    teller.tell(header, 'Nobody calls for any of these.', 'Give the volumes of some.');
  const table = hasErrors(teller) ? undefined : { source, reasons, languages, calls };
  return { table, findings: teller.findings };
}
