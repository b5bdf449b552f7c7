import type { Finding } from '../source/finding.ts';
import { plural } from '../source/plural.ts';
import { readTable } from '../source/read-table.ts';
import type { Source } from '../source/source.ts';
import type { Language } from '../script/values.ts';
import { isSameLanguage } from '../prompt/same-language.ts';
import type { ReasonTable } from './wanted-reason.ts';
import { hasErrors, tellerFor } from './reason-teller.ts';
import { headerOf, needed } from './reason-columns.ts';
import { readRow, type ReasonRow } from './read-reason-row.ts';
import { joinRows } from './join-reason-rows.ts';

/** More reasons than this fit no menu that anybody would hear. */
const mostReasons = 1000;

/** Each has a key of the language menu. */
const mostLanguages = 9;

/** What reading a table of reasons gave: all of it, or what is wrong with it. */
export interface ReasonReading {
  readonly table: ReasonTable | undefined;
  readonly findings: readonly Finding[];
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
      `${plural(byReason.size, 'reason')} fit no menu.`,
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
