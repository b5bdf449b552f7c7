import type { Source } from '../../../source/source.ts';
import { fieldOf, type MapTree, type Tree } from '../../../source/tree.ts';

/** What an object of Amazon Connect's API describes, as far as it says who takes calls and when. */
export type ObjectKind = 'hours' | 'override' | 'queue' | 'quick-connect';

/** An object, with the file that it stands in. */
export interface DirectoryObject {
  readonly kind: ObjectKind;
  readonly source: Source;
  readonly tree: MapTree;
}

/** Fields in which the answers of the API wrap one object, or a list of them. */
const wrappers = new Set([
  ...['HoursOfOperation', 'HoursOfOperationOverride', 'Queue', 'QuickConnect'],
  ...['HoursOfOperationSummaryList', 'HoursOfOperationOverrideList', 'HoursOfOperations'],
  ...['HoursOfOperationOverrides', 'QueueSummaryList', 'Queues'],
  ...['QuickConnectSummaryList', 'QuickConnects'],
]);

export function textOf(tree: Tree | undefined, name: string): string | undefined {
  const value = fieldOf(tree, name)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

const arnFields = ['Arn', 'QueueArn', 'HoursOfOperationArn', 'QuickConnectARN', 'QuickConnectArn'];

/** The ARN of an object itself, under whichever name. */
export function arnOf(tree: MapTree, kind: ObjectKind): string | undefined {
  const names: Readonly<Record<ObjectKind, readonly string[]>> = {
    queue: ['QueueArn', 'Arn'],
    hours: ['HoursOfOperationArn', 'Arn'],
    override: ['HoursOfOperationOverrideArn'],
    'quick-connect': ['QuickConnectARN', 'QuickConnectArn', 'Arn'],
  };
  return names[kind].map((name) => textOf(tree, name)).find((text) => text !== undefined);
}

const quickConnectTypes = new Set(['PHONE_NUMBER', 'QUEUE', 'USER', 'FLOW']);

/** What every object has a field of; the strings of a text can't hide it, unless they have escapes. */
export const directoryNames =
  /"(?:Name|Config|QuickConnectConfig|EffectiveFrom|HoursOfOperationOverrideId)"/;

/** What an object is, by what it has; nothing for one of another kind. */
function kindOf(tree: MapTree): ObjectKind | undefined {
  const has = (name: string) => fieldOf(tree, name) !== undefined;
  if (has('HoursOfOperationOverrideId') || (has('EffectiveFrom') && has('Config')))
    return 'override';
  if (fieldOf(tree, 'Config')?.value.kind === 'list' && has('TimeZone')) return 'hours';
  const type = textOf(tree, 'Type') ?? textOf(tree, 'QuickConnectType');
  if (has('QuickConnectConfig') || (has('Name') && quickConnectTypes.has(type ?? '')))
    return 'quick-connect';
  if (!has('Name')) return undefined;
  const arn = arnFields.map((name) => textOf(tree, name)).find((text) => text !== undefined) ?? '';
  if (/:instance\/[^/]+\/operating-hours\/[^/]+$/.test(arn)) return 'hours';
  if (/:instance\/[^/]+\/queue\/[^/]+$/.test(arn) || has('QueueId')) return 'queue';
  return has('HoursOfOperationId') || has('HoursOfOperationArn') ? 'queue' : undefined;
}

/** The objects in one value of a file: bare, in a list, or in what the API wraps them in. */
function objectsIn(source: Source, tree: Tree): readonly DirectoryObject[] {
  const items = tree.kind === 'list' ? tree.items : [tree];
  return items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const kind = kindOf(item);
    if (kind !== undefined) return [{ kind, source, tree: item }];
    return item.fields
      .filter(({ name }) => wrappers.has(name))
      .flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))
      .flatMap((inner): readonly DirectoryObject[] => {
        const innerKind = inner.kind === 'map' ? kindOf(inner) : undefined;
        return inner.kind === 'map' && innerKind !== undefined
          ? [{ kind: innerKind, source, tree: inner }]
          : [];
      });
  });
}

/** The queues, hours, overrides and quick connects in a file; none where it holds other things. */
export function findObjects(source: Source, trees: readonly Tree[]): readonly DirectoryObject[] {
  return trees.flatMap((tree) => objectsIn(source, tree));
}
