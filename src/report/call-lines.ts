import { graphemesOf } from '../diagram/graphemes.ts';
import { withoutMarkup } from '../prompt/without-markup.ts';
import { printable } from '../source/code-frame.ts';
import type { FollowedStep, HeardLine, Met, ToldAction } from '../walk/followed-call.ts';
import { displayWidth } from './display-width.ts';
import { plural } from '../source/plural.ts';

/** Room for the words of a prompt on the narrowest terminal. */
const leastColumns = 16;

/** The beginning of a text that fits into so many columns, with `…` behind it where it is cut. */
export function clipped(text: string, columns: number): string {
  const most = Math.max(columns, leastColumns);
  if (displayWidth(text) <= most) return text;
  let shown = '';
  let width = 1;
  for (const sign of graphemesOf(text)) {
    width += displayWidth(sign);
    if (width > most) break;
    shown += sign;
  }
  return `${shown.trimEnd()}…`;
}

/** A text in lines of so many columns; words that are longer, and writing without spaces, are cut. */
export function wrapped(text: string, columns: number): readonly string[] {
  const most = Math.max(columns, leastColumns);
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const breakLine = () => {
    lines.push(line.trimEnd());
    line = '';
    width = 0;
  };
  for (const word of text.split(/(?<= )/)) {
    if (width > 0 && width + displayWidth(word.trimEnd()) > most) breakLine();
    for (const sign of graphemesOf(word)) {
      const own = displayWidth(sign);
      if (width + own > most && sign !== ' ') breakLine();
      line += sign;
      width += own;
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** How texts that are too long for the terminal are shown. */
export type Fit = 'clip' | 'wrap';

const cleanWords = (text: string): string =>
  printable(withoutMarkup(text).text.replace(/\s+/g, ' ').trim());

/** What was said, for people: the words in quotes, or the recording by its name. */
function said({ text, recording }: HeardLine): string {
  if (text !== undefined && cleanWords(text) !== '') return `"${cleanWords(text)}"`;
  if (recording !== undefined) return `[recording ${cleanWords(recording)}]`;
  return '[a prompt whose words are not known]';
}

/** The prompts that were heard; options with their keys before them. */
export function heardText(
  heard: readonly HeardLine[],
  {
    columns,
    indent,
    fit,
  }: { readonly columns: number; readonly indent: string; readonly fit: Fit },
): readonly string[] {
  const keys = heard.flatMap(({ role, key }) =>
    role === 'option' && key !== undefined ? [key] : [],
  );
  const widest = Math.min(12, Math.max(0, ...keys.map((key) => displayWidth(printable(key)))));
  return heard.flatMap((line) => {
    const key = line.role === 'option' ? clipped(printable(line.key ?? ''), 12) : '';
    const label = line.role === 'option' ? `${key.padEnd(widest)}  ` : '';
    const room = columns - indent.length - displayWidth(label) - (line.whole ? 0 : 6);
    const shown = fit === 'clip' ? [clipped(said(line), room)] : wrapped(said(line), room);
    return shown.map((text, index) => {
      const cut = !line.whole && index === shown.length - 1 ? ' (cut)' : '';
      return indent + (index === 0 ? label : ' '.repeat(label.length)) + text + cut;
    });
  });
}

const states: Readonly<Record<string, string>> = {
  full: 'takes no more callers',
  nobody: 'is open, and nobody works there now',
  'no-language': 'is open, and nobody who works there speaks the language',
  'no-skill': 'is open, and nobody who works there can help',
  missing: 'is not in the directory',
  fails: 'is not reached',
  holiday: 'is closed for a holiday',
  emergency: 'has its emergency switch on',
};

/** What the call met, in words: `office is closed`, `the language is el`. */
export function metText({ what, name, is }: Met): string {
  const known = name === undefined ? `a ${what} that is not known` : printable(name);
  switch (what) {
    case 'calendar':
    case 'queue':
    case 'number': {
      if (is === undefined) return `${known} is assumed to be open`;
      const state = Object.hasOwn(states, is) ? states[is] : undefined;
      return `${known} ${state ?? `is ${printable(is)}`}`;
    }
    case 'emergency':
      return `the emergency switch of ${known} is ${is ?? 'off'}`;
    case 'language':
      return `the language is ${printable(is ?? '')}`;
    case 'loop':
      return is === 'again' ? 'once more' : 'often enough';
    case 'share':
      return 'one of several paths is chosen at random';
    case 'attribute':
    case 'result':
      return is === undefined ? `${known} is not known` : `${known} is "${printable(is)}"`;
  }
}

const deeds = {
  silence: 'said nothing',
  hangup: 'hung up',
  next: '',
  succeed: 'done',
  fail: 'failed',
  answer: 'answered',
  overflow: 'waited, and is sent on',
  closed: 'is sent on because it is closed',
  full: 'is sent on because it is full',
  abandon: 'gave up waiting',
  error: 'the system failed',
  exit: '',
} as const satisfies Readonly<
  Record<Exclude<ToldAction['do'], 'press' | 'speak' | 'enter'>, string>
>;

/** What was done, in words; empty where the call only went on. */
export function actionText(action: ToldAction, kind: FollowedStep['kind']): string {
  switch (action.do) {
    case 'press':
      return `pressed ${action.key}`;
    case 'speak':
      return action.intent === '' ? 'said something else' : `said "${printable(action.intent)}"`;
    case 'enter':
      return `entered ${plural(action.digits, kind === 'collect' ? 'digit' : 'key')}`;
    case 'next':
      return kind === 'voicemail' ? 'left a message' : '';
    case 'succeed':
      if (kind === 'transfer') return 'put through';
      return kind === 'callback' ? 'a callback is booked' : 'done';
    case 'fail':
      return kind === 'transfer' ? 'not put through' : 'failed';
    case 'silence':
    case 'hangup':
    case 'answer':
    case 'overflow':
    case 'closed':
    case 'full':
    case 'abandon':
    case 'error':
    case 'exit':
      return deeds[action.do];
  }
}
