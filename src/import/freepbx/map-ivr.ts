import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { isSet, type IvrReader } from './ivr-reader.ts';
import { returnsAfter } from './menus-before.ts';
import { placeIn, textOf, type CellAt, type RowAt } from './read-inserts.ts';

/** Sounds of the module's own, where a menu says "default". */
const defaultRetry = 'no-valid-responce-pls-try-again';
const defaultFinal = 'no-valid-responce-transfering';

type Kind = 'timeout' | 'invalid';
type Retry = NonNullable<NodeOfKind<'menu'>['noMatch']>;

/** One IVR while it becomes a menu. */
interface Ivr {
  readonly row: RowAt;
  readonly id: NodeId;
  readonly number: string;
  readonly title: string;
  readonly entries: readonly RowAt[];
}

const selectionOf = (entry: RowAt): string => textOf(entry, 'selection');
const mayReturn = (entry: RowAt): boolean => textOf(entry, 'ivr_ret') === '1';

/** An IVR that can't come from another leads on as written, which the report tells. */
function leadOn(destination: CellAt | undefined, at: RowAt, { writer, to }: IvrReader) {
  writer.tell(
    'This returns to the IVR that the call came from, but no IVR leads here: the written destination is used.',
    placeIn(at),
  );
  return to(destination);
}

/** Where an entry for silence or wrong keys leads, which counts only where loops are disabled. */
function ownWay(ivr: Ivr, kind: Kind, reader: IvrReader): NodeId | undefined {
  const selection = kind === 'timeout' ? 't' : 'i';
  const [entry, ...others] = ivr.entries.filter((one) => selectionOf(one) === selection);
  for (const other of others)
    reader.rows.leaveOut(other, 'The IVR already has this selection above; that one counts.');
  if (entry === undefined) return undefined;
  if (textOf(ivr.row, `${kind}_loops`) !== 'disabled') {
    const why = `This counts only where "${kind}_loops" is disabled.`;
    reader.rows.leaveOut(entry, why);
    return undefined;
  }
  reader.rows.isPart(entry, ivr.id);
  const destination = entry.cells.get('dest');
  if (!mayReturn(entry)) return reader.to(destination);
  return reader.back(`ivr-${ivr.number},s,1`, entry) ?? leadOn(destination, entry, reader);
}

/** `timeout_…` or `invalid_…`: retries, then where to go; `disabled` leads on at once, or ends the call. */
function retryOf(ivr: Ivr, kind: Kind, reader: IvrReader): Retry {
  const { row, id, title } = ivr;
  const { writer, to, say } = reader;
  const own = ownWay(ivr, kind, reader);
  const loops = textOf(row, `${kind}_loops`);
  if (loops === 'disabled') return { attempts: 1, to: own };
  const attempts = Math.min(20, (/^\d{1,2}$/.test(loops) ? Number(loops) : 0) + 1);
  const again = say(row.cells.get(`${kind}_retry_recording`), defaultRetry, id);
  const destination = row.cells.get(`${kind}_destination`);
  const target = returnsAfter(row, kind)
    ? (reader.back(`ivr-${ivr.number},s,1`, row) ?? leadOn(destination, row, reader))
    : to(destination);
  const said = row.cells.get(`${kind}_recording`);
  if (!isSet(said) || said.text === '0' || target === undefined)
    return { attempts, say: attempts === 1 ? undefined : again, to: target };
  const last = writer.freshId(`${title} ${kind} last`, `${kind}-last`);
  writer.add(
    last,
    {
      kind: 'announcement',
      say: say(said, defaultFinal, last),
      bargeIn: false,
      to: target,
      origin: [`ivr_details ${kind}_recording`],
    },
    placeIn(said),
  );
  return { attempts, say: attempts === 1 ? undefined : again, to: last };
}

