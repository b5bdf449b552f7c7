import { blanksFix } from './blanks-fix.ts';
import type { Finding, FindingData } from './finding.ts';
import { didYouMean, nearestName } from './nearest-name.ts';
import type { Source } from './source.ts';
import { beyondLimit } from './beyond-limit.ts';
import { wrongKind } from './wrong-kind.ts';
import { placesOf, treeAt, type Path, type Places, type Tree } from './tree.ts';

/** The part of a schema library's issue that a finding is made from. */
export interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly SchemaIssue[])[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly note?: string;
  readonly options?: readonly unknown[];
}

/** The names of the fields that could stand where an unknown one does. */
export type KnownFields = (path: Path, value: Tree | undefined) => readonly string[];

interface Located {
  readonly source: Source;
  readonly tree: Tree;
  readonly places: Places;
  readonly knownFields: KnownFields;
}

const named = (path: Path): string => {
  const last = path.at(-1);
  return last === undefined
    ? 'the document'
    : typeof last === 'number'
      ? `item ${last + 1}`
      : `"${last}"`;
};

function finding(
  { places }: Located,
  ruleId: string,
  path: Path,
  aim: 'key' | 'value',
  message: string,
  help: string,
  data: FindingData = {},
): Finding {
  const at = places.at(path, aim);
  return {
    ruleId,
    severity: 'error',
    message,
    data,
    subject: path.join('/'),
    at,
    related: [],
    help,
  };
}

function unknownField(document: Located, path: Path, field: string): Finding {
  const known = document.knownFields(path, treeAt(document.tree, path));
  const [, joined, value] = /^([\w$-]+):(\S.*)$/s.exec(field) ?? [];
  const isJoined = joined !== undefined && known.includes(joined);
  const hint = isJoined ? ` Did you mean "${joined}: ${value ?? ''}"?` : didYouMean(field, known);
  const meant = isJoined ? undefined : nearestName(field, known);
  const fields = known.length > 0 ? ` It can have: ${known.join(', ')}.` : '';
  return finding(
    document,
    'unknown-field',
    [...path, field],
    'key',
    `The field "${field}" means nothing here, so what it says would be lost.${hint}`,
    isJoined
      ? `Put a space after the colon: ${joined}: ${value ?? ''}.`
      : `Correct its name, or remove it.${fields}`,
    meant === undefined ? { field } : { field, meant },
  );
}

function missingField(document: Located, path: Path, choices: readonly string[] = []): Finding {
  const field = String(path.at(-1));
  const among = choices.length > 0 ? `: ${choices.join(', ')}` : '';
  return finding(
    document,
    'missing-field',
    path,
    'value',
    `The field "${field}" is missing here.`,
    `Add "${field}"${among}.`,
    { field },
  );
}

/** The values that could stand here, also those of a union that takes one of them or a list or map. */
function choicesOf({ values, options, errors = [] }: SchemaIssue): readonly unknown[] {
  if (values !== undefined || options !== undefined) return values ?? options ?? [];
  return errors.flatMap(([only, another]) =>
    only === undefined || another !== undefined || only.path.length > 0 ? [] : choicesOf(only),
  );
}

/** More fields than this are no help to choose from. */
const mostNamed = 15;

/** True for an issue that our schemas put into words; what the library says speaks of its own types. */
const isWorded = ({ message }: SchemaIssue): boolean =>
  !/^(?:Invalid input|Too (?:small|big): expected)/.test(message);

/** The kinds of values that an issue expects: of a union, those that all of its branches ask for. */
function expectedIn({ code, expected, errors = [] }: SchemaIssue): readonly string[] {
  if (code === 'invalid_type') return expected === undefined ? [] : [expected];
  if (code !== 'invalid_union') return [];
  const kinds = errors.map(([only]) => (only?.path.length === 0 ? expectedIn(only) : []));
  return kinds.some((kind) => kind.length === 0) ? [] : kinds.flat();
}

