import { applyEdits, type TextEdit } from '../script/edit/text-edit.ts';
import { reorderItems } from '../script/edit/reorder-items.ts';
import { rewriteScalar } from '../script/edit/rewrite-scalar.ts';
import { scalarContext } from '../script/edit/scalar-context.ts';
import { parseScript, readTree } from '../script/parse-script.ts';
import type { Script } from '../script/script.ts';
import { IvrError } from '../source/ivr-error.ts';
import { isSameValue } from '../source/same-value.ts';
import { placeBetween, type Source } from '../source/source.ts';
import { fieldOf, treeAt, type Path, type ScalarTree, type Tree } from '../source/tree.ts';
import { applySuggestions, type Applicable } from './apply-suggestion.ts';
import type { TextChange } from './suggestion.ts';

function cannotEdit(source: Source, why: string, at?: Tree): IvrError {
  return new IvrError('cannot-edit', `The suggestion can't be written into this file: ${why}.`, {
    help: 'Make the change by hand, or write the options one to a line, without aliases, and try again.',
    ...(at === undefined ? {} : { place: placeBetween(source, at.start, at.end) }),
  });
}

function treeOf(source: Source): Tree {
  const { tree } = readTree(source);
  if (tree === undefined) throw cannotEdit(source, 'it is not valid YAML or JSON');
  return tree;
}

/** The scalar that holds a prompt's text: the prompt itself, its `text`, or the part for a language. */
function promptScalar(tree: Tree, { path, language }: TextChange): ScalarTree | undefined {
  const prompt = treeAt(tree, path);
  const isLong = fieldOf(prompt, 'recording') ?? fieldOf(prompt, 'unknown');
  const text = isLong === undefined ? prompt : fieldOf(prompt, 'text')?.value;
  const scalar = language === undefined ? text : fieldOf(text, language)?.value;
  return scalar?.kind === 'scalar' ? scalar : undefined;
}

function scalarEdits(source: Source, { node, change }: Applicable): readonly TextEdit[] {
  const tree = treeOf(source);
  const edits: TextEdit[] = [];
  const rewrite = (scalar: ScalarTree | undefined, path: Path, text: string, isKey: boolean) => {
    if (scalar === undefined) throw cannotEdit(source, 'a text to change is not where it was');
    const context = scalarContext(source, tree, path);
    const isDigit = (value: ScalarTree['value']) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9;
    const edit = rewriteScalar(source.text, scalar, text, context, (value) =>
      isKey && isDigit(value) ? String(value) === text : value === text,
    );
    if (edit === undefined) throw cannotEdit(source, 'this value is written unusually', scalar);
    edits.push(edit);
  };
  for (const text of change.texts) {
    rewrite(promptScalar(tree, text), text.path, text.after, false);
  }
  for (const { option, from, to } of change.moves) {
    if (from.key === to.key) continue;
    const path = ['nodes', node, 'options', option, 'key'];
    const key = treeAt(tree, path);
    rewrite(key?.kind === 'scalar' ? key : undefined, path, to.key, true);
  }
  return edits;
}

function orderEdits(source: Source, tree: Tree, { node, change }: Applicable): readonly TextEdit[] {
  const options = treeAt(tree, ['nodes', node, 'options']);
  const edits =
    options?.kind === 'list' ? reorderItems(source.text, options, change.order) : undefined;
  if (edits === undefined) {
    throw cannotEdit(source, `the options of "${node}" are written unusually`, options);
  }
  return edits;
}

function edited(source: Source, edits: readonly TextEdit[]): Source {
  const text = applyEdits(source.text, edits);
  if (text === undefined) throw cannotEdit(source, 'two changes meet in one place');
  return { ...source, text };
}

/**
 * The text of a native script with suggestions followed: comments, blank lines, quotes and line ends
 * stay as the author wrote them, options move with their comments. The result is read back and says
 * exactly what `applySuggestions` gives; where that can't be had, throws `cannot-edit`.
 */
export function applyToSource(source: Source, suggestions: readonly Applicable[]): Source {
  const script = parseScript(source).document?.script;
  if (script === undefined) throw cannotEdit(source, 'it is no script that can be read');
  const wanted: Script = applySuggestions(script, suggestions);
  const respoken = edited(
    source,
    suggestions.flatMap((suggestion) => scalarEdits(source, suggestion)),
  );
  const tree = treeOf(respoken);
  const result = edited(
    respoken,
    suggestions.flatMap((suggestion) => orderEdits(respoken, tree, suggestion)),
  );
  const reading = parseScript(result);
  if (reading.document === undefined || !isSameValue(reading.document.script, wanted)) {
    throw cannotEdit(source, 'the way it is written would make the result say something else');
  }
  return result;
}
