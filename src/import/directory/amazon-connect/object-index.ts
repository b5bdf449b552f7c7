import { arnOf, textOf, type DirectoryObject, type ObjectKind } from './directory-object.ts';

const idFields: Readonly<Record<ObjectKind, string>> = {
  queue: 'QueueId',
  hours: 'HoursOfOperationId',
  override: 'HoursOfOperationOverrideId',
  'quick-connect': 'QuickConnectId',
};

const idInArn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** What an object is known by: its id where it has one, else its name. */
export function identityOf({ kind, tree }: DirectoryObject): {
  readonly id: string | undefined;
  readonly name: string | undefined;
} {
  const arn = arnOf(tree, kind);
  // In exports that carry no ids, a queue's HoursOfOperationId still is that of its hours.
  const own = textOf(tree, idFields[kind]) ?? textOf(tree, 'Id');
  return { id: own ?? (arn === undefined ? undefined : idInArn(arn)), name: textOf(tree, 'Name') };
}

/** The same thing, as one or more files tell of it: a list names it, a description says more. */
export interface Described {
  readonly objects: readonly DirectoryObject[];
  /** The object that says most, the first of several. */
  readonly best: DirectoryObject;
}

/** Things of one kind, in the order of the files, and how references find them. */
export interface ObjectIndex {
  readonly all: readonly Described[];
  /** By ARN, id or name, as a reference gives it. */
  find(reference: string): Described | undefined;
}

export function indexObjects(
  objects: readonly DirectoryObject[],
  kind: ObjectKind,
  /** How much an object says: of several that tell of one thing the best is taken. */
  worth: (object: DirectoryObject) => number,
): ObjectIndex {
  const groups = new Map<string, DirectoryObject[]>();
  const nameless: Described[] = [];
  for (const object of objects.filter((one) => one.kind === kind)) {
    const { id, name } = identityOf(object);
    const key = id === undefined ? (name === undefined ? undefined : `name ${name}`) : `id ${id}`;
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(object);
    else if (key !== undefined) groups.set(key, [object]);
    else nameless.push({ objects: [object], best: object });
  }
  const all: Described[] = [...groups.values()].map((group) => {
    const [first, ...others] = group as [DirectoryObject, ...DirectoryObject[]];
    const best = others.reduce((a, b) => (worth(b) > worth(a) ? b : a), first);
    return { objects: group, best };
  });
  const byId = new Map<string, Described>();
  const byName = new Map<string, Described>();
  for (const described of all) {
    const { id, name } = identityOf(described.best);
    if (id !== undefined) byId.set(id, described);
    for (const key of name === undefined ? [] : [name, name.toLowerCase()]) {
      if (!byName.has(key)) byName.set(key, described);
    }
  }
  return {
    all: [...all, ...nameless],
    find: (reference) =>
      byId.get(idInArn(reference)) ??
      byId.get(reference) ??
      byName.get(reference) ??
      byName.get(reference.toLowerCase()),
  };
}
