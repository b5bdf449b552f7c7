import type { Said } from '../said.ts';
import { allElements, valueIn } from '../../source/xml-tree.ts';
import type { Library } from './library.ts';
import type { Located } from '../xml-document.ts';

/** Several files behind each other, as FreeSWITCH writes them itself. */
const joined = (files: readonly string[]): string =>
  files.length === 1 ? (files[0] ?? '') : `file_string://${files.join('!')}`;

/** Values that FreeSWITCH fills in while a call runs; `$${x}` is filled in when it starts. */
const isComputed = (text: string): boolean => /(?<!\$)\$\{/.test(text);

/** What a macro says. Only the first input counts: which one a call takes, hangs on its data. */
function macroPrompt({ element }: Located, name: string): Said {
  const match = allElements(element).find(({ local }) => local === 'match');
  const actions = match === undefined ? [] : allElements(match);
  const files: string[] = [];
  const words: string[] = [];
  let isPartial = actions.filter(({ local }) => local === 'match').length > 1;
  for (const action of actions) {
    if (action.local !== 'action') continue;
    const data = valueIn(action, 'data') ?? '';
    const does = valueIn(action, 'function');
    if (does === 'play-file' && !isComputed(data)) files.push(data);
    else if (does === 'speak-text' && !isComputed(data)) words.push(data);
    else if (does !== 'execute' || !/^(sleep|break)\(/.test(data)) isPartial = true;
  }
  const text = words.join(' ');
  if (!isPartial && words.length === 0 && files.length > 0) return { recording: joined(files) };
  if (!isPartial && words.length > 0 && files.length === 0) return { text };
  return { unknown: `phrase:${name}`, ...(text === '' ? {} : { text }) };
}

/**
 * What callers hear of a sound: a file, `phrase:macro:data` with the words or files of the macro,
 * `say:text`, or several joined; `unknown` where a call computes it or the macro isn't there,
 * nothing where it is silence, or no sound is named.
 */
export function readSound(sound: string, library: Library): Said | undefined {
  if (sound.startsWith('phrase:')) {
    const [name = ''] = sound.slice('phrase:'.length).split(/[:,]/);
    const macro = library.macro(name.trim());
    return macro === undefined ? { unknown: sound } : macroPrompt(macro, name.trim());
  }
  if (isComputed(sound)) return { unknown: sound };
  if (sound.startsWith('say:')) {
    const text = sound.slice('say:'.length).trim();
    const words = text.replace(/^[a-z_]+:[\w-]+:/, '').trim();
    return words === '' ? undefined : { text: words };
  }
  return /^\s*$|^silence(?:_stream:|$)/.test(sound) ? undefined : { recording: sound };
}
