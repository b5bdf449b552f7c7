import type { CallRow } from '../log-format.ts';
import type { AsteriskFacts, QueueEvent } from './facts.ts';

/** A time that a caller spent in a queue, as the queue log tells it. Moments in milliseconds. */
export interface QueueStay {
  readonly queue: string;
  readonly at: number;
  /** How it ended, if the log has it. */
  readonly end: { readonly event: QueueEvent; readonly at: number } | undefined;
  /** Who ended the conversation with the person who answered. */
  readonly completed: { readonly by: 'caller' | 'other'; readonly at: number } | undefined;
}

/** The stays of a call in queues, in order of time. */
export function queueStays(rows: readonly CallRow<AsteriskFacts>[]): readonly QueueStay[] {
  const stays: QueueStay[] = [];
  const change = (queue: string, at: number, more: Partial<QueueStay>): void => {
    const last = stays.at(-1);
    // The row by which the caller came is missing: the stay is known by its end alone.
    const isOpen = last?.queue === queue && last.completed === undefined;
    if (isOpen) stays[stays.length - 1] = { ...last, ...more };
    else stays.push({ queue, at, end: undefined, completed: undefined, ...more });
  };
  for (const { at, facts } of rows) {
    if (facts.from !== 'queue') continue;
    const { event, queue } = facts;
    switch (event) {
      case 'ENTERQUEUE':
        stays.push({ queue, at, end: undefined, completed: undefined });
        break;
      case 'CONNECT':
      case 'ABANDON':
      case 'EXITWITHKEY':
      case 'EXITWITHTIMEOUT':
      case 'EXITEMPTY':
        change(queue, at, { end: { event, at } });
        break;
      case 'COMPLETECALLER':
      case 'COMPLETEAGENT':
        change(queue, at, {
          completed: { by: event === 'COMPLETECALLER' ? 'caller' : 'other', at },
        });
        break;
    }
  }
  return stays;
}
