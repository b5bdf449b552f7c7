import type { ListedPrompt } from '../print/prompt-list.ts';
import { csvCell } from './csv-cell.ts';

const head = ['id', 'language', 'text', 'seconds', 'basis', 'recording', 'used'];

/** The prompts to record as CSV, safe to open in a spreadsheet. */
export function promptsToCsv(prompts: readonly ListedPrompt[]): string {
  const rows = prompts.map(({ id, language, text, seconds, basis, recordings, used }) => [
    id,
    language,
    text,
    basis === 'unknown' ? undefined : Math.round(seconds * 10) / 10,
    basis,
    recordings.join('; '),
    used.join('; '),
  ]);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}
