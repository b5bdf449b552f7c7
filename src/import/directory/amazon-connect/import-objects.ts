import type { Tree } from '../../../source/tree.ts';
import { fieldOf } from '../../../source/tree.ts';
import { placeOf, type DirectoryDraft } from '../directory-draft.ts';
import { weekHours } from '../../../routing/week-hours.ts';
import { textOf, type DirectoryObject } from './directory-object.ts';
import { importOverride } from './import-override.ts';
import { identityOf, indexObjects, type Described, type ObjectIndex } from './object-index.ts';
import { readWeek } from './read-week.ts';

/** Fields that say which thing is meant: they are used up by finding it. */
const identity = new Set([
  ...['Id', 'Arn', 'Name', 'QueueId', 'QueueArn', 'HoursOfOperationArn', 'QuickConnectId'],
  ...['QuickConnectARN', 'QuickConnectArn', 'HoursOfOperationOverrideId'],
  'HoursOfOperationOverrideArn',
]);

const usedBy: Readonly<Record<DirectoryObject['kind'], ReadonlySet<string>>> = {
  hours: new Set(['HoursOfOperationId', 'TimeZone', 'Config']),
  override: new Set([
    ...['HoursOfOperationId', 'Config', 'EffectiveFrom', 'EffectiveTill'],
    ...['OverrideType', 'RecurrenceConfig'],
  ]),
  queue: new Set(['HoursOfOperationId', 'MaxContacts', 'Status']),
  'quick-connect': new Set(['Type', 'QuickConnectType', 'Number', 'QuickConnectConfig']),
};

function tallyFields(object: DirectoryObject, draft: DirectoryDraft): void {
  for (const { name } of object.tree.fields) {
    if (identity.has(name) || usedBy[object.kind].has(name)) draft.tally.use();
    else draft.tally.leave(name);
  }
}

/** A thing of Amazon Connect that isn't dropped, but that a directory has no place for. */
function leave(object: DirectoryObject, draft: DirectoryDraft, message: string): void {
  for (const { name } of object.tree.fields) draft.tally.leave(name);
  draft.notes.push({ message, at: placeOf(object.source, object.tree) });
}

const placeIn = ({ source }: DirectoryObject, tree: Tree | undefined) =>
  tree === undefined ? undefined : placeOf(source, tree);

/** Makes a calendar of hours of operation, with its overrides as exceptions. */
function importHours(
  { objects, best }: Described,
  overrides: readonly DirectoryObject[],
  draft: DirectoryDraft,
): string | undefined {
  const { id, name = id ?? '' } = identityOf(best);
  const config = fieldOf(best.tree, 'Config')?.value;
  const zone = fieldOf(best.tree, 'TimeZone')?.value;
  if (config === undefined) {
    const message = `Only the name of the hours "${name}" is in these files, not their times.`;
    for (const object of [...objects, ...overrides]) leave(object, draft, message);
    return undefined;
  }
  for (const object of objects) tallyFields(object, draft);
  const calendar = draft.nameFor('calendars', name);
  const week = readWeek(best, config, draft);
  const exceptions = overrides.flatMap((override) => {
    const exception = importOverride(override, week, draft);
    if ('left' in exception) {
      leave(override, draft, exception.left);
      return [];
    }
    tallyFields(override, draft);
    return [{ exception, override }];
  });
  const timeZone = textOf(best.tree, 'TimeZone');
  draft.add(
    'calendars',
    calendar,
    {
      ...(name === '' ? {} : { title: name }),
      ...(timeZone === undefined ? {} : { timeZone }),
      hours: weekHours(week),
      ...(exceptions.length === 0
        ? {}
        : { exceptions: exceptions.map(({ exception }) => exception) }),
    },
    placeOf(best.source, best.tree),
    {
      hours: placeIn(best, config),
      timeZone: placeIn(best, zone),
      title: placeIn(best, fieldOf(best.tree, 'Name')?.value),
    },
  );
  for (const [index, { override }] of exceptions.entries()) {
    draft.place(
      ['calendars', calendar, 'exceptions', index],
      placeOf(override.source, override.tree),
    );
  }
  return calendar;
}

/** The one calendar of all queues that are switched off. */
function neverCalendar(object: DirectoryObject, draft: DirectoryDraft): string {
  const id = 'switched-off';
  if (!draft.entries('calendars').has(id)) {
    const status = fieldOf(object.tree, 'Status')?.value ?? object.tree;
    const name = draft.nameFor('calendars', id);
    const at = placeOf(object.source, status);
    draft.add('calendars', name, { title: 'Switched off in Amazon Connect', hours: 'off' }, at);
  }
  return id;
}