function fromIssue(document: Located, issue: SchemaIssue): readonly Finding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const value = treeAt(document.tree, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((field) => unknownField(document, path, field));
    case 'invalid_key': {
      const name = String(path.at(-1));
      const why = issue.message === 'Invalid key in record' ? '' : `: ${issue.message}`;
      const rule = 'use lower-case letters, digits and hyphens, a letter first';
      return [
        finding(
          document,
          'invalid-name',
          path,
          'key',
          `"${name}" can't be a name here${why || `: ${rule}`}.`,
          'Give it another name.',
          { name },
        ),
      ];
    }
    case 'invalid_union': {
      // A union whose branches fail at different depths: the branch that got furthest tells the cause.
      const branches = (issue.errors ?? []).map((branch) =>
        branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
      );
      const deepest = branches
        .filter((branch) =>
          branch.some(
            (inner) => inner.path.length > path.length || inner.code === 'unrecognized_keys',
          ),
        )
        .sort((a, b) => a.length - b.length)[0];
      if (deepest !== undefined && value !== undefined && value.kind !== 'scalar') {
        return deepest.flatMap((inner) => fromIssue(document, inner));
      }
      if (value === undefined) return [missingField(document, path)];
      break;
    }
    case 'invalid_type':
      if (value === undefined) return [missingField(document, path)];
      break;
    default:
  }
  const written = value?.kind === 'scalar' ? String(value.value) : undefined;
  const choices = choicesOf(issue).map(String);
  const hint = written === undefined ? '' : didYouMean(written, choices);
  if (value === undefined && choices.length > 0) return [missingField(document, path, choices)];
  const expected = isWorded(issue) ? [] : expectedIn(issue);
  const wrong =
    value === undefined
      ? undefined
      : (beyondLimit(named(path), issue) ?? wrongKind(named(path), expected, value));
  const isQuoted = written !== undefined && choices.includes(written);
  const message =
    choices.length > 0
      ? `${named(path)} can't be ${written === undefined ? 'this' : isQuoted ? `the text "${written}"` : `"${written}"`} here.${isQuoted ? '' : hint}`
      : (wrong?.message ??
        `${named(path)} can't be ${isWorded(issue) ? `read: ${issue.message}` : 'this here'}.`);
  const isMap = wrong !== undefined && expected.every((kind) => kind === 'object');
  const known = isMap ? [...new Set(document.knownFields(path, undefined))] : [];
  const isShort = known.length > 0 && known.length <= mostNamed;
  const fields = isShort ? ` It can have: ${known.join(', ')}.` : '';
  const help = isQuoted
    ? `Write it without quotes: ${written}.`
    : choices.length > 0
      ? `Use one of: ${choices.join(', ')}.`
      : `${wrong?.help ?? 'Correct the value here.'}${fields}`;
  const fix = blanksFix(value, path);
  const data = written === undefined ? {} : { value: written };
  const found = finding(document, 'invalid-value', path, 'value', message, help, data);
  return [fix === undefined ? found : { ...found, fix }];
}

/**
 * Leaves out that a field is missing where an unknown one beside it is that field, misspelt, and what
 * several branches of a union say of one value.
 */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const beside = (subject: string, field: unknown) =>
    [...subject.split('/').slice(0, -1), String(field)].join('/');
  const meant = new Set(
    findings
      .filter(({ ruleId, data }) => ruleId === 'unknown-field' && data['meant'] !== undefined)
      .map(({ subject, data }) => beside(subject, data['meant'])),
  );
  const told = new Set<string>();
  return findings.filter(({ ruleId, subject, message, data }) => {
    if (ruleId === 'missing-field' && meant.has(beside(subject, data['field']))) return false;
    const saying = `${subject}\n${message}`;
    const isNew = !told.has(saying);
    told.add(saying);
    return isNew;
  });
}

/**
 * Turns what a schema says is wrong into findings at their places: unknown fields at their names,
 * missing ones at what they are missing from, everything else at its value.
 */
export function schemaFindings(
  source: Source,
  tree: Tree,
  issues: readonly SchemaIssue[],
  knownFields: KnownFields,
): readonly Finding[] {
  const document: Located = { source, tree, places: placesOf(source, tree), knownFields };
  return withoutEchoes(issues.flatMap((issue) => fromIssue(document, issue)));
}
