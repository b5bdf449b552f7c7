import { placeBetween, type Source } from '../source/source.ts';
import type { Language } from '../script/values.ts';
import { isSameLanguage } from '../prompt/same-language.ts';
import type { ReasonTexts, WantedReason } from './wanted-reason.ts';
import type { ReasonRow } from './read-reason-row.ts';
import type { Teller } from './reason-teller.ts';

/** The rows of one reason as one, in all languages of the table. */
export function joinRows(
  rows: readonly ReasonRow[],
  languages: readonly Language[],
  source: Source,
  { tell }: Teller,
): WantedReason | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  if (Number.isNaN(first.calls)) {
    const help = 'Say how many call for it; 0 if nobody does.';
    tell(first.row, `Nothing says how many call for "${first.reason}".`, help);
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
