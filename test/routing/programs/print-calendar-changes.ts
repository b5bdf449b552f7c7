// Reads {calendars, from, until} from standard input; prints every change of every calendar.
import { text } from 'node:stream/consumers';
import { loadCalendars } from '../../../src/routing/calendar-state.ts';
import { directorySchema } from '../../../src/routing/schema.ts';

const input = JSON.parse(await text(process.stdin)) as {
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly from: number;
  readonly until: number;
};
const { calendars, from, until } = input;
const directory = directorySchema.parse({ directory: 1, id: 'd', timeZone: 'UTC', calendars });
const loaded = await loadCalendars(directory);
for (const id of Object.keys(calendars)) {
  for (const { at, state } of loaded.changes(id, from, until)) console.log(`${id} ${at} ${state}`);
}
