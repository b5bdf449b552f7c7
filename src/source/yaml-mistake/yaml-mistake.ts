import type { YAMLError } from 'yaml';
import type { Mistake } from './mistake.ts';
import { wordsOf, wrongDash } from './misplaced-line.ts';
import { lineAt, restOfLine, spotAt } from './spot.ts';
import { toldByCode } from './told-by-code.ts';

/** What a merge of Git leaves in a file until somebody chooses. */
const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/m;

/** Says in plain words what the parser of YAML found first, where it is, and what to do. */
export function yamlMistake(
  text: string,
  error: Pick<YAMLError, 'code' | 'message' | 'pos'>,
): Mistake {
  const [start, end] = error.pos;
  const merge = conflict.exec(text);
  if (merge !== null)
    return {
      at: lineAt(text, merge.index),
      message: 'A merge was not finished here: the file holds both versions.',
      help: 'Keep one of them, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
    };
  const words = wordsOf(text, lineAt(text, start));
  const dash = words === undefined ? undefined : wrongDash(text, words);
  const mistake = dash ?? toldByCode[error.code](spotAt(text, { start, end }, error.message));
  const { at } = mistake;
  return {
    ...mistake,
    at: { start: at.start, end: Math.min(at.end, restOfLine(text, at.start).end) },
  };
}
