import { wordsOfName } from './column-likeness.ts';
import { textsIn, type LogSample } from './sample-log.ts';
import { isZone } from './zone-name.ts';

/** Whether a column is called for the clock of Greenwich: `eventTimeUtc`. */
export const namesUtc = (column: string): boolean => / (?:utc|gmt)$/.test(wordsOfName(column));

/** The zone of times without an offset, where a column's name, or a column of its own, says it. */
export function zoneOf(sample: LogSample, column: string): string | undefined {
  if (namesUtc(column)) return 'UTC';
  const named = sample.columns.find((name) =>
    /(?:^| )(?:time ?zone|tz|zone)$/.test(wordsOfName(name)),
  );
  const zones = new Set(named === undefined ? [] : textsIn(sample, named));
  const [zone = ''] = zones;
  return zones.size === 1 && isZone(zone) ? zone : undefined;
}
