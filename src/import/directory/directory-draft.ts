import type {
  Directory,
  DirectoryDocument,
  DirectoryInput as Input,
} from '../../routing/directory.ts';
import { directorySchema } from '../../routing/schema.ts';
import { nameFrom } from '../../script/names.ts';
import type { Finding } from '../../source/finding.ts';
import { placeBetween, type Place, type Source } from '../../source/source.ts';
import type { Extent, Path, Places } from '../../source/tree.ts';
import { createNameTable, type NameTable } from '../name-table.ts';
import type { ImportNote } from '../import-report.ts';
import { createTally, type SettingTally } from './directory-report.ts';

/** What a directory keeps under names that are made while vendors' files are read. */
export interface DraftEntries {
  readonly calendars: NonNullable<Input['calendars']>[string];
  readonly queues: NonNullable<Input['queues']>[string];
  readonly numbers: NonNullable<Input['numbers']>[string];
  readonly sites: NonNullable<Input['sites']>[string];
}
export type DraftKind = keyof DraftEntries;

/** A directory in the making, with the place in a vendor's file of everything that is in it. */
export interface DirectoryDraft {
  readonly tally: SettingTally;
  readonly notes: ImportNote[];
  readonly findings: Finding[];
  /** Takes a name that is still free. */
  nameFor(kind: DraftKind, wanted: string): string;
  /** Adds an entry. `whole` is where it stands, `parts` where each of its fields does. */
  add<Kind extends DraftKind>(
    kind: Kind,
    name: string,
    entry: DraftEntries[Kind],
    whole: Place,
    parts?: Readonly<Record<string, Place | undefined>>,
  ): void;
  /** Says where something deeper inside an entry stands. */
  place(path: Path, at: Place): void;
  entries<Kind extends DraftKind>(kind: Kind): ReadonlyMap<string, DraftEntries[Kind]>;
  /** The directory as far as it was made; nothing, and findings, where its parts are too much. */
  finish(source: Source, id: string, timeZone: string): DirectoryDocument | undefined;
}

const keyOf = (path: Path): string => JSON.stringify(path);

export const placeOf = (source: Source, { start, end }: Extent): Place =>
  placeBetween(source, start, end);

function draftPlaces(
  source: Source,
  places: ReadonlyMap<string, Place>,
  parts: ReadonlyMap<string, readonly string[]>,
): Places {
  return {
    at(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(keyOf(path.slice(0, length)));
        if (place !== undefined) return place;
      }
      return placeBetween(source, 0, 0);
    },
    has: (path) => places.has(keyOf(path)),
    fields: (path) => parts.get(keyOf(path)) ?? [],
  };
}

export function createDirectoryDraft(): DirectoryDraft {
  const made: { readonly [Kind in DraftKind]: Map<string, DraftEntries[Kind]> } = {
    calendars: new Map(),
    queues: new Map(),
    numbers: new Map(),
    sites: new Map(),
  };
  const names: Readonly<Record<DraftKind, NameTable>> = {
    calendars: createNameTable(),
    queues: createNameTable(),
    numbers: createNameTable(),
    sites: createNameTable(),
  };
  const fallbacks = {
    calendars: 'hours',
    queues: 'queue',
    numbers: 'number',
    sites: 'site',
  } as const;
  const places = new Map<string, Place>();
  const fields = new Map<string, readonly string[]>();
  const findings: Finding[] = [];

  return {
    tally: createTally(),
    notes: [],
    findings,
    nameFor: (kind, wanted) => names[kind].take(nameFrom(wanted, fallbacks[kind])),
    add(kind, name, entry, whole, parts = {}) {
      made[kind].set(name, entry);
      places.set(keyOf([kind, name]), whole);
      const written: string[] = [];
      for (const [field, place] of Object.entries(parts)) {
        if (place === undefined) continue;
        places.set(keyOf([kind, name, field]), place);
        written.push(field);
      }
      fields.set(keyOf([kind, name]), written);
    },
    place: (path, at) => void places.set(keyOf(path), at),
    entries: (kind) => made[kind],
    finish(source, id, timeZone) {
      const value: Input = {
        directory: 1,
        id,
        timeZone,
        calendars: Object.fromEntries(made.calendars),
        queues: Object.fromEntries(made.queues),
        numbers: Object.fromEntries(made.numbers),
        sites: Object.fromEntries(made.sites),
      };
      const located = draftPlaces(source, places, fields);
      const result = directorySchema.safeParse(value, { jitless: true });
      if (result.success) {
        const directory: Directory = result.data;
        return { source, directory, places: located };
      }
      for (const { path, message } of result.error.issues) {
        const way = path.filter((step) => typeof step !== 'symbol');
        findings.push({
          ruleId: 'invalid-value',
          severity: 'error',
          message: `This can't be in a directory: ${message}.`,
          data: {},
          subject: way.join('/'),
          at: located.at(way),
          related: [],
          help: "Correct it in the vendor's system, or remove it from the file.",
        });
      }
      return undefined;
    },
  };
}
