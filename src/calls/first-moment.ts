import { IvrError } from '../source/ivr-error.ts';
import type { LaidOutLog } from './log-reading.ts';
import { readEvents } from './read-events.ts';
import { createRowTally } from './row-tally.ts';

const enough = 8192;

/** The time of the first event in the text that a log begins with; nothing where there is none. */
export async function firstMoment(
  laidOut: Pick<LaidOutLog, 'input' | 'layout'>,
  head: string,
): Promise<number | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode(head.slice(0, enough));
  }
  const log = { encoding: 'utf-8', isPacked: false, bytes: bytes() };
  const tally = createRowTally(laidOut.input.path);
  try {
    for await (const [event] of readEvents({ ...laidOut, log }, tally)) return event?.at;
  } catch (error) {
    // Whoever reads the log as a whole tells what is wrong with it.
    if (!(error instanceof IvrError)) throw error;
  }
  return undefined;
}
