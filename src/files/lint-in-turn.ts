import type { FoundFile } from './find-files.ts';
import { lintFound, type MenuOutcome } from './lint-outcome.ts';
import type { FileLoader } from './load-menus.ts';
import type { RuleSelection } from './select-rules.ts';

/** Lints files one after the other; the loader ends up with their directories. */
export async function lintInTurn(
  files: readonly FoundFile[],
  loader: FileLoader,
  selection: RuleSelection,
): Promise<readonly MenuOutcome[]> {
  const menus: MenuOutcome[] = [];
  for (const file of files) {
    const outcome = await lintFound(file, loader, selection);
    if (typeof outcome !== 'string') menus.push(outcome);
  }
  return menus;
}
