import { beyondLimit } from './beyond-limit.ts';
import { didYouMean } from './nearest-name.ts';
import { choicesOf, expectedIn, isWorded, type SchemaIssue } from './schema-issue.ts';
import type { KnownFields } from './schema-findings.ts';
import type { Path, Tree } from './tree.ts';
import { wrongKind } from './wrong-kind.ts';

/** What is wrong, and the way out. */
interface Words {
  readonly message: string;
  readonly help: string;
}

/** More fields than this are no help to choose from. */
const mostNamed = 15;

/** The beginning of each sentence here. */
const named = (path: Path): string => {
  const last = path.at(-1);
  return last === undefined
    ? 'The document'
    : typeof last === 'number'
      ? `Item ${last + 1}`
      : `"${last}"`;
};

/** A value that isn't among those that could stand here. */
function notAmong(name: string, written: string | undefined, choices: readonly string[]): Words {
  if (written !== undefined && choices.includes(written))
    return {
      message: `${name} can't be the text "${written}" here.`,
      help: `Write it without quotes: ${written}.`,
    };
  const value = written === undefined ? 'this' : `"${written}"`;
  const hint = written === undefined ? '' : didYouMean(written, choices);
  return {
    message: `${name} can't be ${value} here.${hint}`,
    help: `Use one of: ${choices.join(', ')}.`,
  };
}

/** Says what is wrong with a value that is there, and is not what a schema wants. */
export function wrongValue(
  issue: SchemaIssue,
  path: Path,
  value: Tree | undefined,
  knownFields: KnownFields,
): Words {
  const name = named(path);
  const choices = choicesOf(issue).map(String);
  const written = value?.kind === 'scalar' ? String(value.value) : undefined;
  if (choices.length > 0) return notAmong(name, written, choices);
  const expected = isWorded(issue) ? [] : expectedIn(issue);
  const wrong =
    value === undefined
      ? undefined
      : (beyondLimit(name, issue) ?? wrongKind(name, expected, value));
  if (wrong === undefined)
    return {
      message: `${name} can't be ${isWorded(issue) ? `read: ${issue.message}` : 'this here'}.`,
      help: 'Correct the value here.',
    };
  const isMap = expected.every((kind) => kind === 'object');
  const fields = isMap ? [...new Set(knownFields(path, undefined))] : [];
  const isShort = fields.length > 0 && fields.length <= mostNamed;
  return {
    message: wrong.message,
    help: isShort ? `${wrong.help} It can have: ${fields.join(', ')}.` : wrong.help,
  };
}
