import type { CallEvent } from '../../src/calls/call-event.ts';
import { readOpenLog } from '../../src/calls/read-log-rows.ts';
import { openLog, type LogInput } from '../../src/calls/read-log-text.ts';
import type { RowTally } from '../../src/calls/row-tally.ts';

/** The events of a native log. */
export async function* readLog(
  input: LogInput,
  tally: RowTally,
): AsyncGenerator<readonly CallEvent[]> {
  yield* readOpenLog(input.path, await openLog(input), tally);
}
