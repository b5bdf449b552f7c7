import { currentZoneName } from '../../routing/current-zone-name.ts';
import type { DirectoryReading } from '../../routing/directory.ts';
import { isTimeZone } from '../../routing/zone-offsets.ts';
import { nameFrom } from '../../script/names.ts';
import { compareFindings } from '../../source/finding.ts';
import { looksLikeJson } from '../../source/looks-like-json.ts';
import { readConf } from '../../source/read-conf.ts';
import { readJsonValues } from '../../source/read-json-values.ts';
import { readTable } from '../../source/read-table.ts';
import { comparePlaces, type Source } from '../../source/source.ts';
import {
  directoryNames,
  findObjects,
  type DirectoryObject,
} from './amazon-connect/directory-object.ts';
import { importObjects } from './amazon-connect/import-objects.ts';
import { importQueues, tellsOfQueues } from './asterisk/import-queues.ts';
import { importTable } from './csv/import-table.ts';
import { columnsOf } from './csv/queue-columns.ts';
import { createDirectoryDraft, type DirectoryDraft } from './directory-draft.ts';
import type { DirectoryReport } from './directory-report.ts';

/** A directory that was made from vendors' files, and what became of everything in them. */
export interface ImportedDirectory extends DirectoryReading {
  readonly report: DirectoryReport;
  /** Files that tell nothing of queues or hours. */
  readonly skipped: readonly Source[];
}

/** What a file adds to a directory: objects that others may refer to, or something at once. */
type Part = { readonly title: string } & (
  | { readonly objects: readonly DirectoryObject[] }
  | { readonly addTo: (draft: DirectoryDraft) => void }
);

/** The first line of a table is shorter. */
const longestHeader = 10_000;

function tablePart(source: Source): Part | undefined {
  const [header = ''] = source.text.slice(0, longestHeader + 1).split(/\r\n|\n|\r/, 1);
  if (header.length > longestHeader || !/[,;\t]/.test(header)) return undefined;
  const first = readTable({ path: source.path, text: header });
  const columns = columnsOf(first.rows[0]);
  if (columns === undefined) return undefined;
  return {
    title: 'a table of queues',
    addTo(draft) {
      const { rows, findings } = readTable(source);
      draft.findings.push(...findings);
      importTable(source, rows, columns, draft);
    },
  };
}

/**
 * True for a JSON object without a name that all objects of a directory have one of: most flows, which
 * are long, need not be read to know that they are none. Escapes may spell any name.
 */
const isPlainlyOther = (text: string): boolean =>
  /^\uFEFF?\s*\{/.test(text) && !text.includes('\\u') && !directoryNames.test(text);

/** What a file tells of queues and hours, by its content; nothing where it is of another kind. */
function partOf(source: Source): Part | undefined {
  if (isPlainlyOther(source.text)) return undefined;
  if (looksLikeJson({ path: '', text: source.text })) {
    const trees = readJsonValues(source).flatMap(({ tree }) => (tree === undefined ? [] : [tree]));
    const objects = findObjects(source, trees);
    if (objects.length > 0)
      return { title: 'an export of queues, hours or numbers of Amazon Connect', objects };
    // "[" also begins a section of a configuration file.
    if (trees.length > 0) return undefined;
  }
  if (/^[ \t]*\[[^\]\r\n]+\]/m.test(source.text) && tellsOfQueues(readConf(source).file)) {
    return {
      title: 'queues.conf of Asterisk',
      addTo(draft) {
        importQueues(source, draft);
      },
    };
  }
  return tablePart(source);
}

/** Whether a file tells of queues or hours in a vendor's format that can be imported. */
export function isVendorDirectory(source: Source): boolean {
  return partOf(source) !== undefined;
}

/** What a vendor's file is that tells of queues or hours; nothing where it is of another kind. */
export function vendorDirectoryTitle(source: Source): string | undefined {
  return partOf(source)?.title;
}

/** The zone that most calendars are in, by its name of today; UTC where none says. */
function commonZone(draft: DirectoryDraft): string {
  const counts = new Map<string, number>();
  for (const { timeZone } of draft.entries('calendars').values()) {
    if (timeZone === undefined) continue;
    const zone = currentZoneName(timeZone) ?? timeZone;
    if (isTimeZone(zone)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? 'UTC';
}

/**
 * Makes one directory of the files of an export: queues and hours of Amazon Connect, `queues.conf`
 * of Asterisk, tables of queues. What one file refers to is found in the others. Each file is
 * recognised by its content. Gives nothing where none of them tells of queues.
 */
export function importDirectory(
  sources: readonly Source[],
  name: string,
): ImportedDirectory | undefined {
  const parts = sources.map((source) => ({ source, part: partOf(source) }));
  const [first] = parts.filter(({ part }) => part !== undefined);
  if (first === undefined) return undefined;
  const draft = createDirectoryDraft();
  importObjects(
    parts.flatMap(({ part }) => (part !== undefined && 'objects' in part ? part.objects : [])),
    draft,
  );
  for (const { part } of parts) if (part !== undefined && 'addTo' in part) part.addTo(draft);
  const zone = commonZone(draft);
  const document = draft.finish(first.source, nameFrom(name, 'directory'), zone);
  return {
    document,
    findings: draft.findings.sort(compareFindings),
    report: {
      files: parts.filter(({ part }) => part !== undefined).length,
      queues: draft.entries('queues').size,
      calendars: draft.entries('calendars').size,
      numbers: draft.entries('numbers').size,
      ...draft.tally.total(),
      notes: draft.notes.sort(
        (a, b) => comparePlaces(a.at, b.at) || (a.message < b.message ? -1 : 1),
      ),
    },
    skipped: parts.filter(({ part }) => part === undefined).map(({ source }) => source),
  };
}
