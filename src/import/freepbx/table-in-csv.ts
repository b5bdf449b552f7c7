import type { Source } from '../../source/source.ts';

/** Tables of FreePBX, by columns that only they have. */
const columnsOf = {
  ivr_details: ['timeout_loops', 'invalid_loops', 'announcement'],
  ivr_entries: ['ivr_id', 'selection', 'dest'],
  recordings: ['displayname', 'filename'],
  timeconditions: ['timeconditions_id', 'truegoto', 'falsegoto'],
  timegroups_details: ['timegroupid', 'time'],
  announcement: ['announcement_id', 'post_dest'],
  ringgroups: ['grpnum', 'grplist', 'postdest'],
  // The columns of this one stand in others too, so it comes last.
  timegroups_groups: ['id', 'description'],
} as const;
export type TableName = keyof typeof columnsOf;
export const tableNames = Object.keys(columnsOf) as readonly TableName[];

/** True for statements that fill the table of IVRs. */
export const isDump = ({ text }: Source): boolean => /\bINTO[ \t]+[`"]?ivr_details\b/i.test(text);

/** The table that a CSV file holds, by the names in its first line. */
export function tableInCsv({ text }: Source): TableName | undefined {
  const end = text.search(/[\r\n]/);
  const head = text.slice(0, end === -1 ? 2_000 : Math.min(end, 2_000));
  const columns = new Set(head.split(/[,;\t]/).map((name) => name.replace(/["'\s\uFEFF]/g, '')));
  return tableNames.find((name) => columnsOf[name].every((column) => columns.has(column)));
}
