import { nameFrom, type CalendarId, type NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { Said } from '../said.ts';
import { textOf, type CellAt, type RowAt, type Tables } from './read-inserts.ts';

/** What a destination needs of the menus around it. */
export interface Surroundings {
  readonly to: (cell: CellAt | undefined) => NodeId | undefined;
  readonly say: (cell: CellAt | undefined) => Said | undefined;
  /** Where a row that returns leads to: the IVR that the call came from, else the destination. */
  readonly back: (row: RowAt, destination: CellAt | undefined) => NodeId | undefined;
  /** Counts another row as a part of this node. */
  readonly isPart: (row: RowAt) => void;
}

/** A destination whose row is there: where it is written, and what it becomes. */
export interface FoundRow {
  readonly row: RowAt;
  readonly node: (around: Surroundings) => ScriptNode;
}

/** True for an announcement that leads back to the IVR that the call came from. */
export const isReturning = (row: RowAt): boolean => textOf(row, 'return_ivr') === '1';

function byId(rows: readonly RowAt[] | undefined, column: string): ReadonlyMap<string, RowAt> {
  return new Map((rows ?? []).map((row) => [textOf(row, column), row]));
}

/** `09:00-17:00|mon-fri|*|*` as people say it; nothing where it holds always. */
const spoken = (time: string): string =>
  time
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '*' && part !== '')
    .join(', ');

/** Finds the rows of time conditions, announcements and ring groups by the destinations that lead there. */
export function createOtherTables(tables: Tables): (destination: string) => FoundRow | undefined {
  const conditions = byId(tables.get('timeconditions'), 'timeconditions_id');
  const groups = byId(tables.get('timegroups_groups'), 'id');
  const announcements = byId(tables.get('announcement'), 'announcement_id');
  const ringGroups = byId(tables.get('ringgroups'), 'grpnum');
  const times = new Map<string, RowAt[]>();
  for (const row of tables.get('timegroups_details') ?? []) {
    const group = textOf(row, 'timegroupid');
    const known = times.get(group) ?? [];
    times.set(group, known);
    known.push(row);
  }
  const saidOf = (row: RowAt): string => {
    const said = spoken(textOf(row, 'time'));
    return said === '' ? 'always' : said;
  };

  const condition = (row: RowAt, { to, isPart }: Surroundings): ScriptNode => {
    const name = textOf(row, 'displayname');
    const calendar = textOf(row, 'calendar_id') || textOf(row, 'calendar_group_id');
    const group = textOf(row, 'time');
    const rows = calendar === '' ? (times.get(group) ?? []) : [];
    const hours = rows.map(saidOf).join('; ');
    const title = [name, hours].filter((part) => part !== '').join(': ');
    const groupRow = calendar === '' ? groups.get(group) : undefined;
    const named = groupRow === undefined ? '' : textOf(groupRow, 'description');
    for (const part of groupRow === undefined ? rows : [groupRow, ...rows]) isPart(part);
    const called = named === '' ? `time group ${group}` : named;
    return {
      kind: 'branch',
      ...(title === '' ? {} : { title }),
      on: {
        calendar:
          calendar === ''
            ? (nameFrom(called, 'hours') as CalendarId)
            : { unknown: `calendar ${calendar}` },
      },
      cases: [{ when: 'open', to: to(row.cells.get('truegoto')) }],
      otherwise: to(row.cells.get('falsegoto')),
    };
  };

  const announcement = (row: RowAt, { to, back, say }: Surroundings): ScriptNode => {
    const name = textOf(row, 'description');
    const destination = row.cells.get('post_dest');
    const recording = row.cells.get('recording_id') ?? row.cells.get('recording');
    return {
      kind: 'announcement',
      ...(name === '' ? {} : { title: name }),
      say: say(recording),
      bargeIn: textOf(row, 'allow_skip') === '1',
      to: isReturning(row) ? back(row, destination) : to(destination),
    };
  };

  const ringGroup = (row: RowAt, { to, say }: Surroundings): ScriptNode => {
    const number = textOf(row, 'grpnum');
    const wait = textOf(row, 'grptime');
    return {
      kind: 'transfer',
      title: textOf(row, 'description') || `ext-group ${number}`,
      say: say(row.cells.get('annmsg_id')),
      number,
      ...(/^\d{1,4}$/.test(wait) ? { wait: Number(wait) } : {}),
      failure: to(row.cells.get('postdest')),
    };
  };

  return (destination) => {
    const [context = '', extension = ''] = destination.split(',');
    const announced = /^app-announcement-(\d+)$/.exec(context)?.[1];
    const found = (
      row: RowAt | undefined,
      map: (row: RowAt, around: Surroundings) => ScriptNode,
    ): FoundRow | undefined =>
      row === undefined ? undefined : { row, node: (around) => map(row, around) };
    if (context === 'timeconditions') return found(conditions.get(extension), condition);
    if (announced !== undefined) return found(announcements.get(announced), announcement);
    return context === 'ext-group' ? found(ringGroups.get(extension), ringGroup) : undefined;
  };
}
