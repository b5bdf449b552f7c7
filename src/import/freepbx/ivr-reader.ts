import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Said } from '../said.ts';
import type { ScriptWriter } from '../script-writer.ts';
import { ivrIn, nodeAt } from './destination.ts';
import { createMenusBefore } from './menus-before.ts';
import { createOtherTables, type FoundRow } from './other-tables.ts';
import { placeIn, textOf, type CellAt, type RowAt, type Tables } from './read-inserts.ts';
import type { RowCount } from './row-count.ts';

/** What is known of the tables while their IVRs become nodes. */
export interface IvrReader {
  readonly writer: ScriptWriter;
  readonly rows: RowCount;
  /** The IVRs by their numbers; of several rows with one number the first counts. */
  readonly menus: ReadonlyMap<string, { readonly row: RowAt; readonly id: NodeId }>;
  /** The node of a destination; nothing where the cell is empty. */
  readonly to: (cell: CellAt | undefined) => NodeId | undefined;
  /** The recording behind a number of the table of recordings, as a part of this node. */
  readonly say: (
    cell: CellAt | undefined,
    fallback: string,
    node: NodeId | undefined,
  ) => Said | undefined;
  /** The IVRs that a call can have come from to this IVR. */
  readonly menusBefore: (number: string) => readonly NodeId[];
  /** Where something leads that returns to the IVR before; nothing where there is none. */
  readonly back: (destination: string, at: RowAt) => NodeId | undefined;
  /** Makes the nodes of destinations that other tables tell of. */
  readonly finish: () => void;
}

export const isSet = (cell: CellAt | undefined): cell is CellAt =>
  cell !== undefined && cell.text !== '';

export function createIvrReader(tables: Tables, writer: ScriptWriter, rows: RowCount): IvrReader {
  const menus = new Map<string, { row: RowAt; id: NodeId }>();
  for (const row of tables.get('ivr_details') ?? []) {
    const number = textOf(row, 'id');
    if (menus.has(number)) continue;
    const fallback = `ivr-${nameFrom(`n${number}`, 'n').slice(1)}`;
    const id = writer.freshId(`ivr ${row.cells.get('name')?.text ?? number}`, fallback);
    menus.set(number, { row, id });
    rows.stands(row);
  }
  const recordings = new Map(
    (tables.get('recordings') ?? []).map((row): [string, RowAt] => [textOf(row, 'id'), row]),
  );
  const inTables = createOtherTables(tables);
  const before = createMenusBefore(tables);
  const known = new Map<string, NodeId>();
  const ways = new Map<string, NodeId>();
  const waiting: (FoundRow & { readonly id: NodeId; readonly destination: string })[] = [];

  const to: IvrReader['to'] = (cell) => {
    if (!isSet(cell)) return undefined;
    const found = menus.get(ivrIn(cell.text) ?? '')?.id ?? known.get(cell.text);
    if (found !== undefined) return found;
    const [context = '', extension = ''] = cell.text.split(',');
    const id = writer.freshId(`${context} ${extension}`, 'destination');
    known.set(cell.text, id);
    const inTable = inTables(cell.text);
    if (inTable !== undefined) {
      rows.stands(inTable.row);
      waiting.push({ ...inTable, id, destination: cell.text });
      return id;
    }
    const node = nodeAt(cell.text);
    if (node.kind === 'subflow')
      writer.tell(`What "${cell.text}" does is in other tables of FreePBX.`, placeIn(cell));
    return writer.add(id, { ...node, origin: [cell.text] }, placeIn(cell));
  };

  const say: IvrReader['say'] = (cell, fallback, node) => {
    if (!isSet(cell) || cell.text === '0') return undefined;
    if (cell.text === 'default') return { recording: fallback };
    const row = recordings.get(cell.text);
    if (row === undefined) return { unknown: `recording ${cell.text}` };
    if (node !== undefined) rows.isPart(row, node);
    const file = textOf(row, 'filename').replaceAll('&', ' + ');
    return file === '' ? { unknown: `recording ${cell.text}` } : { recording: file };
  };

  const nodesBefore = (destination: string): readonly NodeId[] =>
    before(destination).flatMap((number) => menus.get(number)?.id ?? []);

  const back: IvrReader['back'] = (destination, at) => {
    const candidates = nodesBefore(destination);
    const [only, another] = candidates;
    if (only === undefined || another === undefined) return only;
    const key = candidates.join(' ');
    const made = ways.get(key) ?? writer.freshId(`back from ${destination}`, 'back');
    if (ways.has(key)) return made;
    ways.set(key, made);
    const exits = candidates.map((candidate) => ({
      trigger: 'case' as const,
      when: `came from "${candidate}"`,
      to: candidate,
    }));
    const node = { kind: 'opaque' as const, vendor: 'freepbx', type: 'ivr-return', exits };
    return writer.add(made, node, placeIn(at));
  };

  return {
    writer,
    rows,
    menus,
    to,
    say,
    back,
    menusBefore: (number) => nodesBefore(`ivr-${number},s,1`),
    finish() {
      for (const { id, row, node, destination } of waiting) {
        const made = node({
          to,
          say: (cell) => say(cell, 'announcement', id),
          back: (from, cell) => back(destination, from) ?? to(cell),
          isPart: (part) => {
            rows.isPart(part, id);
          },
        });
        writer.add(id, { ...made, origin: [destination] }, placeIn(row));
      }
    },
  };
}
