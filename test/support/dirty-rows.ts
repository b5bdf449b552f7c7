import { callEventNames, type CallEventName } from '../../src/calls/call-event.ts';

/** The fields of a row of a log, as they would be written. */
export interface WrittenRow {
  readonly call: string;
  readonly at: string;
  readonly event: string;
  readonly node: string;
  readonly value: string;
  readonly seq: string;
  readonly number: string;
  readonly script: string;
}

export interface Dirt {
  readonly calls: number;
  readonly seed: number;
  /** How many rows have a `seq`: all of them, about half, or none. */
  readonly seq?: 'all' | 'some' | 'none';
  /** Rows stand in order of time, a few places from it, or anywhere. */
  readonly order?: 'kept' | 'near' | 'none';
  /** The share of rows that are written oddly or wrong. */
  readonly odd?: number;
  /** The share of rows that come again somewhere behind. */
  readonly again?: number;
  /** The share of calls that use an id that was there before. */
  readonly back?: number;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const begin = Date.UTC(2026, 2, 2, 8);
const nodes = ['main', 'cards', 'hours', 'identify', 'αριθμός', 'pay-now'] as const;
/** Times between two rows: many ties, some of minutes, a few beyond every limit of the rules. */
const pauses = [0, 0, 0, 1, 250, 999, 4500, 61_000, 300_000, 300_001, 900_000, 86_400_001] as const;

type Pick = <Item>(items: readonly Item[]) => Item;

const written = (at: number): string => new Date(at).toISOString();

/** What may be wrong, or only unusual, with a row. */
const oddities: readonly ((row: WrittenRow, pick: Pick) => WrittenRow)[] = [
  (row) => ({ ...row, at: row.at.replace('Z', '') }),
  (row) => ({ ...row, at: row.at.replace('T', ' ').replace('Z', '+00:00') }),
  (row) => ({ ...row, at: `${row.at.slice(0, 21)}Z` }),
  (row) => ({ ...row, at: `${row.at.slice(0, 19)}Z` }),
  (row) => ({ ...row, at: row.at.replace('Z', '456+05:30') }),
  (row) => ({ ...row, at: row.at.replace('Z', '-0330') }),
  (row) => ({ ...row, at: row.at.replace('Z', '+15:00') }),
  (row) => ({ ...row, at: '2026-02-30T10:00:00.000Z' }),
  (row) => ({ ...row, at: '02/03/2026 10:00' }),
  (row) => ({ ...row, at: `1925${row.at.slice(4)}` }),
  (row) => ({ ...row, at: '' }),
  (row) => ({ ...row, call: '' }),
  (row) => ({ ...row, call: ` ${row.call}\t` }),
  (row) => ({ ...row, call: `${row.call}\u0001` }),
  (row) => ({ ...row, call: `κ${row.call}` }),
  (row) => ({ ...row, event: 'beep' }),
  (row) => ({ ...row, event: ` ${row.event} ` }),
  (row) => ({ ...row, event: 'enter', node: '' }),
  (row) => ({ ...row, event: row.event.toUpperCase() }),
  (row) => ({ ...row, call: 'call', event: 'event' }),
  (row) => ({ ...row, node: `${row.node}\n` }),
  (row) => ({ ...row, node: ` ${row.node}` }),
  (row) => ({ ...row, node: `a'b\\c"` }),
  (row) => ({ ...row, value: ' 1 ' }),
  (row) => ({ ...row, value: '49170123456789' }),
  (row) => ({ ...row, value: 'λογαριασμός' }),
  (row) => ({ ...row, value: '\u007f' }),
  (row) => ({ ...row, seq: '1e3' }),
  (row) => ({ ...row, seq: '-007' }),
  (row) => ({ ...row, seq: '1234567890123456' }),
  (row, pick) => ({ ...row, script: pick(['v2', ' v2', 'v3', 'β', '\u0002']) }),
  (row, pick) => ({
    ...row,
    event: 'start',
    value: ' ',
    number: pick(['+18005550142', '+4930', '']),
  }),
];

function valueOf(event: CallEventName, pick: Pick): string {
  switch (event) {
    case 'input':
      return pick(['1', '2', '9', '*', '12', '123456', 'balance', 'no idea', '']);
    case 'start':
      return pick(['', '+18005550142', '+493012345']);
    case 'queue':
      return pick(['general', '4711', '0800 123456', 'Κάρτες', '']);
    case 'answer':
    case 'transfer':
      return pick(['', '4711', '+4989123456']);
    default:
      return pick(['', '', 'x']);
  }
}

/** The rows of one call, in order. */
function callRows(call: string, from: number, draw: () => number, pick: Pick): WrittenRow[] {
  const rows: WrittenRow[] = [];
  const script = pick(['', '', 'v1', 'v2']);
  const length = 1 + Math.floor(draw() * 9);
  let at = from;
  for (let index = 0; index < length; index += 1) {
    const isUsual = draw() < 0.8;
    const event = isUsual
      ? index === 0
        ? 'start'
        : index + 1 === length
          ? pick(['hangup', 'answer', 'end', 'disconnect'] as const)
          : pick(['enter', 'input', 'enter', 'noinput', 'success'] as const)
      : pick(callEventNames);
    rows.push({
      ...{ call, at: written(at), event, node: event === 'start' ? '' : pick(nodes) },
      ...{ value: valueOf(event, pick), seq: `${index + 1}`, number: '', script },
    });
    at += draw() < 0.9 ? pick(pauses.slice(0, 7)) : pick(pauses);
  }
  return rows;
}

/** A log with everything in it that goes wrong in real ones. */
export function dirtyRows({
  calls,
  seed,
  seq = 'none',
  order = 'kept',
  odd = 0,
  again = 0,
  back = 0,
}: Dirt): readonly WrittenRow[] {
  const draw = drawsOf(seed);
  const pick: Pick = (items) => items[Math.floor(draw() * items.length)] as (typeof items)[number];
  const rows = Array.from({ length: calls }, (_, index) => {
    const id = draw() < back ? Math.floor(draw() * (index + 1)) : index;
    const from = begin + Math.floor(draw() * calls * 40) * 250;
    return callRows(`c-${id.toString(36).padStart(4, '0')}`, from, draw, pick);
  })
    .flat()
    .map((row) => ({
      row: {
        ...row,
        seq: seq === 'all' || (seq === 'some' && draw() < 0.5) ? row.seq : '',
      },
      at: Date.parse(row.at),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }, place) => ({ row, place }));
  const repeated = rows.flatMap(({ row, place }) =>
    draw() < again ? [{ row, place: place + draw() * 200 }] : [],
  );
  const distance = order === 'kept' ? 0 : order === 'near' ? 6 : rows.length;
  return [...rows, ...repeated]
    .map(({ row, place }) => ({
      row: draw() < odd ? pick(oddities)(row, pick) : row,
      place: place + draw() * distance,
    }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

/** The rows as a file, every field between quotes. */
export function csvOf(rows: readonly WrittenRow[]): string {
  const names = ['call', 'at', 'event', 'node', 'value', 'seq', 'number', 'script'] as const;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => names.map((name) => quoted(row[name])).join(','));
  return [names.join(','), ...lines, ''].join('\n');
}
