import type { ScriptDocument } from '../../script/script-document.ts';
import type { Finding } from '../../source/finding.ts';
import type { Source } from '../../source/source.ts';
import { tooManyAt, tooManyValues } from '../../source/too-many-values.ts';
import type { Extent, Path, Places } from '../../source/tree.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import { unknownFormatFinding } from '../format-finding.ts';
import { mergeReports, type ImportNote } from '../import-report.ts';
import type { Imported, TextReading } from '../importer.ts';
import { chooseEntries } from './choose-entries.ts';
import type { Dialplan, Step } from './dialplan.ts';
import { explore, type Entry, type Explored } from './explore.ts';
import { joinIncludes } from './join-includes.ts';
import type { JoinedSource } from './joined-source.ts';
import { readDialplan } from './read-dialplan.ts';
import { writeScript } from './write-script.ts';

/** Contexts in which calls begin, of which the report tells. */
const mostBegun = 20;

/** The place of everything in the script, in whichever file it stands. */
function placesIn(joined: JoinedSource, extents: ReadonlyMap<string, Extent>): Places {
  const keyOf = (path: Path) => path.join('\n');
  return {
    at(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const extent = extents.get(keyOf(path.slice(0, length)));
        if (extent !== undefined) return joined.placeOf(extent);
      }
      return joined.placeOf({ start: 0, end: 0 });
    },
    has: (path) => extents.has(keyOf(path)),
    fields: () => [],
  };
}

/** Steps that no call comes to, told by extension. */
function unreachedNotes(
  dialplan: Dialplan,
  reachedSteps: ReadonlySet<number>,
): readonly (readonly [string, Extent])[] {
  const groups = new Map<string, { readonly step: Step; count: number }>();
  for (const step of dialplan.steps) {
    if (reachedSteps.has(step.index)) continue;
    const key = `${step.context}\n${step.extension}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { step, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].map(({ step, count }) => {
    const steps = count === 1 ? '1 priority' : `${count} priorities`;
    const why =
      step.extension === 'h'
        ? 'runs when the call is over'
        : step.extension === 'o' || step.extension === 'a'
          ? 'is for callers who press 0 or * at a voicemail greeting'
          : "can't be reached from the entries";
    return [`Extension "${step.extension}" of [${step.context}] ${why}: ${steps}.`, step.at];
  });
}

/** What the report says of a dialplan. */
interface ToldDialplan {
  readonly joined: JoinedSource;
  readonly dialplan: Dialplan;
  readonly explored: Explored;
  readonly entries: readonly Entry[];
  /** Why calls begin at the entries. */
  readonly why: string;
  readonly ofIncludes: readonly ImportNote[];
  readonly included: readonly string[];
}

function notesOf(
  { joined, dialplan, explored, entries, why, ofIncludes, included }: ToldDialplan,
  reachedSteps: ReadonlySet<number>,
): readonly ImportNote[] {
  const note = ([message, at]: readonly [string, Extent]): ImportNote => ({
    message,
    at: joined.placeOf(at),
  });
  const begun = [...new Set(entries.map(({ context }) => context))];
  return [
    ...begun.slice(0, mostBegun).map((context) => {
      const at = dialplan.contexts.get(context)?.at ?? { start: 0, end: 0 };
      return note([`Calls begin in [${context}]: ${why}.`, at]);
    }),
    ...ofIncludes,
    ...included.map((path) => note([`"${path}" is included and was read.`, { start: 0, end: 0 }])),
    ...dialplan.leftovers.map(({ message, at }) => note([message, at])),
    ...explored.notes.map(({ message, at }) => note([message, at])),
    ...unreachedNotes(dialplan, reachedSteps).map(note),
  ];
}

/** A dialplan in which no call can begin. */
function withoutEntries(
  source: Source,
  dialplan: Dialplan,
  unresolved: readonly ImportNote[],
): Imported {
  const finding = unknownFormatFinding(
    source,
    { start: 0, end: 1 },
    'no context of this dialplan has an extension with a priority 1',
    'Give the file with the contexts that calls come into, and with "exten" lines.',
  );
  const blocks = dialplan.steps.length;
  return {
    documents: [],
    findings: [finding],
    report: { flows: 0, blocks, ...countNodes([]), eventHooks: [], unresolved },
  };
}

/**
 * Imports a dialplan of Asterisk, with the files that it includes, as one script. Every priority that a
 * call can come to is a node or a part of one, named in `origin`; every other is told in the report.
 */
export function importDialplan(reading: TextReading): Imported {
  const { joined, notes: ofIncludes, included } = joinIncludes(reading);
  const excess = tooManyAt(joined.source);
  if (excess !== undefined) {
    const finding = joined.bring(tooManyValues(joined.source, excess));
    return { documents: [], findings: [finding], report: mergeReports([]) };
  }
  const { dialplan, findings: inText } = readDialplan(joined.source);
  const findings: readonly Finding[] = inText.map(joined.bring);
  const { entries, why } = chooseEntries(dialplan);
  if (entries.length === 0) {
    const nothing = withoutEntries(reading.source, dialplan, ofIncludes);
    return { ...nothing, findings: [...findings, ...nothing.findings] };
  }
  const explored = explore(dialplan, joined.source, entries);
  const title = fileTitle(reading.source.path);
  const { script, nodes, extents, reachedSteps } = writeScript(dialplan, explored, entries, title);

  const told = { joined, dialplan, explored, entries, why, ofIncludes, included };
  const document: ScriptDocument = {
    source: reading.source,
    format: 'asterisk',
    script,
    places: placesIn(joined, extents),
  };
  return {
    documents: [document],
    findings,
    report: {
      flows: 1,
      blocks: dialplan.steps.length,
      ...countNodes(nodes),
      eventHooks: [],
      unresolved: notesOf(told, reachedSteps),
    },
  };
}
