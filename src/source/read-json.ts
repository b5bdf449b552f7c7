import {
  createScanner,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Finding } from './finding.ts';
import { deepestNesting, type ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { duplicateFieldFinding, forbiddenFieldFinding, syntaxFinding } from './syntax-finding.ts';
import type { Field, Tree } from './tree.ts';

/** Where each character of a text that was embedded in a source stands in that source. */
export type OffsetMap = (offset: number) => number;

/** jsonc-parser's token kinds; its own names are a const enum, which separate compilation can't read. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

/** The offset at which the brackets go deeper than a reader should follow, or nothing. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    if (kind === token.openBrace || kind === token.openBracket) depth += 1;
    else if (kind === token.closeBrace || kind === token.closeBracket) depth -= 1;
    if (depth > deepestNesting) return scanner.getTokenOffset();
  }
  return undefined;
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}

/**
 * Reads JSON with the place of every value. Comments and trailing commas are let through;
 * everything else that is not JSON is a finding. `text` may be a part of the source (a string
 * that holds JSON): then `offsets` tells where its characters stand.
 */
export function readJson(
  source: Source,
  text: string = source.text,
  offsets: OffsetMap = (offset) => offset,
): ReadResult {
  // A byte order mark is no part of the JSON; its reader would trip over it.
  if (text.startsWith('\ufeff')) {
    return readJson(source, text.slice(1), (offset) => offsets(offset + 1));
  }
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const at = { start: offsets(deep), end: offsets(deep + 1) };
    const message = `The document is nested more than ${deepestNesting} levels deep.`;
    const help = 'Check whether the file is what it should be.';
    return { tree: undefined, findings: [syntaxFinding(source, at, message, help)] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  const findings: Finding[] = errors.slice(0, 1).map((error) => {
    const at = { start: offsets(error.offset), end: offsets(error.offset + error.length) };
    const words = printParseErrorCode(error.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    return syntaxFinding(source, at, `This is not valid JSON: ${words}.`, 'Correct the JSON here.');
  });

  const extentOf = (node: Node) => ({
    start: offsets(node.offset),
    end: offsets(node.offset + node.length),
  });
  const convert = (node: Node): Tree => {
    const extent = extentOf(node);
    if (node.type === 'array') {
      return { kind: 'list', ...extent, items: (node.children ?? []).map(convert) };
    }
    if (node.type !== 'object') return { kind: 'scalar', ...extent, value: scalarOf(node.value) };
    const fields: Field[] = [];
    const firsts = new Map<string, Field>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      const field = { name, nameExtent: extentOf(key), value: convert(value) };
      if (name === '__proto__') {
        findings.push(forbiddenFieldFinding(source, name, field.nameExtent));
        continue;
      }
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, field);
      else findings.push(duplicateFieldFinding(source, name, field.nameExtent, first.nameExtent));
      fields.push(field);
    }
    return { kind: 'map', ...extent, fields };
  };
  const tree = root === undefined || errors.length > 0 ? undefined : convert(root);
  return { tree, findings };
}
