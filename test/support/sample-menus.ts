import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import type { DirectoryDocument } from '../../src/routing/directory.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';
import type { Finding } from '../../src/source/finding.ts';

const root = new URL('../../', import.meta.url);

/** The menus in menus/ that are as they should be. */
export const goodMenus = [
  'northwind-bank',
  'clearwater-utility',
  'harbour-clinic',
  'meridian-air',
] as const;
/** All menus in menus/ that have a file each for script and directory, and a log. */
export const sampleMenus = [...goodMenus, 'broken-line'] as const;
export type SampleMenu = (typeof sampleMenus)[number];

/** A file of the project by its path in it. */
export function readProjectFile(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
}

export interface LoadedSample {
  readonly document: ScriptDocument;
  readonly flow: CallFlow;
  readonly directory: DirectoryDocument;
  /** What reading the two files found; nothing, for a good sample. */
  readonly findings: readonly Finding[];
}

/** A sample menu with its directory. */
export function loadSample(name: SampleMenu): LoadedSample {
  const read = (path: string) => ({ path, text: readProjectFile(path) });
  const script = parseScript(read(`menus/${name}.ivr.yaml`));
  const directory = parseDirectory(read(`menus/${name}.directory.yaml`));
  const findings = [...script.findings, ...directory.findings];
  if (script.document === undefined || directory.document === undefined)
    throw new Error(findings.map(({ message }) => message).join('\n'));
  return {
    document: script.document,
    flow: buildCallFlow(script.document.script),
    directory: directory.document,
    findings,
  };
}
