import { IvrError } from '../source/ivr-error.ts';
import { readOpenLog } from './read-log-rows.ts';
import { createRowTally } from './row-tally.ts';

const enough = 8192;

/** The time of the first event in the text that a native log begins with; nothing where there is none. */
export async function firstMoment(path: string, head: string): Promise<number | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode(head.slice(0, enough));
  }
  const log = { encoding: 'utf-8', isPacked: false, bytes: bytes() };
  try {
    for await (const [event] of readOpenLog(path, log, createRowTally(path))) return event?.at;
  } catch (error) {
    // Whoever reads the log as a whole tells what is wrong with it.
    if (!(error instanceof IvrError)) throw error;
  }
  return undefined;
}
