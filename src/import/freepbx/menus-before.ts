import { ivrIn } from './destination.ts';
import { isReturning } from './other-tables.ts';
import { textOf, type RowAt, type Tables } from './read-inserts.ts';

/** Ways back through more rows than this are not followed to their beginning. */
const mostAbove = 1_000;

type Kind = 'timeout' | 'invalid';

/** True where silence, or a wrong key, leads back to the IVR that the call came from. */
export const returnsAfter = (row: RowAt, kind: Kind): boolean =>
  textOf(row, `${kind}_ivr_ret`) === '1';

/**
 * Tells from which other IVRs a call can have come to an IVR (`ivr-4`) or another destination, with no
 * IVR between: those that an option with "return to IVR" leads back to. Where there is none, such an
 * option leads on as written, and then is a way like any other.
 */
export function createMenusBefore(tables: Tables): (destination: string) => readonly string[] {
  const before = new Map<string, Set<string>>();
  const keyOf = (destination: string): string => {
    const number = ivrIn(destination);
    return number === undefined ? destination : `ivr-${number}`;
  };
  const lead = (from: string, ...destinations: readonly string[]) => {
    for (const destination of destinations) {
      if (destination === '') continue;
      const key = keyOf(destination);
      const known = before.get(key) ?? new Set();
      before.set(key, known.add(from));
    }
  };
  const menusBefore = (destination: string): readonly string[] => {
    const own = keyOf(destination);
    const menus: string[] = [];
    const seen = new Set([own]);
    for (const key of seen) {
      if (seen.size > mostAbove) break;
      if (key !== own && /^ivr-\d+$/.test(key)) menus.push(key.slice(4));
      else for (const from of before.get(key) ?? []) seen.add(from);
    }
    return menus;
  };

  const returning: { readonly from: string; readonly to: string }[] = [];
  for (const row of tables.get('ivr_details') ?? []) {
    const from = `ivr-${textOf(row, 'id')}`;
    for (const kind of ['timeout', 'invalid'] as const) {
      const to = textOf(row, `${kind}_destination`);
      if (textOf(row, `${kind}_loops`) === 'disabled') continue;
      if (returnsAfter(row, kind)) returning.push({ from, to });
      else lead(from, to);
    }
  }
  for (const row of tables.get('ivr_entries') ?? []) {
    const [from, to] = [`ivr-${textOf(row, 'ivr_id')}`, textOf(row, 'dest')];
    if (textOf(row, 'ivr_ret') === '1') returning.push({ from, to });
    else lead(from, to);
  }
  for (const row of tables.get('timeconditions') ?? []) {
    const from = `timeconditions,${textOf(row, 'timeconditions_id')},1`;
    lead(from, textOf(row, 'truegoto'), textOf(row, 'falsegoto'));
  }
  for (const row of tables.get('ringgroups') ?? [])
    lead(`ext-group,${textOf(row, 'grpnum')},1`, textOf(row, 'postdest'));
  for (const row of tables.get('announcement') ?? []) {
    const [from, to] = [
      `app-announcement-${textOf(row, 'announcement_id')},s,1`,
      textOf(row, 'post_dest'),
    ];
    if (isReturning(row)) returning.push({ from, to });
    else lead(from, to);
  }
  const first = returning.filter(({ from }) => menusBefore(from).length === 0);
  for (const { from, to } of first) lead(from, to);
  return menusBefore;
}
