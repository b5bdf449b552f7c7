import type { CallEventName } from '../call-event.ts';
import { beginsStretch } from '../dwell-counts.ts';
import { keptValue, type KnownValues } from '../kept-value.ts';
import { fieldsInOrder, orderedColumns } from '../log-columns.ts';
import { eventRanks } from '../event-table.ts';
import { rowEvent } from '../row-event.ts';
import type { PathStep } from '../variant.ts';

/** Codes begin with the rank of their event: so a statement can order and tell events by them. */
export const rankSize = 2 ** 20;
/** Whether the event of a code begins a stretch at its node, as an expression: such codes are odd. */
export const beginsStretchSql = (code: string): string => `${code} % 2 = 1`;

/** The least code of the events of this one's rank. */
export function firstOfRank(event: CallEventName): number {
  return eventRanks[event] * rankSize;
}

/** Numbers that stand for what happened, in statements and answers. */
export interface Codes {
  /** By the token of a row. Tokens that the rules refuse have none. */
  readonly ofToken: ReadonlyMap<string, number>;
  readonly step: (code: number) => PathStep | undefined;
}

/** What a row with this token says, by the rules that hold for all logs. */
function stepOf(token: string, known: KnownValues): PathStep | undefined {
  const [event = '', node = '', value = '', number = '', more] = token.split('\n');
  const fields = new Map(
    Object.entries({ call: '-', at: '1970-01-01T00:00Z', event, node, value, number }),
  );
  const read = rowEvent(
    fieldsInOrder.map((name) => fields.get(name) ?? ''),
    orderedColumns,
  );
  if (more !== undefined || 'reason' in read) return undefined;
  return {
    event: read.event,
    node: read.node,
    value: keptValue(known, read.event, read.node, read.value),
  };
}

const keyOf = ({ event, node, value }: PathStep): string => `${event}\n${node}\n${value}`;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers the steps that tokens stand for, the same for the same tokens in any order. */
export function codeTokens(tokens: Iterable<string>, known: KnownValues): Codes {
  const stepOfToken = new Map<string, PathStep>();
  for (const token of tokens) {
    const step = stepOf(token, known);
    if (step !== undefined) stepOfToken.set(token, step);
  }
  const steps = [...new Map([...stepOfToken.values()].map((step) => [keyOf(step), step])).values()]
    .map((step) => ({ step, key: keyOf(step) }))
    .sort((a, b) => compareText(a.key, b.key));
  const codes = new Map(
    steps.map(({ key, step: { event } }, index) => [
      key,
      firstOfRank(event) + 2 * (index + 1) + (beginsStretch(event) ? 1 : 0),
    ]),
  );
  return {
    ofToken: new Map([...stepOfToken].map(([token, step]) => [token, codes.get(keyOf(step)) ?? 0])),
    step: (code) => steps[Math.floor((code % rankSize) / 2) - 1]?.step,
  };
}
