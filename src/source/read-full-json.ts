import { createScanner, printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import type { OffsetMap } from './embedded-text.ts';
import { oneOfEach } from './one-of-each.ts';
import type { Finding } from './finding.ts';
import { deepestNesting, mostValues, type ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { tooManyValues } from './too-many-values.ts';
import { duplicateFieldFinding, forbiddenFieldFinding, syntaxFinding } from './syntax-finding.ts';
import type { Extent, Field, Tree } from './tree.ts';

/** jsonc-parser's token kinds; its own names are a const enum, which separate compilation can't read. */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  end: 17,
} as const;

/** Why a document isn't read at all, and where that shows. */
interface Excess {
  readonly of: 'levels' | 'values';
  readonly offset: number;
}

/** Where a document goes deeper, or holds more values, than a reader should follow; or nothing. */
function findExcess(text: string): Excess | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let values = 0;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    const opens = kind === token.openBrace || kind === token.openBracket;
    if (opens) depth += 1;
    else if (kind === token.closeBrace || kind === token.closeBracket) depth -= 1;
    if (opens || kind === token.comma) values += 1;
    const offset = scanner.getTokenOffset();
    if (depth > deepestNesting) return { of: 'levels', offset };
    if (values > mostValues) return { of: 'values', offset };
  }
  return undefined;
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}

/**
 * Reads JSON of any kind with the place of every value: comments and trailing commas are let through,
 * everything else that is not JSON is a finding.
 */
export function readFullJson(source: Source, text: string, offsets: OffsetMap): ReadResult {
  const excess = findExcess(text);
  if (excess !== undefined) {
    const at = { start: offsets(excess.offset), end: offsets(excess.offset + 1) };
    if (excess.of === 'values')
      return { tree: undefined, findings: [tooManyValues(source, at.start, at.end)] };
    const message = `The document is nested more than ${deepestNesting} levels deep.`;
    const help = 'Check whether the file is what it should be.';
    return { tree: undefined, findings: [syntaxFinding(source, at, message, help)] };
  }
  const built = buildTree(source, text, offsets);
  const { error } = built;
  if (error === undefined) return built;
  const at = { start: offsets(error.offset), end: offsets(error.offset + error.length) };
  const words = printParseErrorCode(error.code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const message = `This is not valid JSON: ${words}.`;
  const finding = syntaxFinding(source, at, message, 'Correct the JSON here.');
  return { tree: undefined, findings: [finding] };
}

/** A list or a map that isn't closed yet. */
type OpenTree =
  | { readonly kind: 'list'; readonly start: number; readonly items: Tree[] }
  | {
      readonly kind: 'map';
      readonly start: number;
      readonly fields: Field[];
      /** The field whose value comes next. */
      name: string;
      nameExtent: Extent;
    };

interface BuiltTree extends ReadResult {
  readonly error:
    { readonly code: ParseErrorCode; readonly offset: number; readonly length: number } | undefined;
}

/** Below so many fields looking at each of them is quicker than a table of their names. */
const fewFields = 16;

/** Builds the tree while the text is read: an export of many megabytes is held once, not twice. */
function buildTree(source: Source, text: string, offsets: OffsetMap): BuiltTree {
  const findings: Finding[] = [];
  const open: OpenTree[] = [];
  const names = new Map<OpenTree, Map<string, Field>>();
  const same = oneOfEach();
  let tree: Tree | undefined;
  let error: BuiltTree['error'];

  const firstOf = (map: Extract<OpenTree, { readonly kind: 'map' }>): Field | undefined => {
    const { fields, name } = map;
    if (fields.length < fewFields) {
      for (const field of fields) if (field.name === name) return field;
      return undefined;
    }
    let table = names.get(map);
    if (table === undefined) {
      table = new Map(fields.toReversed().map((field) => [field.name, field]));
      names.set(map, table);
    }
    return table.get(name);
  };
  const place = (value: Tree): void => {
    const parent = open.at(-1);
    if (parent === undefined) tree = value;
    else if (parent.kind === 'list') parent.items.push(value);
    else {
      const { name, nameExtent } = parent;
      if (name === '__proto__') {
        findings.push(forbiddenFieldFinding(source, name, nameExtent));
        return;
      }
      const field = { name, nameExtent, value };
      const first = firstOf(parent);
      if (first === undefined) names.get(parent)?.set(name, field);
      else findings.push(duplicateFieldFinding(source, name, nameExtent, first.nameExtent));
      parent.fields.push(field);
    }
  };
  const close = (offset: number, length: number): void => {
    const whole = open.pop();
    if (whole === undefined) return;
    names.delete(whole);
    const end = offsets(offset + length);
    const { start } = whole;
    place(
      whole.kind === 'list'
        ? { kind: 'list', start, end, items: whole.items }
        : { kind: 'map', start, end, fields: whole.fields },
    );
  };
  visit(
    text,
    {
      onObjectBegin(offset) {
        const start = offsets(offset);
        const nameExtent = { start, end: start };
        open.push({ kind: 'map', start, fields: [], name: '', nameExtent });
      },
      onObjectProperty(name, offset, length) {
        const map = open.at(-1);
        if (map?.kind !== 'map') return;
        map.name = same(name);
        map.nameExtent = { start: offsets(offset), end: offsets(offset + length) };
      },
      onObjectEnd: close,
      onArrayBegin(offset) {
        open.push({ kind: 'list', start: offsets(offset), items: [] });
      },
      onArrayEnd: close,
      onLiteralValue(value: unknown, offset, length) {
        const [start, end] = [offsets(offset), offsets(offset + length)];
        const scalar = typeof value === 'string' ? same(value) : scalarOf(value);
        place({ kind: 'scalar', start, end, value: scalar });
      },
      onError(code, offset, length) {
        error ??= { code, offset, length };
      },
    },
    { allowTrailingComma: true, allowEmptyContent: false },
  );
  return { tree: error === undefined ? tree : undefined, findings, error };
}
