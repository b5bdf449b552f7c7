import { readMenuFile } from '../../src/import/read-menu-file.ts';
import type { MenuFile } from '../../src/import/menu-file.ts';
import type { Neighbours } from '../../src/import/importer.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script, ScriptNode } from '../../src/script/script.ts';
import { writeNativeScript } from '../../src/export/native.ts';

/** Files that stand beside each other, by their paths. */
export function beside(files: Readonly<Record<string, string>>): Neighbours {
  return {
    paths: Object.keys(files),
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? undefined : { path, text };
    },
  };
}

/** Imports the first of several files, the others beside it. */
export async function importOf(files: Readonly<Record<string, string>>): Promise<
  MenuFile & {
    readonly script: Script;
    readonly nodes: Readonly<Record<string, ScriptNode | undefined>>;
    readonly notes: readonly string[];
  }
> {
  const [[path, text] = ['', '']] = Object.entries(files);
  const menu = await readMenuFile({ path, text }, beside(files));
  const [document] = menu.documents;
  if (document === undefined)
    throw new Error(menu.findings.map(({ message }) => message).join('\n') || 'nothing imported');
  const { script } = document;
  const again = parseScript({ path: 'a.json', text: writeNativeScript(script, 'json') });
  if (again.document === undefined)
    throw new Error(
      again.findings.map(({ message, subject }) => `${subject}: ${message}`).join('\n'),
    );
  const notes = (menu.report?.unresolved ?? []).map(
    ({ message, at }) => `${at.start.line}:${at.start.column} ${message}`,
  );
  return { ...menu, script, nodes: script.nodes, notes };
}
