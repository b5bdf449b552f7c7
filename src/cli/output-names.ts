import { basename } from 'node:path';

interface Named {
  readonly document: {
    readonly source: { readonly path: string };
    readonly script: { readonly id: string };
  };
}

/**
 * A name for what is written about each script: that of its file, with the script's id where a file
 * holds several, and a number where two would be the same. Never a name with a way in it.
 */
export function outputNames(scripts: readonly Named[]): readonly string[] {
  const inFile = new Map<string, number>();
  for (const { document } of scripts) {
    const { path } = document.source;
    inFile.set(path, (inFile.get(path) ?? 0) + 1);
  }
  const taken = new Map<string, number>();
  return scripts.map(({ document: { source, script } }) => {
    const bare =
      source.path === '-'
        ? script.id
        : basename(source.path).replace(/(\.ivr)?\.(ya?ml|json|[mc]?ts)$/i, '');
    const name = (inFile.get(source.path) ?? 0) > 1 ? `${bare}-${script.id}` : bare;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}
