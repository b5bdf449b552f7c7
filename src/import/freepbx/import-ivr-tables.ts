import { nameFrom, type NodeId } from '../../script/names.ts';
import { placeBetween } from '../../source/source.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import { unsupportedFormatFinding } from '../format-finding.ts';
import type { Imported, TextReading } from '../importer.ts';
import { mergeReports } from '../import-report.ts';
import { createScriptWriter } from '../script-writer.ts';
import { createIvrReader } from './ivr-reader.ts';
import { mapIvr } from './map-ivr.ts';
import { placeIn, textOf, type RowAt, type TablesReading } from './read-inserts.ts';
import { createRowCount } from './row-count.ts';

/** The options of each IVR, in the order of the file. */
function byIvr(entries: readonly RowAt[]): ReadonlyMap<string, readonly RowAt[]> {
  const own = new Map<string, RowAt[]>();
  for (const entry of entries) {
    const number = textOf(entry, 'ivr_id');
    const known = own.get(number) ?? [];
    own.set(number, known);
    known.push(entry);
  }
  return own;
}

/**
 * Imports the IVRs of FreePBX from the rows of `ivr_details` and `ivr_entries`: each a menu, with its
 * retries, and what its destinations are.
 */
export function importIvrTables(
  { source }: TextReading,
  { tables, findings }: TablesReading,
): Imported {
  const details = tables.get('ivr_details') ?? [];
  const [first] = details;
  if (first === undefined) {
    const none = unsupportedFormatFinding(
      source,
      { start: 0, end: 0 },
      'This has the table "ivr_details" of FreePBX, but no row of it',
      'Dump the tables with their rows, each with the names of its columns or with CREATE TABLE.',
    );
    const reasons = findings.length > 0 ? findings : [none];
    return { documents: [], findings: reasons, report: mergeReports([]) };
  }
  const writer = createScriptWriter(source, 'freepbx', placeBetween(source, 0, 0));
  const rows = createRowCount(tables, writer);
  const reader = createIvrReader(tables, writer, rows);
  const entries = tables.get('ivr_entries') ?? [];
  const own = byIvr(entries);
  for (const [number, { row, id }] of reader.menus) mapIvr(row, id, own.get(number) ?? [], reader);
  reader.finish();
  for (const row of details)
    if (!rows.isKnown(row)) rows.leaveOut(row, 'Another row above this one has its number.');
  for (const entry of entries)
    if (!reader.menus.has(textOf(entry, 'ivr_id')))
      rows.leaveOut(entry, "This option belongs to an IVR that isn't there.");

  const ledTo = writer.ledTo();
  const all = [...reader.menus.values()];
  const free = all.filter(({ id }) => !ledTo.has(id));
  const starts = free.length > 0 ? free : all.slice(0, 1);
  const counted = rows.finish();
  const document = writer.finish(
    {
      id: nameFrom(fileTitle(source.path), 'freepbx') as NodeId,
      language: 'en',
      defaults: { bargeIn: true },
      entries: starts.map(({ id }) => ({ start: id })),
    },
    starts.map(({ row }) => placeIn(row)),
  );
  const report = {
    flows: all.length,
    ...counted,
    ...countNodes(writer.nodes()),
    eventHooks: [],
    unresolved: writer.notes(),
  };
  return { documents: [document], findings, report };
}
