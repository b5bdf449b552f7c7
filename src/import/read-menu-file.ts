import { isDirectoryTree } from '../routing/parse-directory.ts';
import { nameFrom, type NodeId } from '../script/names.ts';
import { scriptFrom } from '../script/parse-script.ts';
import type { Finding } from '../source/finding.ts';
import { looksLikeJson } from '../source/looks-like-json.ts';
import { readJson } from '../source/read-json.ts';
import type { ReadResult } from '../source/read-result.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { Source } from '../source/source.ts';
import { splitJson } from '../source/split-json.ts';
import { importContactFlow } from './amazon-connect/import-contact-flow.ts';
import { createNameTable } from './amazon-connect/name-table.ts';
import { unknownFormatFinding } from './format-finding.ts';
import { mergeReports } from './import-report.ts';
import type { MenuFile } from './menu-file.ts';
import { recognise, type Recognised } from './recognise.ts';

type Found = Extract<Recognised, { readonly format: 'amazon-connect' }>['found'];

const nothing = (findings: readonly Finding[]): MenuFile => ({
  format: undefined,
  documents: [],
  findings,
});

/** The JSON values of a text, up to the first that can't be read. */
function readJsonValues(source: Source): readonly ReadResult[] {
  const results: ReadResult[] = [];
  const from = source.text.startsWith('\uFEFF') ? 1 : 0;
  for (const { start, end } of splitJson(source.text.slice(from))) {
    const shift = from + start;
    const text = source.text.slice(shift, from + end);
    const result = readJson(source, text, (offset) => offset + shift);
    results.push(result);
    if (result.tree === undefined) break;
  }
  return results;
}

function readTrees(source: Source): readonly ReadResult[] {
  return looksLikeJson(source) ? readJsonValues(source) : [readYaml(source)];
}

function fileName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

function importFlows(
  source: Source,
  all: readonly Found[],
  findings: readonly Finding[],
): MenuFile {
  const ids = createNameTable();
  const imported = all
    .flatMap(({ flows }) => flows)
    .map((flow) => {
      const id = ids.take(nameFrom(flow.name ?? fileName(source.path), 'flow'));
      return importContactFlow(flow, id as NodeId);
    });
  return {
    format: 'amazon-connect',
    documents: imported.map(({ document }) => document),
    findings: [...findings, ...all.flatMap((found) => found.findings)],
    report: mergeReports(imported.map(({ report }) => report)),
  };
}

/**
 * Reads a menu file of any format that is known: a native script in YAML or JSON, or flows of Amazon
 * Connect, bare or in what they come wrapped in. The format is recognised by content. Everything
 * that is wrong is a finding at its place; a file that is no menu is one finding `unknown-format`,
 * one that can't be read as text of its kind one finding `syntax`.
 */
export function readMenuFile(source: Source): MenuFile {
  if (/^\uFEFF?\s*</.test(source.text)) {
    const help = 'Export the menu in a format that can be read.';
    return nothing([unknownFormatFinding(source, { start: 0, end: 1 }, 'it is XML or HTML', help)]);
  }
  const results = readTrees(source);
  const findings = results.flatMap((result) => result.findings);
  const trees = results.flatMap(({ tree }) => (tree === undefined ? [] : [tree]));
  const [first] = trees;
  if (first === undefined) return nothing(findings);

  const recognised = trees.map((tree) => recognise(source, tree));
  if (recognised.length === 1 && recognised[0]?.format === 'native') {
    const { document, findings: own } = scriptFrom(source, 'native', first);
    return {
      format: 'native',
      documents: document === undefined ? [] : [document],
      findings: [...findings, ...own],
    };
  }
  const flows = recognised.flatMap((one) => (one.format === 'amazon-connect' ? [one.found] : []));
  if (flows.length > 0) return importFlows(source, flows, findings);
  if (results.length > trees.length) return nothing(findings);
  const [one] = recognised;
  const looksLike =
    one?.format === undefined && one !== undefined
      ? one.looksLike
      : 'it holds several scripts behind each other';
  const at = { start: first.start, end: first.start + 1 };
  const unknown = nothing([unknownFormatFinding(source, at, looksLike)]);
  const [result, another] = results;
  const isDirectory = result !== undefined && another === undefined && isDirectoryTree(first);
  return isDirectory ? { ...unknown, directory: result } : unknown;
}
