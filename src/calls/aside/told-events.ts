import type { ToldEvent } from '../call-event.ts';
import type { SourcedRow } from '../formats/call-source.ts';
import type { NodeNames } from '../formats/node-names.ts';
import { tellCalls } from '../formats/tell-rows.ts';
import { gatherRows, type GatherOptions } from './gather-rows.ts';
import { putAside, type ItemsAside } from './items-aside.ts';
import { mergeByTime } from '../merge-by-time.ts';

/** The events of the calls that these rows tell, in order of time, and how many rows were replaced. */
function tellPart(
  rows: readonly SourcedRow[],
  names: NodeNames,
  logEnd: number,
): { readonly events: readonly ToldEvent[]; readonly superseded: number } {
  const events: ToldEvent[] = [];
  let superseded = 0;
  for (const told of tellCalls(rows, { names, logEnd })) {
    superseded += told.superseded ?? 0;
    for (const event of told.events) events.push(event);
  }
  return { events: events.sort((a, b) => a.at - b.at), superseded };
}

const atOnce = 256;

async function* slicesOf(events: readonly ToldEvent[]): AsyncGenerator<readonly ToldEvent[]> {
  await Promise.resolve();
  for (let from = 0; from < events.length; from += atOnce) yield events.slice(from, from + atOnce);
}

/**
 * The events that rows of vendors' logs tell, in order of time. No call is told before all of its rows are
 * known, however late they come; what memory doesn't hold is put aside on disk, part by part.
 * `onSuperseded` is told of rows that others replaced.
 */
export async function* toldEvents(
  rows: AsyncIterable<readonly SourcedRow[]>,
  names: NodeNames,
  options: GatherOptions,
  onSuperseded: (rows: number) => void,
): AsyncGenerator<readonly ToldEvent[]> {
  const { logEnd, count, parts, fileFor, remove } = await gatherRows(rows, options);
  try {
    const aside: ItemsAside<ToldEvent>[] = [];
    for await (const part of parts()) {
      const { events, superseded } = tellPart(part, names, logEnd);
      if (superseded > 0) onSuperseded(superseded);
      if (count === 1) {
        yield* slicesOf(events);
        return;
      }
      const file = putAside<ToldEvent>(fileFor(`events-${aside.length}`), atOnce);
      for (const event of events) await file.add(event);
      aside.push(file);
    }
    yield* mergeByTime(aside.map((file) => ({ batches: file.batches() })));
  } finally {
    await remove();
  }
}