function calendarOfQueue(
  object: DirectoryObject,
  hours: ObjectIndex,
  calendars: ReadonlyMap<Described, string>,
  draft: DirectoryDraft,
): string | undefined {
  const field =
    fieldOf(object.tree, 'HoursOfOperationId') ?? fieldOf(object.tree, 'HoursOfOperationArn');
  const reference =
    textOf(object.tree, 'HoursOfOperationId') ?? textOf(object.tree, 'HoursOfOperationArn');
  const note = (message: string, at: Tree) =>
    draft.notes.push({ message, at: placeOf(object.source, at) });
  if (textOf(object.tree, 'Status') === 'DISABLED') {
    const status = fieldOf(object.tree, 'Status')?.value ?? object.tree;
    note('This queue is switched off: it takes no calls, so it is never open here.', status);
    return neverCalendar(object, draft);
  }
  if (reference === undefined) return undefined;
  const found = hours.find(reference);
  const calendar = found === undefined ? undefined : calendars.get(found);
  if (calendar === undefined) {
    note("These files don't contain the hours of this queue.", field?.value ?? object.tree);
  }
  return calendar;
}

function importQueue(
  { objects, best }: Described,
  hours: ObjectIndex,
  calendars: ReadonlyMap<Described, string>,
  draft: DirectoryDraft,
): void {
  const { id = '', name } = identityOf(best);
  if (textOf(best.tree, 'QueueType') === 'AGENT') {
    for (const object of objects) leave(object, draft, 'This is the queue of one person.');
    return;
  }
  for (const object of objects) tallyFields(object, draft);
  const max = fieldOf(best.tree, 'MaxContacts')?.value;
  const capacity = max?.kind === 'scalar' ? max.value : undefined;
  const calendar = calendarOfQueue(best, hours, calendars, draft);
  draft.add(
    'queues',
    draft.nameFor('queues', name ?? `queue-${id.slice(0, 8)}`),
    {
      ...(name === undefined ? {} : { title: name }),
      ...(calendar === undefined ? {} : { calendar }),
      ...(typeof capacity === 'number' && Number.isInteger(capacity) && capacity >= 0
        ? { capacity }
        : {}),
    },
    placeIn(best, fieldOf(best.tree, 'Name')?.value) ?? placeOf(best.source, best.tree),
    {
      title: placeIn(best, fieldOf(best.tree, 'Name')?.value),
      calendar: placeIn(best, fieldOf(best.tree, 'HoursOfOperationId')?.value),
      capacity: placeIn(best, max),
    },
  );
}

/** An outside number from a quick connect; those to queues and people stay out. */
function importQuickConnect({ objects, best }: Described, draft: DirectoryDraft): void {
  const phone = fieldOf(fieldOf(best.tree, 'QuickConnectConfig')?.value, 'PhoneConfig')?.value;
  const field = fieldOf(phone, 'PhoneNumber') ?? fieldOf(best.tree, 'Number');
  const number = textOf(phone, 'PhoneNumber') ?? textOf(best.tree, 'Number');
  if (field === undefined || number === undefined || number === '') {
    for (const object of objects)
      leave(object, draft, 'This quick connect leads to no outside number that is known here.');
    return;
  }
  for (const object of objects) tallyFields(object, draft);
  const { id = '', name = `number-${id.slice(0, 8)}` } = identityOf(best);
  draft.add(
    'numbers',
    draft.nameFor('numbers', name),
    { number, title: name },
    placeOf(best.source, best.tree),
    { number: placeIn(best, field.value) },
  );
}

/** Makes calendars, queues and numbers of what Amazon Connect describes, resolving references. */
export function importObjects(objects: readonly DirectoryObject[], draft: DirectoryDraft): void {
  const size = ({ tree }: DirectoryObject) => tree.fields.length;
  const hours = indexObjects(objects, 'hours', (object) =>
    fieldOf(object.tree, 'Config') === undefined ? 0 : size(object),
  );
  const overrides = new Map<Described, DirectoryObject[]>();
  for (const override of objects.filter(({ kind }) => kind === 'override')) {
    const reference =
      textOf(override.tree, 'HoursOfOperationId') ?? textOf(override.tree, 'HoursOfOperationArn');
    const of = reference === undefined ? undefined : hours.find(reference);
    if (of === undefined) {
      leave(override, draft, "These files don't contain the hours of this override.");
      continue;
    }
    const known = overrides.get(of);
    if (known === undefined) overrides.set(of, [override]);
    else known.push(override);
  }
  const calendars = new Map<Described, string>();
  for (const described of hours.all) {
    const calendar = importHours(described, overrides.get(described) ?? [], draft);
    if (calendar !== undefined) calendars.set(described, calendar);
  }
  const queues = indexObjects(objects, 'queue', size);
  for (const described of queues.all) importQueue(described, hours, calendars, draft);
  const quickConnects = indexObjects(objects, 'quick-connect', size);
  for (const described of quickConnects.all) importQuickConnect(described, draft);
}
