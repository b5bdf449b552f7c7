import { IvrError } from '../source/ivr-error.ts';
import { placeBetween, type Source } from '../source/source.ts';
import type { Finding } from '../source/finding.ts';
import { syntaxFinding } from '../source/syntax-finding.ts';
import type { Tree } from '../source/tree.ts';
import { directoryFrom } from '../routing/parse-directory.ts';
import type { DirectoryDocument, DirectoryReading } from '../routing/directory.ts';
import { scriptFrom } from '../script/parse-script.ts';
import type { ScriptReading } from '../script/script-document.ts';
import { findImported } from './find-imported.ts';
import { NotPlain, plainValue } from './plain-value.ts';
import { runTypeScript } from './run-typescript.ts';
import { readOutline, type Expression, type Outline } from './typescript-syntax.ts';
import { fieldExpression, locateValue } from './typescript-tree.ts';

/** What a TypeScript file exports, with the place of every part of it. */
export interface TypeScriptReading {
  /** Nothing when the file isn't TypeScript; then a finding says where. */
  readonly exported:
    | {
        readonly value: unknown;
        readonly tree: Tree;
        readonly outline: Outline;
        /** The expression that the file exports, where its text tells. */
        readonly expression: Expression | undefined;
      }
    | undefined;
  readonly findings: readonly Finding[];
}

function refuse(source: Source, what: string, help: string): IvrError {
  return new IvrError('script-broken', `${source.path} ${what}.`, {
    help,
    place: placeBetween(source, 0, 0),
  });
}

/**
 * Runs a TypeScript file and locates what it exports: its default export, or the export `name`.
 * This runs the file's code. Throws an IvrError `script-broken` when the file throws, exports
 * nothing of the kind, or exports what can't be written down (an object inside itself).
 */
async function loadTypeScript(
  source: Source,
  absolutePath: string,
  name: 'script' | 'directory',
): Promise<TypeScriptReading> {
  const outline = await readOutline(source);
  if ('reason' in outline) {
    const at = { start: outline.offset, end: outline.offset + 1 };
    const message = `This is not valid TypeScript: ${outline.reason.replace(/\.$/, '')}.`;
    const help = 'Correct the TypeScript here.';
    return { exported: undefined, findings: [syntaxFinding(source, at, message, help)] };
  }
  const exports = await runTypeScript(source, absolutePath);
  const chosen = exports['default'] === undefined ? name : 'default';
  if (exports[chosen] === undefined) {
    const help = `End it with "export default ${name === 'script' ? 'defineScript' : 'defineDirectory'}({…})".`;
    throw refuse(source, `exports no ${name}`, help);
  }
  try {
    const value = plainValue(exports[chosen]);
    const expression = outline.exports.get(chosen);
    const { tree, findings } = locateValue(outline, expression, value);
    return { exported: { value, tree, outline, expression }, findings };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    throw refuse(
      source,
      `exports a ${name} that can't be read: ${error.message}`,
      'Export plain data.',
    );
  }
}

/** A script in TypeScript, and the directory where the script holds one itself. */
export type TypeScriptScriptReading = ScriptReading & { readonly directory?: DirectoryDocument };

/**
 * Reads a script written in TypeScript, by running it. Where its `directory` is a directory (from
 * `defineDirectory()`) and not the name of a file, that is read too; what is wrong in it is a
 * finding in the file that writes it. Throws as `loadTypeScript` does.
 */
export async function readTypeScriptScript(
  source: Source,
  absolutePath: string,
): Promise<TypeScriptScriptReading> {
  const { exported, findings } = await loadTypeScript(source, absolutePath, 'script');
  if (exported === undefined) return { document: undefined, findings };
  const { value, tree, outline, expression } = exported;
  const { directory, ...rest } = (value ?? {}) as { readonly directory?: unknown };
  if (typeof directory !== 'object' || directory === null) {
    const reading = scriptFrom(source, 'typescript', tree, value);
    return { ...reading, findings: [...findings, ...reading.findings] };
  }
  const script = scriptFrom(source, 'typescript', tree, rest);
  const written = await findImported(
    outline,
    absolutePath,
    fieldExpression(outline, expression, 'directory'),
  );
  const located = locateValue(written.outline, written.expression, directory);
  const read = directoryFrom(written.outline.source, located.tree, directory);
  return {
    document: script.document,
    findings: [...findings, ...script.findings, ...located.findings, ...read.findings],
    ...(read.document === undefined ? {} : { directory: read.document }),
  };
}

/** Reads a directory written in TypeScript, by running it. Throws as `loadTypeScript` does. */
export async function readTypeScriptDirectory(
  source: Source,
  absolutePath: string,
): Promise<DirectoryReading> {
  const { exported, findings } = await loadTypeScript(source, absolutePath, 'directory');
  if (exported === undefined) return { document: undefined, findings };
  const reading = directoryFrom(source, exported.tree, exported.value);
  return { ...reading, findings: [...findings, ...reading.findings] };
}
