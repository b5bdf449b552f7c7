import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileKinds } from '../import/file-kinds.ts';
import type { LintConfig } from '../lint/config.ts';
import { compareFindings, type Finding } from '../source/finding.ts';
import { IvrError } from '../source/ivr-error.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';

/** The names of a configuration, first come first. */
const names = ['ivr.config.yaml', 'ivr.config.yml', 'ivr.config.json'];

/** A configuration, and the folder that its patterns are seen from. */
export interface LoadedConfig {
  readonly config: LintConfig;
  readonly folder: string;
  /** The file that it stands in, as it is named in messages. */
  readonly path: string;
}

function findUpwards(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const name = names.find((one) => existsSync(join(folder, one)));
    if (name !== undefined) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}

/** What is wrong in a file that a command can't work without, as one error at the first place. */
export function brokenFile(findings: readonly Finding[], path: string): IvrError {
  const [first, ...others] = findings.toSorted(compareFindings);
  if (first === undefined)
    return new IvrError('config-broken', `${path} is empty.`, { help: 'Fill it, or remove it.' });
  const more = others.map(
    ({ at, message, help }) =>
      `\n  ${at.path}:${at.start.line}:${at.start.column}: ${message}\n  ${help}`,
  );
  return new IvrError('config-broken', first.message, {
    help: `${first.help}${more.join('')}`,
    place: first.at,
  });
}

/**
 * The configuration in a file, or without one the nearest `ivr.config.yaml`, `.yml` or `.json` in
 * the working directory or above it; nothing where there is none. Throws an IvrError
 * `config-broken` that tells everything that is wrong in it, `usage` for a file of another kind.
 */
export async function loadConfig(
  file: string | undefined,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<LoadedConfig | undefined> {
  const found = file === undefined ? findUpwards(cwd) : resolve(cwd, file);
  if (found === undefined) return undefined;
  const path = file ?? relative(cwd, found);
  const source = await readSource(path, cwd, stdin);
  const { parseConfig } = await import('../lint/parse-config.ts');
  const { config, findings } = parseConfig(source);
  if (config === undefined)
    throw (await otherKind(source, fileKinds.configuration)) ?? brokenFile(findings, path);
  return { config, folder: dirname(found), path };
}