/** What a row of `ivr_entries` with keys or a pattern is; nothing for those that are neither. */
function optionOf(entry: RowAt, reader: IvrReader, ivr: Ivr): MenuOption {
  const selection = selectionOf(entry);
  const chosen = selection.startsWith('_') ? { intent: selection } : { key: selection };
  const destination = entry.cells.get('dest');
  reader.rows.isPart(entry, ivr.id);
  if (!mayReturn(entry)) return { ...chosen, to: reader.to(destination) };
  if (reader.menusBefore(ivr.number).length > 0) return { ...chosen, do: 'back' };
  return { ...chosen, to: leadOn(destination, entry, reader) };
}

const weight = (entry: RowAt): number => Number(selectionOf(entry).replace(/\D/g, ''));

/** The entries that are options, keys in the order of their numbers, then patterns. */
function shownOf({ entries }: Ivr, { rows }: IvrReader): readonly RowAt[] {
  const keys = entries.filter((entry) => /^[0-9*#]{1,8}$/.test(selectionOf(entry)));
  const patterns = entries.filter((entry) => selectionOf(entry).startsWith('_'));
  const shown = [...keys.toSorted((a, b) => weight(a) - weight(b)), ...patterns];
  const known = new Set(shown);
  for (const entry of entries)
    if (!known.has(entry) && !['t', 'i'].includes(selectionOf(entry)))
      rows.leaveOut(entry, `Callers can't press this: ${selectionOf(entry) || 'nothing'}.`);
  return shown;
}

/** What an IVR does beside all this. */
function tellMore({ row, title, number }: Ivr, { writer }: IvrReader): void {
  const name = title === '' ? number : title;
  const tellOf = (column: string, isOn: (text: string) => boolean, message: string) => {
    const cell = row.cells.get(column);
    if (isSet(cell) && isOn(cell.text)) writer.tell(message, placeIn(cell));
  };
  tellOf(
    'directdial',
    (text) => text !== '0',
    `Callers of "${name}" may dial extensions directly; they aren't shown.`,
  );
  tellOf(
    'strict_dial_timeout',
    (text) => text === '1',
    `"${name}" has a strict dial timeout: how long it waits after keys isn't shown.`,
  );
  for (const kind of ['timeout', 'invalid'] as const)
    if (isSet(row.cells.get(`${kind}_retry_recording`)))
      tellOf(
        `${kind}_append_announce`,
        (text) => text === '0',
        `When "${name}" asks again, callers hear only the recording for retries; in the script they hear the announcement, too.`,
      );
}

/** Makes the menu of one IVR. */
export function mapIvr(row: RowAt, id: NodeId, entries: readonly RowAt[], reader: IvrReader): void {
  const ivr = { row, id, number: textOf(row, 'id'), title: textOf(row, 'name'), entries };
  const shown = shownOf(ivr, reader);
  const noInput = retryOf(ivr, 'timeout', reader);
  const noMatch = retryOf(ivr, 'invalid', reader);
  const seconds = Number(row.cells.get('timeout_time')?.text ?? 10);
  const placeOf = (column: string) => {
    const cell = row.cells.get(column);
    return cell === undefined ? undefined : placeIn(cell);
  };
  reader.writer.add(
    id,
    {
      kind: 'menu',
      title: ivr.title === '' ? undefined : ivr.title,
      say: reader.say(row.cells.get('announcement'), 'announcement', id),
      bargeIn: true,
      options: shown.map((entry) => optionOf(entry, reader, ivr)),
      noInput: { wait: Number.isFinite(seconds) && seconds >= 0 ? seconds : 10, ...noInput },
      noMatch,
      interDigit: 3,
      origin: [`ivr_details ${ivr.number}`],
    },
    placeIn(row),
    [
      ...shown.map((entry, index) => [['options', index], placeIn(entry)] as const),
      [['title'], placeOf('name')],
      [['noInput'], placeOf('timeout_loops')],
      [['noMatch'], placeOf('invalid_loops')],
    ],
  );
  tellMore(ivr, reader);
}
