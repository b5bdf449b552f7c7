import { columnKey } from '../formats/find-table.ts';
import { roleNames, type ColumnRole } from './column-roles.ts';

/** A name as `columnKey` writes it, with its words apart: `eventTimeUtc` is `event time utc`. */
export function wordsOfName(name: string): string {
  return columnKey(
    name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  );
}

/** What may stand around a name and says little: `ivrNodeName` is a node. */
const around: Readonly<Partial<Record<ColumnRole, readonly [before: RegExp, behind: RegExp]>>> = {
  call: [/^(?:ivr|phone) /, /$/],
  at: [/^(?:ivr|call|flow|step) /, / (?:utc|gmt|local)$/],
  until: [/^(?:ivr|call|flow|step) /, / (?:utc|gmt|local)$/],
  date: [/^(?:ivr|call|event) /, / (?:utc|gmt|local)$/],
  time: [/^(?:ivr|call|event) /, / (?:utc|gmt|local)$/],
  event: [/^(?:ivr|call|flow|step) /, / (?:name|code)$/],
  node: [/^(?:ivr|call|flow) /, / (?:name|id|label|title)$/],
  value: [/^(?:ivr|caller|customer|user) (?=input|choice|digit|selection|option|dtmf)/, /$/],
  exit: [/^(?:ivr|flow|step|node|menu) /, / (?:name|code)$/],
};

/** How well a column's name says that it is this; 0 for not at all. */
export function likeness(role: ColumnRole, column: string): number {
  // Of a path in JSON the last name says most, and the last two more: `data.menu.id` is a menu.
  const path = column.split('.');
  const ends = [column, path.slice(-2).join('.'), path.slice(-1).join('.')];
  const placeOf = (keys: readonly string[]): number =>
    roleNames.get(role)?.findIndex((name) => keys.includes(name)) ?? -1;
  for (const end of ends) {
    const place = placeOf([columnKey(end), wordsOfName(end)]);
    if (place >= 0) return 200 - place;
  }
  const [before, behind] = around[role] ?? [/$/, /$/];
  const whole = wordsOfName(column);
  const bare = whole.replace(before, '');
  const loose = placeOf([bare, bare.replace(behind, ''), whole.replace(behind, '')]);
  return loose < 0 ? 0 : Math.max(1, 100 - loose);
}
