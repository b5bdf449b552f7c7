import { Readable } from 'node:stream';
import { loadMenus } from '../../src/files/load-menus.ts';
import type { ImportReport } from '../../src/import/import-report.ts';
import type { Finding } from '../../src/source/finding.ts';

/** What imports made of the files of one format. */
export interface ImportRow {
  readonly format: string;
  readonly files: number;
  readonly scripts: number;
  readonly blocks: number;
  readonly nodes: number;
  /** Blocks that nothing says the meaning of, by the vendor's type. */
  readonly opaque: ReadonlyMap<string, number>;
  readonly unresolved: number;
  readonly prompts: number;
  readonly promptsUnknown: number;
}

/** What imports made of folders of vendors' exports. */
export interface ImportTable {
  readonly rows: readonly ImportRow[];
  /** Files that gave no script. */
  readonly failed: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
}

const empty = (format: string): ImportRow => ({
  format,
  files: 0,
  scripts: 0,
  blocks: 0,
  nodes: 0,
  opaque: new Map(),
  unresolved: 0,
  prompts: 0,
  promptsUnknown: 0,
});

function added(row: ImportRow, scripts: number, report: ImportReport): ImportRow {
  const opaque = new Map(row.opaque);
  for (const [type, count] of Object.entries(report.opaque))
    opaque.set(type, (opaque.get(type) ?? 0) + count);
  return {
    format: row.format,
    files: row.files + 1,
    scripts: row.scripts + scripts,
    blocks: row.blocks + report.blocks,
    nodes: row.nodes + report.nodes,
    opaque,
    unresolved: row.unresolved + (report.references ?? []).filter(({ isFound }) => !isFound).length,
    prompts: row.prompts + report.prompts,
    promptsUnknown: row.promptsUnknown + report.promptsUnknown,
  };
}

const byFormat = (a: ImportRow, b: ImportRow): number => (a.format < b.format ? -1 : 1);

/** Imports all files of these folders; files find each other in them. */
export async function importTable(folders: readonly string[], cwd: string): Promise<ImportTable> {
  const rows = new Map<string, ImportRow>();
  const failed: { path: string; findings: readonly Finding[] }[] = [];
  for (const folder of folders) {
    const { menus } = await loadMenus([folder], { cwd, stdin: Readable.from([]) });
    for (const { source, scripts, findings, report } of menus) {
      const format = scripts[0]?.document.format;
      if (format === undefined) failed.push({ path: source.path, findings });
      else if (report !== undefined)
        rows.set(format, added(rows.get(format) ?? empty(format), scripts.length, report));
    }
  }
  return { rows: [...rows.values()].sort(byFormat), failed };
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);

/** The cells of a row as the docs have them, the format first. */
export function cellsOf(row: ImportRow): readonly string[] {
  const { files, scripts, blocks, nodes, opaque, unresolved, prompts, promptsUnknown } = row;
  const share = `${((100 * sum(opaque)) / Math.max(1, blocks)).toFixed(2)} %`;
  const counts = [files, scripts, blocks, nodes].map(String);
  return [row.format, ...counts, share, String(unresolved), `${promptsUnknown} of ${prompts}`];
}

export const headOfTable: readonly string[] = [
  ...['format', 'files', 'scripts', 'blocks', 'nodes', 'opaque'],
  ...['unresolved references', 'prompts unknown'],
];
