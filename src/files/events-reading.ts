import type { KnownValues } from '../calls/kept-value.ts';
import type { LogReading } from '../calls/log-reading.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { FindLogsOptions } from './find-logs.ts';
import { loadMappings } from './load-mappings.ts';

/** How the events of logs are read that go on into another log or a table. */
export interface EventsReadingOptions extends FindLogsOptions {
  /** The format of the logs; told by their content where it is left out. */
  readonly logFormat?: string | undefined;
  /** The zone of the servers that wrote logs of vendors, for moments without an offset. */
  readonly logZone?: string | undefined;
  /** Files of mappings, by which logs of other layouts are read. */
  readonly mappings?: readonly string[] | undefined;
  /**
   * Which values go on: those that the scripts of these flows explain, single keys and names of queues;
   * or all of them, among them digits that callers entered.
   */
  readonly values: readonly CallFlow[] | 'all';
}

/** How logs are read, and which values are known; all values go on where that is left out. */
export interface EventsReading {
  readonly reading: LogReading;
  readonly known: KnownValues | undefined;
}

/** Reads what the options name. Throws an IvrError `config-broken` for a mapping that is wrong. */
export async function loadEventsReading(options: EventsReadingOptions): Promise<EventsReading> {
  const { nodeNamesOf, noNames } = await import('../calls/formats/node-names.ts');
  const { joinedValues, knownValuesOf } = await import('../calls/kept-value.ts');
  const { logFormat, logZone, mappings = [], values } = options;
  const [flow, ...others] = values === 'all' ? [] : values;
  const reading = {
    // Of several menus none is the one whose names all blocks have.
    names: flow === undefined || others.length > 0 ? noNames : nodeNamesOf(flow),
    format: logFormat,
    zone: logZone,
    mappings: await loadMappings(mappings, options),
  };
  const known = values === 'all' ? undefined : joinedValues(values.map(knownValuesOf));
  return { reading, known };
}
