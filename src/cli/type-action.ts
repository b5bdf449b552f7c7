import type { PlannedAction, ScriptNode } from '../index.ts';
import type { KeySource } from './key-source.ts';
import type { Output } from './terminal.ts';

/** What a person wants: that the caller does something, to be told what can be done, or to leave. */
export type Wish = PlannedAction | 'help' | 'leave';

const isKey = (character: string): boolean => /^[0-9*#]$/.test(character);
const erase = '\b \b';

/** Asks for digits: shows a dot for each, forgets which they were. */
async function typeDigits(
  keys: KeySource,
  output: Output,
  { max = 40, end = '#' }: { readonly max?: number | undefined; readonly end?: string | undefined },
): Promise<Wish> {
  for (let digits = 0; digits < max;) {
    const typed = await keys.next();
    if (typed === 'leave') return 'leave';
    if (typed === 'backspace') {
      if (digits > 0) output.write(erase);
      digits = Math.max(0, digits - 1);
    } else if (typed === 'enter' || typed.character === end) {
      return digits === 0 && typed === 'enter' ? { do: 'silence' } : { do: 'enter', digits };
    } else if (isKey(typed.character)) {
      digits += 1;
      output.write('•');
    } else if (digits === 0 && typed.character === '?') return 'help';
    else if (digits === 0 && typed.character === 'h') return { do: 'hangup' };
  }
  return { do: 'enter', digits: max };
}

/** What a line of a menu means once it is over. */
function lineMeans(line: string): Wish {
  if (line === '') return { do: 'silence' };
  if (line === 'h') return { do: 'hangup' };
  return /^[0-9*#]+$/.test(line) ? { do: 'press', key: line } : { do: 'speak', intent: line };
}

/** Asks for a key at a menu, or for words where it listens to speech. */
async function typeChoice(
  keys: KeySource,
  output: Output,
  options: readonly { readonly key?: string | undefined; readonly intent?: string | undefined }[],
): Promise<Wish> {
  const listens = options.some(({ intent }) => intent !== undefined);
  const goesOn = (line: string) =>
    options.some(({ key }) => key?.startsWith(line) === true && key.length > line.length);
  for (let line = ''; ;) {
    const typed = await keys.next();
    if (typed === 'leave') return 'leave';
    if (typed === 'enter') return lineMeans(line.trim());
    if (typed === 'backspace') {
      if (line !== '') output.write(erase);
      line = line.replace(/.$/su, '');
      continue;
    }
    const { character } = typed;
    if (line === '' && character === '?') return 'help';
    if (line === '' && character === 'h' && !listens) return { do: 'hangup' };
    const isWord = listens && !/^[0-9*#]/.test(line) && !isKey(character);
    if (!isWord && !isKey(character)) continue;
    // A hash ends what is typed, as it does on many systems, unless an option has it.
    const isEnd =
      character === '#' && line !== '' && !options.some(({ key }) => key === `${line}#`);
    if (isEnd) return lineMeans(line.trim());
    output.write(character);
    line += character;
    if (/^[0-9*#]+$/.test(line) && !goesOn(line)) return { do: 'press', key: line };
  }
}

/** Lets a person at a terminal do what a caller can do at a node that asks. */
export function typeAction(node: ScriptNode, keys: KeySource, output: Output): Promise<Wish> {
  if (node.kind === 'collect') return typeDigits(keys, output, node.digits ?? {});
  return typeChoice(keys, output, node.kind === 'menu' ? node.options : []);
}
