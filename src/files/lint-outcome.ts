import type { Source } from '../source/source.ts';
import type { FoundFile } from './find-files.ts';
import { lintMenu, type LintedFile } from './lint-menu.ts';
import type { FileLoader, LoadedMenu } from './load-menus.ts';
import type { RuleSelection } from './select-rules.ts';

/** What is left of a menu when it was linted, without the script: data that threads can exchange. */
export interface MenuOutcome extends LintedFile {
  readonly source: Source;
  /** Nodes of all its scripts. */
  readonly nodes: number;
  /** True where the file could be read whole, so that the rules have seen all of it. */
  readonly checked: boolean;
}

/** What became of a file; directories are checked when all menus are. */
export type FileOutcome = MenuOutcome | 'directory' | 'skipped';

export const nodesOf = ({ scripts }: LoadedMenu): number =>
  scripts.reduce((sum, { document }) => sum + Object.keys(document.script.nodes).length, 0);

/** Reads a file and runs the rules over it. Nothing is kept of it but what was found. */
export async function lintFound(
  file: FoundFile,
  loader: FileLoader,
  selection: RuleSelection,
): Promise<FileOutcome> {
  const loaded = await loader.load(file);
  if (typeof loaded === 'string') return loaded;
  const { menu } = loaded;
  const { findings, hidden } = await lintMenu(menu, selection);
  const checked = menu.scripts.length > 0;
  return { source: menu.source, findings, hidden, nodes: nodesOf(menu), checked };
}
