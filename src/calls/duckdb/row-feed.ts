import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { EventSink } from '../begin-condensing.ts';
import { hashOf } from '../bytes/byte-words.ts';
import type { CallEvent } from '../call-event.ts';
import type { LoggedEvent } from '../event-table.ts';
import type { LogFeed } from '../log-feed.ts';
import { orderedColumns } from '../log-columns.ts';
import { rowEvent, type RowReject } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import { createIdReader } from './id-pieces.ts';
import { readingError } from './reading-error.ts';
import { fieldsOf, type RowCodes } from './row-codes.ts';
import type { RowPlaces } from './row-statement.ts';
import { readColumns } from './sql-rows.ts';

/** The rows of a log, as `rowStatement` selects them. */
export interface SelectedRows {
  /** The name the log is reported under. */
  readonly path: string;
  readonly chunks: AsyncGenerator<DuckDBDataChunk>;
  /** Told how many rows are read so far. */
  readonly tell: (done: number) => void;
  readonly places: RowPlaces;
  readonly pieces: number;
  readonly codes: RowCodes;
}

/** Where the events of these rows go, as those of the log of this index. */
export interface RowTarget {
  readonly sink: EventSink;
  readonly index: number;
  readonly tally: RowTally;
}

/** A column as the library knows it. */
interface Column<Value> {
  readonly getItem: (row: number) => Value | null;
}
/** The statement says what is in a column; DuckDB says of its vector only that it is one. */
const columnOf = <Value>(chunk: DuckDBDataChunk, place: number): Column<Value> =>
  chunk.getColumnVector(place) as unknown as Column<Value>;

/** Codes of the event table for so many combinations of places are kept in a list. */
const mostKept = 1 << 22;
const notKnown = -1;
const lost = -2;

/** The code of the event table for what a row says, by its places. Below 0 where that isn't enough. */
type CodeOf = (event: number, node: number, value: number, script: number) => number;

function createCodes({ codes }: SelectedRows, { sink, index }: RowTarget): CodeOf {
  const [events = 0, nodes = 0, values = 0, scripts = 0] = codes.counts;
  const size = events * nodes * values * scripts;
  const known = new Int32Array(Math.min(size, mostKept)).fill(notKnown);
  const look = (places: readonly number[], number: number): number => {
    const said = codes.eventOf(places);
    const isLost = said.event === 'enter' && said.node === '';
    const code = isLost ? lost : sink.events.codeOf(said, index);
    if (number < known.length) known[number] = code;
    return code;
  };
  return (event, node, value, script) => {
    const number = ((event * nodes + node) * values + value) * scripts + script;
    const code = known[number] ?? notKnown;
    return code === notKnown ? look([event, node, value, script], number) : code;
  };
}

/** Whether an id is printable ASCII: no reader would change it or take it for damaged. */
function isPlainId(bytes: DataView, length: number): boolean {
  for (let at = 0; at < length; at += 1) {
    const byte = bytes.getUint8(at);
    if (byte <= 32 || byte >= 127) return false;
  }
  return true;
}

const sampleTime = '2026-01-01T00:00:00Z';

