import type { Condensing } from '../begin-condensing.ts';
import type { LoggedEvent } from '../event-table.ts';
import { hashOf } from './byte-words.ts';

/** The rows of calls that are open, in a form that goes from thread to thread. */
export interface OpenRows {
  /** The ids behind each other, and where each ends. */
  readonly ids: Uint8Array;
  readonly idEnds: Int32Array;
  /** The events of each call in the order of its rows, and where each call ends. */
  readonly at: Float64Array;
  readonly event: Int32Array;
  readonly seq: Float64Array | undefined;
  readonly callEnds: Int32Array;
  /** What the numbers in `event` stand for. */
  readonly events: readonly LoggedEvent[];
}

/** The rows of all calls that are open, of one log. */
export function takeOpenRows({ condenser, events }: Condensing): OpenRows {
  let calls = 0;
  let idBytes = 0;
  condenser.eachOpen((id) => {
    calls += 1;
    idBytes += id.length;
  });
  const rows = condenser.held();
  const known = new Map<number, number>();
  const kept: LoggedEvent[] = [];
  const numberOf = (code: number): number => {
    const before = known.get(code);
    if (before !== undefined) return before;
    known.set(code, kept.length);
    return kept.push(events.kept(code)) - 1;
  };
  const open = {
    ids: new Uint8Array(idBytes),
    idEnds: new Int32Array(calls),
    at: new Float64Array(rows),
    event: new Int32Array(rows),
    seq: condenser.hasSeq() ? new Float64Array(rows) : undefined,
    callEnds: new Int32Array(calls),
    events: kept,
  };
  let [call, idEnd, end] = [0, 0, 0];
  condenser.eachOpen((id, slot) => {
    const { held, first, length } = condenser.rowsOf(slot);
    const { at, code, seq } = held;
    open.ids.set(id, idEnd);
    open.at.set(at.subarray(first, first + length), end);
    for (let row = 0; row < length; row += 1)
      open.event[end + row] = numberOf(code[first + row] ?? 0);
    if (seq !== undefined) open.seq?.set(seq.subarray(first, first + length), end);
    idEnd += id.length;
    end += length;
    open.idEnds[call] = idEnd;
    open.callEnds[call] = end;
    call += 1;
  });
  return open;
}

/** Adds such rows to those that stand in front of them in the log. */
export function addOpenRows(
  { condenser, events }: Condensing,
  { ids, idEnds, at, event, seq, callEnds, events: kept }: OpenRows,
): void {
  const codes = kept.map((one) => events.codeOf(one, 0));
  const bytes = new DataView(ids.buffer, ids.byteOffset, ids.byteLength);
  let [from, row] = [0, 0];
  idEnds.forEach((to, call) => {
    const hash = hashOf(bytes, from, to);
    const known = condenser.find(bytes, from, to, hash);
    const slot = known < 0 ? condenser.open(bytes, from, to, hash) : known;
    for (; row < (callEnds[call] ?? 0); row += 1) {
      condenser.now[0] = at[row] ?? 0;
      condenser.add(slot, codes[event[row] ?? 0] ?? 0, seq?.[row]);
    }
    from = to;
  });
}
