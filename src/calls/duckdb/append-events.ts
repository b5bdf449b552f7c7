import { createMoment } from '../bytes/moment.ts';
import type { EventSink } from '../begin-condensing.ts';
import type { EventTable } from '../event-table.ts';
import type { Pseudonym } from '../log-engine.ts';
import { importDuckDb, type DuckDb } from './open-duckdb.ts';

/** Takes events that are read in TypeScript into the database. */
export interface EventAppender {
  /**
   * Adds an event: where its row stands among all rows, its moment, code and `seq`, and who called; NaN
   * for none.
   */
  readonly add: (
    call: string,
    place: number,
    at: number,
    code: number,
    seq: number,
    caller?: number,
  ) => void;
  /** Nothing may be added after it. Returns how many events there are. */
  readonly close: () => number;
}

const atOnce = 2048;

/** A column that is filled, as the library knows it. */
interface Filled<Value> {
  readonly setItem: (row: number, value: Value) => void;
  readonly flush: () => void;
}
type Columns = readonly [
  ids: Filled<string>,
  places: Filled<number>,
  moments: Filled<number>,
  codes: Filled<number>,
  seqs: Filled<number>,
  callers: Filled<number>,
];

/** Creates the table `events` and fills it. Codes stand in it as `-1 - code`. */
export async function appendEvents(db: DuckDb): Promise<EventAppender> {
  await db.run(
    'CREATE TABLE events ("call" VARCHAR, p DOUBLE, t DOUBLE, c DOUBLE, s DOUBLE, w DOUBLE)',
  );
  const { DuckDBDataChunk, DOUBLE, VARCHAR } = await importDuckDb();
  const appender = await db.append('events');
  const types = [VARCHAR, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE];
  const chunk = DuckDBDataChunk.create(types, atOnce);
  // DuckDB makes the vector that a type asks for, and says of each only that it is one.
  const columns = types.map((_, column) => chunk.getColumnVector(column)) as unknown as Columns;
  const [ids, places, moments, codes, seqs, callers] = columns;
  let waiting = 0;
  let events = 0;
  const send = (): void => {
    chunk.rowCount = waiting;
    for (const column of columns) column.flush();
    appender.appendDataChunk(chunk);
    waiting = 0;
  };
  return {
    add(call, place, at, code, seq, caller = Number.NaN) {
      ids.setItem(waiting, call);
      places.setItem(waiting, place);
      moments.setItem(waiting, at);
      codes.setItem(waiting, -1 - code);
      seqs.setItem(waiting, seq);
      callers.setItem(waiting, caller);
      waiting += 1;
      events += 1;
      if (waiting === atOnce) send();
    },
    close() {
      if (waiting > 0) send();
      appender.closeSync();
      return events;
    },
  };
}

/** A sink for the readers of native logs; `placeOf` gives each event the next place. */
export function appendingSink(
  events: EventTable,
  appender: EventAppender,
  nextPlace: () => number,
  pseudonym: Pseudonym | undefined,
): EventSink {
  const now = createMoment();
  let id = '';
  return {
    ...{ events, pseudonym },
    condenser: {
      find: () => -1,
      // The only slot is that of the call whose event comes next.
      open(bytes, from, to) {
        id = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
        return 0;
      },
      now,
      add(_slot, code, seq = Number.NaN, caller = Number.NaN) {
        appender.add(id, nextPlace(), now[0] ?? 0, code, seq, caller);
      },
    },
    add(event, log) {
      const { call, at, seq = Number.NaN, caller } = event;
      appender.add(call, nextPlace(), at, events.codeOf(event, log), seq, caller);
      return true;
    },
  };
}
