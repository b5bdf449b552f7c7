import type { CallEvent } from '../call-event.ts';
import { fieldsInOrder, orderedColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { Codes } from './codes.ts';
import type { JudgedReject, RowJudge } from './judge-mapped-row.ts';
import { passedFields } from './row-sql.ts';
import { BrokenAnswer } from './server-error.ts';

/** A row of an id that the rules must judge. */
export interface IdRow {
  readonly log: string;
  /** Where it stands in its log, as a whole number; `0` for all where the table doesn't know. */
  readonly place: string;
  readonly read: CallEvent | JudgedReject | 'skip';
}

/** The row as it stands in the table. */
function passedRow(fields: readonly string[], judge: RowJudge | undefined): IdRow {
  const named = new Map<string, string>(
    passedFields.map((name, index) => [name, fields[index] ?? '']),
  );
  const moment = named.get('moment') ?? '';
  const at = { log: named.get('log') ?? '', place: named.get('place') ?? '' };
  if (judge !== undefined) {
    const field = (name: string): string => named.get(name) ?? '';
    return { ...at, read: judge(field, moment === '' ? undefined : Number(moment)) };
  }
  if (moment !== '') named.set('at', new Date(Number(moment)).toISOString());
  const values = fieldsInOrder.map((name) => named.get(name) ?? '');
  return { ...at, read: rowEvent(values, orderedColumns) };
}

/** The row as the statement has read it. */
function judgedRow(call: string, fields: readonly string[], codes: Codes): IdRow {
  const [place = '', log = '', at = '', code = '', seq = '', script = ''] = fields;
  const step = codes.step(Number(code));
  if (step === undefined) throw new BrokenAnswer('its answer holds codes that it was not given');
  const read: CallEvent = {
    ...{ call, at: Number(at), ...step },
    ...(seq === '' ? {} : { seq: Number(seq) }),
    ...(script === '' ? {} : { script }),
  };
  return { log, place, read };
}

/** Whole numbers of any length. */
export function compareWhole(a: string, b: string): number {
  if (a.length <= 15 && b.length <= 15) return Number(a) - Number(b);
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const judgedFields = 6;

/**
 * Reads the rows of one id out of an answer, in the order of their places; `judge` is for those of a
 * table that is read by a mapping.
 */
export function readIdRows(
  call: string,
  lines: readonly string[],
  codes: Codes,
  judge?: RowJudge,
): readonly IdRow[] {
  return lines
    .map((line) => {
      const fields = line.split('\n');
      return fields.length === judgedFields
        ? judgedRow(call, fields, codes)
        : passedRow(fields, judge);
    })
    .sort((a, b) => compareWhole(a.log, b.log) || compareWhole(a.place, b.place));
}
