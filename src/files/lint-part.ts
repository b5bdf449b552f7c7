import { Readable } from 'node:stream';
import { IvrError } from '../source/ivr-error.ts';
import type { FoundFile } from './find-files.ts';
import { lintFound, type FileOutcome } from './lint-outcome.ts';
import { createFileLoader } from './load-menus.ts';
import { recommendedSelection, selectRules, type SelectionOrigin } from './select-rules.ts';

/** What is said once to whoever lints parts of a run. */
export interface LintTask {
  readonly cwd: string;
  readonly directory: string | undefined;
  /** What chooses the rules; nothing for the recommended ones. */
  readonly origin: SelectionOrigin | undefined;
}

/** Files that stand one behind the other in the run, and the position of the first. */
export interface LintPart {
  readonly from: number;
  readonly files: readonly FoundFile[];
}

/** What is left of an error between threads; without facts it is a mistake of ours. */
export interface ThreadError {
  readonly message: string;
  readonly facts: Pick<IvrError, 'code' | 'help' | 'place'> | undefined;
}

/** What became of a file, and the directories that it asked for. */
export interface LintedPartFile {
  readonly outcome: FileOutcome | { readonly error: ThreadError };
  readonly asked: readonly string[];
}

/** A part that is done; a file that throws is the last of it. */
export interface LintedPart {
  readonly from: number;
  readonly files: readonly LintedPartFile[];
}

function errorOf(error: unknown): ThreadError {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof IvrError)) return { message, facts: undefined };
  const { code, help, place } = error;
  return { message, facts: { code, help, place } };
}

/** What lints parts of a run, one after the other. */
export function createPartLinter({ cwd, directory, origin }: LintTask) {
  const asked: string[] = [];
  const loader = createFileLoader(
    { cwd, directory, stdin: Readable.from([]), recordings: true },
    (path) => {
      asked.push(path);
    },
  );
  const selection =
    origin === undefined ? recommendedSelection : selectRules(origin.config, origin.folder, cwd);

  return async ({ from, files }: LintPart): Promise<LintedPart> => {
    const linted: LintedPartFile[] = [];
    for (const file of files) {
      try {
        const outcome = await lintFound(file, loader, selection);
        linted.push({ outcome, asked: asked.splice(0) });
      } catch (error) {
        linted.push({ outcome: { error: errorOf(error) }, asked: asked.splice(0) });
        break;
      }
    }
    return { from, files: linted };
  };
}
