import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';
import { didYouMean } from '../source/nearest-name.ts';
import type { PlannedAction } from './follow-call.ts';

const words = ['silence', 'wrong', 'hangup'] as const;
const help =
  'Write keys and words with commas between: 2,1 or silence, wrong, hangup, digits:8, say:balance.';

function actionOf(written: string): PlannedAction {
  const word = words.find((one) => one === written);
  if (word !== undefined) return { do: word };
  if (/^[0-9*#]{1,40}$/.test(written)) return { do: 'press', key: written };
  const digits = /^digits:(\d{1,2})$/.exec(written)?.[1];
  if (digits !== undefined) return { do: 'enter', digits: Number(digits) };
  if (written.startsWith('say:') && written.length > 4)
    return { do: 'speak', intent: written.slice(4) };
  const hint = didYouMean(written, [...words, 'digits:8', 'say:']);
  throw new IvrError(
    'usage',
    `"${printable(written)}" is not something that a caller does.${hint}`,
    {
      help,
    },
  );
}

/**
 * Reads what a caller does, as it is written on a command line: `2,1`, `silence`, `wrong`, `hangup`,
 * `digits:8` (how many, never which), `say:balance`. Throws an IvrError `usage`.
 */
export function parseKeys(text: string): readonly PlannedAction[] {
  if (text.trim() === '') return [];
  return text.split(',').map((written) => actionOf(written.trim()));
}

/** Reads the same as lines, each with one or several; blank lines say nothing. Throws an IvrError `usage`. */
export function parseKeyLines(text: string): readonly PlannedAction[] {
  return text.split(/\r\n|\n|\r/).flatMap(parseKeys);
}

function written(action: PlannedAction): string | undefined {
  switch (action.do) {
    case 'press':
      return action.key;
    case 'speak':
      return /,|^\s|\s$|^$/.test(action.intent) ? undefined : `say:${action.intent}`;
    case 'enter':
      return action.digits <= 99 ? `digits:${action.digits}` : undefined;
    case 'silence':
    case 'wrong':
    case 'hangup':
      return action.do;
    case 'next':
    case 'succeed':
    case 'fail':
    case 'answer':
    case 'overflow':
    case 'closed':
    case 'full':
    case 'abandon':
    case 'error':
    case 'exit':
      return undefined;
  }
}

/** Writes what a caller did so that `parseKeys` reads it again; nothing where that can't be. */
export function formatKeys(actions: readonly PlannedAction[]): string | undefined {
  const words = actions.map(written);
  return words.includes(undefined) ? undefined : words.join(',');
}