/** Puts the rows of chunks into a sink, one after the other. */
function createRowTaker(
  selected: SelectedRows,
  target: RowTarget,
): (chunk: DuckDBDataChunk) => void {
  const { places, pieces, codes } = selected;
  const { sink, index, tally } = target;
  const { condenser, pseudonym } = sink;
  const codeOf = createCodes(selected, target);
  const ids = createIdReader(pieces);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = 0;

  const reject = ({ column, reason }: RowReject): void => {
    tally.reject(line, column, reason);
  };
  const put = (event: CallEvent | RowReject): void => {
    if ('reason' in event) {
      reject(event);
      return;
    }
    tally.use();
    sink.add(event, index);
  };
  /** Judges a row by its texts. */
  const judge = (judged: string | null): void => {
    const texts = JSON.parse(judged ?? '[]') as (string | null)[];
    const caller = texts.pop() ?? '';
    if (texts.includes(null)) {
      reject({ column: undefined, reason: 'field not text' });
      return;
    }
    const named = readColumns.map((name, place) => [name, texts[place] ?? ''] as const);
    put(rowEvent(fieldsOf({ ...Object.fromEntries(named), caller }), orderedColumns, pseudonym));
  };
  /** Judges a row of which SQL takes all but the id, or that enters no node. */
  const judgeId = (
    length: number,
    said: LoggedEvent,
    more: Omit<CallEvent, keyof LoggedEvent | 'call'>,
  ) => {
    const bytes = new Uint8Array(ids.bytes.buffer, ids.bytes.byteOffset, length);
    const { event, node } = said;
    const texts = { call: decoder.decode(bytes), at: sampleTime, event, node };
    const read = rowEvent(fieldsOf(texts), orderedColumns);
    put('reason' in read ? read : { ...said, ...more, call: read.call });
  };

  return (chunk) => {
    const [events, nodes, values, scripts] = places.said.map((at) => columnOf<number>(chunk, at));
    const moments = columnOf<number>(chunk, places.moment);
    const seqs = places.seq === undefined ? undefined : columnOf<number>(chunk, places.seq);
    const callers =
      places.caller === undefined ? undefined : columnOf<string>(chunk, places.caller);
    const rows = chunk.rowCount;
    let used = 0;
    ids.begin(chunk);
    for (let row = 0; row < rows; row += 1) {
      line += 1;
      const event = events?.getItem(row) ?? 0;
      if (event === 0) {
        judge(columnOf<string>(chunk, places.judged).getItem(row));
        continue;
      }
      const node = nodes?.getItem(row) ?? 0;
      const value = values?.getItem(row) ?? 0;
      const script = scripts?.getItem(row) ?? 0;
      const code = codeOf(event, node, value, script);
      const length = ids.read(row);
      const hash = hashOf(ids.bytes, 0, length);
      const seq = seqs?.getItem(row) ?? undefined;
      const caller = callers === undefined ? undefined : pseudonym?.(callers.getItem(row) ?? '');
      // A stand-in for an id that is too long begins with a byte that no other id may hold.
      const mayBeKnown = code !== lost && ids.bytes.getUint8(0) > 32;
      let slot = mayBeKnown ? condenser.find(ids.bytes, 0, length, hash) : -1;
      if (slot < 0) {
        if (code === lost || !isPlainId(ids.bytes, length)) {
          const at = moments.getItem(row) ?? 0;
          const said = codes.eventOf([event, node, value, script]);
          judgeId(length, said, {
            at,
            ...(seq === undefined ? {} : { seq }),
            ...(caller === undefined ? {} : { caller }),
          });
          continue;
        }
        slot = condenser.open(ids.bytes, 0, length, hash);
      }
      condenser.now[0] = moments.getItem(row) ?? 0;
      condenser.add(slot, code, seq, caller);
      used += 1;
    }
    tally.use(used);
    selected.tell(line);
  };
}

/**
 * Reads rows into a sink. DuckDB makes the next ones while those at hand are read. An IvrError `log-unreadable`
 * comes where the file is damaged.
 */
export function openRowFeed(selected: SelectedRows, target: RowTarget): LogFeed {
  const { path, chunks } = selected;
  const take = createRowTaker(selected, target);
  const ahead = (): Promise<IteratorResult<DuckDBDataChunk, unknown>> => {
    const next = chunks.next();
    // Whoever waits for it meets its error; when nobody does any more, none counts.
    next.catch(() => undefined);
    return next;
  };
  let coming = ahead();
  return {
    async advance() {
      const next = await coming.catch((error: unknown) => {
        throw readingError(path, error);
      });
      if (next.done === true) return false;
      coming = ahead();
      take(next.value);
      return true;
    },
    async close() {
      await coming.catch(() => undefined);
      await chunks.return(undefined);
    },
  };
}
