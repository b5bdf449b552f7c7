import { namedThings } from '../export/named-things.ts';
import type { Neighbours } from '../import/importer.ts';
import type { DirectoryDocument } from '../routing/directory.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { NeighbourCache } from './neighbours.ts';

const canDescribe = (path: string): boolean => /\.json$/i.test(path);

async function readDirectory(neighbours: Neighbours): Promise<DirectoryDocument | undefined> {
  const { importDirectory, isVendorDirectory } =
    await import('../import/directory/import-directory.ts');
  const sources = neighbours.paths.filter(canDescribe).flatMap((path) => {
    const source = neighbours.read(path);
    return source !== undefined && isVendorDirectory(source) ? [source] : [];
  });
  return importDirectory(sources, 'exported')?.document;
}

/**
 * The queues and hours that lie beside a flow in the export of its vendor, as its directory: where
 * they hold everything that the flow names. An export of a part says nothing of what is left out, so
 * that one isn't taken for all.
 */
export async function exportedDirectory(
  { script, format }: ScriptDocument,
  neighbours: Neighbours,
  folder: string,
  cache: NeighbourCache,
): Promise<DirectoryDocument | undefined> {
  if (format !== 'amazon-connect') return undefined;
  const { queues, calendars } = namedThings(script);
  if (queues.size + calendars.size === 0) return undefined;
  const reading = cache.directories.get(folder) ?? readDirectory(neighbours);
  cache.directories.set(folder, reading);
  const document = await reading;
  if (document === undefined) return undefined;
  const { directory } = document;
  const isWhole =
    [...queues].every((name) => Object.hasOwn(directory.queues, name)) &&
    [...calendars].every((name) => Object.hasOwn(directory.calendars, name));
  return isWhole ? document : undefined;
}
