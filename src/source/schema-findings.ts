import { blanksFix } from './blanks-fix.ts';
import type { Finding, FindingData } from './finding.ts';
import { didYouMean, nearestName } from './nearest-name.ts';
import { choicesOf, nearestBranch, type SchemaIssue } from './schema-issue.ts';
import type { Source } from './source.ts';
import { placesOf, treeAt, type Path, type Places, type Tree } from './tree.ts';
import { wrongValue } from './wrong-value.ts';

/** The names of the fields that could stand where an unknown one does. */
export type KnownFields = (path: Path, value: Tree | undefined) => readonly string[];

interface Located {
  readonly source: Source;
  readonly tree: Tree;
  readonly places: Places;
  readonly knownFields: KnownFields;
}

/** What a finding says, before it has its place. */
interface Told {
  readonly ruleId: string;
  readonly message: string;
  readonly help: string;
  readonly data?: FindingData;
}

function findingAt(
  { places }: Located,
  path: Path,
  aim: 'key' | 'value',
  { ruleId, message, help, data = {} }: Told,
): Finding {
  return {
    ruleId,
    severity: 'error',
    message,
    data,
    subject: path.join('/'),
    at: places.at(path, aim),
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
  return findingAt(document, [...path, field], 'key', {
    ruleId: 'unknown-field',
    message: `The field "${field}" is unknown here, and its value would be lost.${hint}`,
    help: isJoined
      ? `Put a space after the colon: ${joined}: ${value ?? ''}.`
      : `Correct its name, or remove it.${fields}`,
    data: meant === undefined ? { field } : { field, meant },
  });
}

function missingField(document: Located, path: Path, choices: readonly string[] = []): Finding {
  const field = String(path.at(-1));
  const among = choices.length > 0 ? `: ${choices.join(', ')}` : '';
  return findingAt(document, path, 'value', {
    ruleId: 'missing-field',
    message: `The field "${field}" is missing here.`,
    help: `Add "${field}"${among}.`,
    data: { field },
  });
}

function invalidName(document: Located, path: Path, { message }: SchemaIssue): Finding {
  const name = String(path.at(-1));
  const why =
    message === 'Invalid key in record'
      ? 'use lower-case letters, digits and hyphens, a letter first'
      : message;
  return findingAt(document, path, 'key', {
    ruleId: 'invalid-name',
    message: `"${name}" can't be a name here: ${why}.`,
    help: 'Give it another name.',
    data: { name },
  });
}

function invalidValue(document: Located, path: Path, issue: SchemaIssue): Finding {
  const value = treeAt(document.tree, path);
  const fix = blanksFix(value, path);
  const found = findingAt(document, path, 'value', {
    ruleId: 'invalid-value',
    ...wrongValue(issue, path, value, document.knownFields),
    data: value?.kind === 'scalar' ? { value: String(value.value) } : {},
  });
  return fix === undefined ? found : { ...found, fix };
}

function fromIssue(document: Located, issue: SchemaIssue): readonly Finding[] {
  const { code, keys = [] } = issue;
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (code === 'unrecognized_keys') return keys.map((field) => unknownField(document, path, field));
  if (code === 'invalid_key') return [invalidName(document, path, issue)];
  const value = treeAt(document.tree, path);
  if (value === undefined) {
    const choices = choicesOf(issue).map(String);
    if (code === 'invalid_union' || code === 'invalid_type') return [missingField(document, path)];
    if (choices.length > 0) return [missingField(document, path, choices)];
  } else if (code === 'invalid_union' && value.kind !== 'scalar') {
    const branch = nearestBranch(issue);
    if (branch !== undefined) return branch.flatMap((inner) => fromIssue(document, inner));
  }
  return [invalidValue(document, path, issue)];
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
