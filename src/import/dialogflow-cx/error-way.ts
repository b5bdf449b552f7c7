import type { NodeId } from '../../script/names.ts';
import type { Named } from './agent.ts';
import type { FlowReader } from './flow-reader.ts';
import { eventOf, handlerLevels } from './retries.ts';
import { followWay, type GoOn, type Here } from './ways.ts';

/** A page with the way that a failed webhook takes there, made when it is first asked for. */
export function createHere(page: Named, reader: FlowReader, entry: GoOn): Here {
  let known: NodeId | undefined;
  let isRead = false;
  const here: Here = {
    page,
    reader,
    entry,
    onError() {
      if (isRead) return known;
      isRead = true;
      const events = handlerLevels(here)
        .flat()
        .filter((one) => eventOf(one).startsWith('webhook.error'));
      const handler = events.find((one) => eventOf(one) === 'webhook.error') ?? events[0];
      if (handler === undefined) return undefined;
      // A handler of failures whose own webhook fails isn't handled again.
      const alone = { page, reader, entry, onError: () => undefined };
      known = followWay(handler, alone, entry, `error-${page.title}`);
      reader.use(handler, eventOf(handler), known);
      return known;
    },
  };
  return here;
}
