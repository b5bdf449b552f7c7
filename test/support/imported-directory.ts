import type { Calendar, Queue } from '../../src/routing/directory.ts';
import { importDirectory } from '../../src/import/directory/import-directory.ts';
import { writeNativeDirectory } from '../../src/export/native-directory.ts';
import { underlined } from './underlined.ts';

/** Files by name; what isn't text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content, null, 1);

/** What files became: the parts of the directory as YAML, and everything that is told. */
export function importedFrom(files: Files) {
  const sources = Object.entries(files).map(([path, content]) => ({
    path,
    text: textOf(content),
  }));
  const imported = importDirectory(sources, 'export');
  if (imported === undefined) return undefined;
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const told = [...imported.findings, ...imported.report.notes].map(
    ({ at, message }) => `${at.path} ${underlined(texts.get(at.path) ?? '', at)}: ${message}`,
  );
  const { document, report } = imported;
  const yaml = document === undefined ? '' : writeNativeDirectory(document.directory, 'yaml');
  const queues: Readonly<Record<string, Queue>> = document?.directory.queues ?? {};
  const calendars: Readonly<Record<string, Calendar>> = document?.directory.calendars ?? {};
  return {
    document,
    queues,
    calendars,
    report,
    told,
    yaml,
    skipped: imported.skipped.map(({ path }) => path),
  };
}

/** The sum that a report must come to. */
export function addsUp({
  settings,
  used,
  left,
}: NonNullable<ReturnType<typeof importedFrom>>['report']) {
  return settings === used + Object.values(left).reduce((sum, count) => sum + count, 0);
}
