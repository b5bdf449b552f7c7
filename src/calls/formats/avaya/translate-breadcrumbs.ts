import { eventList } from '../event-list.ts';
import { exitEvent } from '../exit-event.ts';
import type {
  CallRow,
  LogTranslation,
  RecordReading,
  TableRecord,
  Telling,
  ToldCall,
} from '../log-format.ts';
import type { MomentReader } from '../moment.ts';

/** What an entry says: a call came to a node, or left a module or the application. */
export interface BreadcrumbFacts {
  readonly is: 'node' | 'module-exit' | 'application-exit';
  /** `module:node`. */
  readonly block: string;
  /** At the exit of a module, the application's own word for how it ended. */
  readonly reason: string;
}

const types: ReadonlyMap<string, BreadcrumbFacts['is']> = new Map([
  ['node entry', 'node'],
  ['module exit', 'module-exit'],
  ['application exit', 'application-exit'],
]);

/** The node of a block: by the whole of its name, else by what stands behind the module. */
function nodeOf({ names }: Telling, block: string): string {
  const bare = block.slice(block.lastIndexOf(':') + 1);
  return names.nodeOf(block) ?? names.nodeOf(bare) ?? bare;
}

function tellBreadcrumbs(rows: readonly CallRow<BreadcrumbFacts>[], telling: Telling): ToldCall {
  const list = eventList(rows[0]?.call ?? '');
  const { names } = telling;
  const [first] = rows;
  if (first === undefined) return { events: [] };
  list.add(first.at, 'start', '');
  let node = '';
  for (const { at, facts } of rows) {
    if (list.isClosed()) break;
    if (facts.is === 'node') {
      node = nodeOf(telling, facts.block);
      list.add(at, 'enter', node);
      if (names.kindOf(node) === 'queue') list.add(at, 'queue', node);
      continue;
    }
    const exit = exitEvent(names, node, facts.reason);
    if (exit !== undefined) list.add(at, exit.event, node, { value: exit.value });
    if (facts.is === 'module-exit' || list.isClosed()) continue;
    list.add(at, names.kindOf(node) === 'hangup' ? 'disconnect' : 'end', node);
  }
  list.endUntold(node);
  return { events: list.events };
}

/** Milliseconds since 1970, as the web service takes them. */
const milliseconds = /^\d{12,13}$/;

/** Translates entries of call flow data. */
export function translateBreadcrumbs(
  momentIn: MomentReader,
): LogTranslation<TableRecord, BreadcrumbFacts> {
  return {
    readRecord({ field }): RecordReading<BreadcrumbFacts> {
      const call = field('sessionID');
      if (call === '') return { field: 'sessionID', reason: 'no call id' };
      const written = field('timestamp');
      const at = milliseconds.test(written) ? Number(written) : momentIn(written);
      if (typeof at === 'string') return { field: 'timestamp', reason: at };
      const is = types.get(field('type').toLowerCase());
      // Applications log what they like under other types.
      if (is === undefined) return [];
      const block = field('moduleIdNodeId');
      if (is === 'node' && block === '')
        return { field: 'moduleIdNodeId', reason: 'no block named' };
      return [{ call, at, facts: { is, block, reason: field('reason') } }];
    },
    tellCall: tellBreadcrumbs,
  };
}
