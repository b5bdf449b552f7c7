import { dirname, resolve } from 'node:path';
import type { ScriptDocument } from '../script/script-document.ts';
import { printable } from '../source/code-frame.ts';
import type { Finding } from '../source/finding.ts';
import type { IvrError } from '../source/ivr-error.ts';
import { brokenFile } from './load-config.ts';
import type { LoadedDirectory } from './load-directories.ts';

/** What is wrong with a directory that the user names: what goes by it would be of no worth. */
export function brokenDirectory(
  directories: readonly LoadedDirectory[],
  file: string,
  cwd: string,
): IvrError | undefined {
  const broken = directories.find(
    ({ source, document }) =>
      document === undefined && resolve(cwd, source.path) === resolve(cwd, file),
  );
  return broken === undefined ? undefined : brokenFile(broken.findings, file);
}

/** In one line, without what moves the cursor of a terminal: files may hold anything. */
const placed = ({ at, message }: Finding, help: string): string =>
  printable(`${at.path}:${at.start.line}:${at.start.column}: ${message} ${help}`);

/**
 * Why a script is read without the directory that it names, as a sentence: who isn't told would take
 * what follows for what the directory says. Nothing where all is well, or none is named.
 */
export function untoldDirectory(
  { script, source }: ScriptDocument,
  findings: readonly Finding[],
  directories: readonly LoadedDirectory[],
  cwd: string,
): string | undefined {
  if (script.directory === undefined) return undefined;
  const missing = findings.find(({ ruleId }) => ruleId === 'missing-directory');
  if (missing !== undefined) return placed(missing, missing.help);
  const file = resolve(dirname(resolve(cwd, source.path)), script.directory);
  const broken = directories.find((one) => resolve(cwd, one.source.path) === file);
  const [first] = broken?.document === undefined ? (broken?.findings ?? []) : [];
  return first === undefined
    ? undefined
    : placed(first, "So queues and hours aren't known. Run `ivr lint` on it to see all mistakes.");
}
