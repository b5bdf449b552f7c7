import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readMenuFile } from '../import/read-menu-file.ts';
import type { Checked } from '../lint/apply-fixes.ts';
import { recommendedRules } from '../lint/run-rules.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { asWritten } from './as-written.ts';
import { isTypeScript } from './is-typescript.ts';
import { lintLoaded } from './lint-files.ts';
import { loadMenus, type LoadedMenu, type LoadOptions } from './load-menus.ts';
import { recommendedSelection, type RuleSelection } from './select-rules.ts';
import { writeWhole } from './write-whole.ts';

/** A file with findings mended. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What was mended, each with its `fix`. */
  readonly fixed: readonly Finding[];
}

/** What mending files gave. */
export interface FixRun {
  readonly files: readonly FixedFile[];
  /** Menus that are left alone: vendors' exports and TypeScript, which a program or a person writes. */
  readonly foreign: readonly string[];
  /** Files that could be mended but can't be written as they were: not UTF-8, or changed meanwhile. */
  readonly unwritable: readonly string[];
}

/** The menu that a text is, with the directory that the menu had when it was loaded. */
async function menuFrom(source: Source, { scripts }: LoadedMenu): Promise<LoadedMenu> {
  const { documents, findings } = await readMenuFile(source);
  const directory = scripts[0]?.directory;
  const read = documents.map((document) => ({ document, directory }));
  return { source, scripts: read, findings, report: undefined };
}

/**
 * Checks a menu by the rules that were asked for, whose fixes count, and by the recommended ones,
 * lest a fix bring what they would find.
 */
function checkerFor(
  menu: LoadedMenu,
  selection: RuleSelection,
): (source: Source) => Promise<Checked> {
  const own = selection.settingsFor(menu.source.path);
  const ids = new Set(own.map(({ rule }) => rule.id));
  const others = recommendedRules.filter(({ rule }) => !ids.has(rule.id));
  const otherIds = new Set(others.map(({ rule }) => rule.id));
  const both = { ...selection, settingsFor: () => [...own, ...others] };
  return async (source) => {
    const again = await menuFrom(source, menu);
    const loaded = { menus: [again], directories: [], skipped: [] };
    const { findings } = await lintLoaded(loaded, both);
    const asked = findings.map((finding): Finding =>
      otherIds.has(finding.ruleId) ? { ...finding, fix: undefined } : finding,
    );
    return { findings: asked, isRead: again.scripts.length > 0 };
  };
}

const isForeign = ({ source, report }: LoadedMenu): boolean =>
  report !== undefined || isTypeScript(source.path);

/**
 * Mends what can be mended in native menus, and writes each file whole or, with `write` false, not at
 * all. What stays as the author wrote it, byte for byte: everything that no fix is about. A link is
 * followed. Throws an IvrError where a file can't be read or written.
 */
export async function fixFiles(
  paths: readonly string[],
  options: LoadOptions & {
    readonly selection?: RuleSelection | undefined;
    readonly write: boolean;
  },
): Promise<FixRun> {
  const { cwd, selection = recommendedSelection, write } = options;
  const { menus } = await loadMenus(paths, options);
  const { applyFixes } = await import('../lint/apply-fixes.ts');
  const files: FixedFile[] = [];
  const unwritable: string[] = [];
  for (const menu of menus.filter((one) => !isForeign(one))) {
    const { path, text } = menu.source;
    const { source, fixed } = await applyFixes(menu.source, checkerFor(menu, selection));
    if (fixed.length === 0) continue;
    const file = await realpath(resolve(cwd, path));
    const content = await asWritten(file, text, source.text);
    if (content === undefined) {
      unwritable.push(path);
      continue;
    }
    if (write) await writeWhole(file, content, path);
    files.push({ path, before: text, after: source.text, fixed });
  }
  const foreign = menus.filter(isForeign).map(({ source }) => source.path);
  return { files, foreign, unwritable };
}
