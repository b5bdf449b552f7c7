import { looksLikeJson } from '../../source/looks-like-json.ts';
import { readJsonValues } from '../../source/read-json-values.ts';
import type { Source } from '../../source/source.ts';
import type { Tree } from '../../source/tree.ts';
import { findObjects } from '../directory/amazon-connect/directory-object.ts';
import { identityOf } from '../directory/amazon-connect/object-index.ts';
import { fileTitle } from '../file-title.ts';
import type { Neighbours } from '../importer.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';
import { findContactFlows } from './find-contact-flows.ts';
import { nameInReference } from './references.ts';

/** What flows refer to. */
export type ThingKind = 'queue' | 'hours' | 'flow' | 'module' | 'prompt';

/** Something that a file of the export tells of. */
interface Thing {
  readonly kind: ThingKind;
  readonly name: string;
  /** The last part of its ARN; nothing where the file has none. */
  readonly id: string | undefined;
}

/** The other files of an export, asked for what a reference means. */
export interface ExportFolder {
  /** True when there are no other files. */
  readonly isEmpty: boolean;
  /** The name of a thing by its ARN, its id or its name; nothing where no file tells of it. */
  readonly nameOf: (kind: ThingKind, reference: string) => string | undefined;
}

/** Longer files are no list, and no flow that Amazon Connect would take. */
const longestText = 4_000_000;

const kindInArn: ReadonlyMap<string, ThingKind> = new Map([
  ['queue', 'queue'],
  ['operating-hours', 'hours'],
  ['contact-flow', 'flow'],
  ['flow-module', 'module'],
  ['prompt', 'prompt'],
]);

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1).toLowerCase();

/** An item of a list that the API gave: a name with an ARN that says what it is. */
function listed(item: Tree): readonly Thing[] {
  const name = textBelow(item, 'Name');
  const arn = textBelow(item, 'Arn');
  const [, type = ''] = /:instance\/[^/]+\/([a-z-]+)\/[^/]+$/.exec(arn ?? '') ?? [];
  const kind = kindInArn.get(type);
  if (name === undefined || arn === undefined || kind === undefined) return [];
  return [{ kind, name, id: lastPart(arn) }];
}

const lists = [
  'PromptSummaryList',
  'ContactFlowSummaryList',
  'ContactFlowModulesSummaryList',
  'QueueSummaryList',
  'HoursOfOperationSummaryList',
] as const;

function thingsIn(source: Source): readonly Thing[] {
  if (source.text.length > longestText || !looksLikeJson({ path: '', text: source.text }))
    return [];
  const trees = readJsonValues(source).flatMap(({ tree }) => (tree === undefined ? [] : [tree]));
  const objects = findObjects(source, trees).flatMap((object): readonly Thing[] => {
    if (object.kind !== 'queue' && object.kind !== 'hours') return [];
    const { id, name } = identityOf(object);
    return name === undefined ? [] : [{ kind: object.kind, name, id: id?.toLowerCase() }];
  });
  const items = trees.flatMap((tree) => [
    tree,
    ...itemsOf(tree),
    ...lists.flatMap((list) => itemsOf(below(tree, list))),
  ]);
  const flows = trees
    .flatMap((tree) => findContactFlows(source, tree)?.flows ?? [])
    .map((flow): Thing => {
      const name = flow.name ?? fileTitle(source.path);
      return { kind: flow.type === 'MODULE' ? 'module' : 'flow', name, id: flow.id };
    });
  return [...objects, ...flows, ...items.flatMap(listed)];
}

const known = new WeakMap<Source, readonly Thing[]>();

/** What a file tells of; asked once a file, however many flows refer to it. */
function thingsOf(source: Source): readonly Thing[] {
  const before = known.get(source);
  if (before !== undefined) return before;
  const things = thingsIn(source);
  known.set(source, things);
  return things;
}

/** JSON, by its ending or without one, as consoles and tools write it. */
const canTell = (path: string): boolean =>
  /\.json$/i.test(path) || !path.slice(path.lastIndexOf('/') + 1).includes('.');

const stepsUp = (path: string): number => path.split('/').filter((part) => part === '..').length;

/**
 * Looks through the other files of an export when it is first asked. Of several things with one name
 * the one in the nearest folder is meant.
 */
export function createExportFolder(neighbours: Neighbours): ExportFolder {
  let index: ReadonlyMap<string, string> | undefined;
  const read = (): ReadonlyMap<string, string> => {
    const names = new Map<string, string>();
    const add = (key: string, name: string) => {
      if (!names.has(key)) names.set(key, name);
    };
    const near = neighbours.paths
      .filter(canTell)
      .toSorted((a, b) => stepsUp(a) - stepsUp(b) || (a < b ? -1 : 1));
    for (const path of near) {
      const source = neighbours.read(path);
      for (const { kind, id, name } of source === undefined ? [] : thingsOf(source)) {
        if (id !== undefined) add(`${kind} id ${id}`, name);
        add(`${kind} name ${name}`, name);
      }
    }
    return names;
  };
  return {
    get isEmpty() {
      return neighbours.paths.length <= 1;
    },
    nameOf(kind, reference) {
      index ??= read();
      const byId = index.get(`${kind} id ${lastPart(reference.trim())}`);
      const named = nameInReference(reference);
      return byId ?? (named === undefined ? undefined : index.get(`${kind} name ${named}`));
    },
  };
}

/** A file that stands alone. */
export const noExportFolder: ExportFolder = { isEmpty: true, nameOf: () => undefined };
