import { editInTurn } from '../script/edit/edit-in-turn.ts';
import { parseScript } from '../script/parse-script.ts';
import type { Script } from '../script/script.ts';
import { IvrError } from '../source/ivr-error.ts';
import { isSameValue } from '../source/same-value.ts';
import type { Place, Source } from '../source/source.ts';
import type { TreeStep } from '../source/tree-edit.ts';
import { applySuggestions, type Applicable } from './apply-suggestion.ts';
import { writtenSteps } from './written-edits.ts';

function cannotEdit(why: string, place?: Place): IvrError {
  return new IvrError('cannot-edit', `The suggestion can't be written into this file: ${why}.`, {
    help: 'Make the change by hand, or write the options one to a line, without aliases, and try again.',
    ...(place === undefined ? {} : { place }),
  });
}

const unwritable: Readonly<Record<TreeStep['edit'], string>> = {
  set: 'a value to change is written in an unusual way',
  insert: 'the way this is written, no field can be added here',
  'insert-behind': 'the way this is written, no node can be added here',
  'insert-item': 'the way this is written, no option can be added here',
  'move-item': 'an option would lose a comment when it moves, or is written in an unusual way',
  remove: 'the way this is written, it cannot be removed alone',
  reorder: 'these options are written in an unusual way',
};

/**
 * The text of a native script with suggestions followed: comments, blank lines, quotes and line ends
 * stay as the author wrote them, options move with their comments. The result is read back and says
 * exactly what `applySuggestions` gives; where that can't be had, throws `cannot-edit`.
 */
export function applyToSource(source: Source, suggestions: readonly Applicable[]): Source {
  const script = parseScript(source).document?.script;
  if (script === undefined) throw cannotEdit('it is not a script that can be read');
  const wanted: Script = applySuggestions(script, suggestions);
  const edits = suggestions.flatMap(({ change }) => change.edits);
  const result = editInTurn(
    source,
    edits.map((edit) => (tree) => writtenSteps(tree, edit)),
  );
  if ('failed' in result) throw cannotEdit(unwritable[result.failed], result.at);
  const reading = parseScript(result.source);
  if (reading.document === undefined || !isSameValue(reading.document.script, wanted)) {
    throw cannotEdit('because of the way it is written, the result would mean something else');
  }
  return result.source;
}
