import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import { servingEntries, speaksLanguage, staffedBy } from '../routing/staffed-by.ts';
import type { CalendarId, QueueId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CalendarState } from '../script/vocabulary.ts';
import { allBits, bitsWhere, noBits, union, type Bits } from './bits.ts';
import { queueOf } from './met-names.ts';
import type { TimeWorld } from './time-worlds.ts';

/** What a caller of one language meets in a queue. */
export type QueueWord =
  | 'open'
  | 'missing'
  | Exclude<CalendarState, 'open'>
  /** A drill fills it. */
  | 'full'
  /** No caller can ever wait in it. */
  | 'no-capacity'
  | 'nobody'
  | 'no-language'
  | 'no-skill'
  /** The queue lists other languages. */
  | 'foreign';

/** In which worlds something holds; only what holds in some. */
export type WorldsBy<Word extends string> = ReadonlyMap<Word, Bits>;

/** Everything that a call can read of the world, as sets of worlds. */
export interface Conditions {
  readonly everywhere: Bits;
  /** Nothing for a calendar that the directory doesn't have. */
  readonly calendar: (id: CalendarId) => WorldsBy<CalendarState> | undefined;
  readonly queue: (id: QueueId, language: Language) => WorldsBy<QueueWord>;
  /** Where somebody in the overflow chain of a queue takes callers of one language. */
  readonly helped: (id: QueueId, language: Language, wait: ChainWait) => Bits;
}

/** How callers wait for an overflow chain. */
export interface ChainWait {
  /** The longest wait, in seconds. */
  readonly within: number;
  /** Whether they wait in the queue itself: whom it doesn't take in goes on to the next at once. */
  readonly isIn: boolean;
}

/** What decides beside the time. */
export interface Circumstances {
  readonly directory: Directory | undefined;
  readonly drills: readonly Drill[];
}

function groupWorlds<Word extends string>(
  worlds: readonly TimeWorld[],
  wordOf: (world: TimeWorld) => Word,
): WorldsBy<Word> {
  const words = worlds.map((world) => wordOf(world));
  return new Map(
    [...new Set(words)].map((word) => [
      word,
      bitsWhere(worlds.length, (index) => words[index] === word),
    ]),
  );
}

/** The answer to a question that is asked again and again. */
function remember<Answer>(): (key: string, make: () => Answer) => Answer {
  const known = new Map<string, Answer>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make();
    known.set(key, made);
    return made;
  };
}

/** The queues of a directory's overflow chain, each with the wait after which it can take over. */
function chainOf(
  directory: Directory | undefined,
  id: QueueId,
  isIn = true,
): readonly { readonly queue: QueueId; readonly after: number }[] {
  const waits = new Map<QueueId, number>([[id, 0]]);
  // A map that grows while it is walked is a queue.
  for (const [queue, waited] of waits) {
    for (const { to, after = 0 } of queueOf(directory, queue)?.overflow ?? [])
      if (!waits.has(to)) waits.set(to, waited + (queue === id && !isIn ? 0 : after));
  }
  return [...waits].slice(1).map(([queue, after]) => ({ queue, after }));
}

/** Whether the overflow chain of a queue comes back to a queue that it has been at. */
export function hasLoop(directory: Directory | undefined, id: QueueId): boolean {
  const queues = [id, ...chainOf(directory, id).map(({ queue }) => queue)];
  const rank = new Map(queues.map((queue, index) => [queue, index]));
  return queues.some((queue) =>
    (queueOf(directory, queue)?.overflow ?? []).some(
      ({ to }) => (rank.get(to) ?? queues.length) <= (rank.get(queue) ?? 0),
    ),
  );
}

/** Prepares the questions of a walk. Each is worked out once: O(worlds × people who can serve). */
export function conditionsOf(
  worlds: readonly TimeWorld[],
  { directory, drills }: Circumstances,
): Conditions {
  const size = worlds.length;
  const down = new Set(drills.flatMap((drill) => (drill.kind === 'site' ? [drill.site] : [])));
  const drilled = (id: QueueId) =>
    drills.flatMap((drill) => (drill.kind === 'queue' && drill.queue === id ? [drill.state] : []));
  const hasCalendar = (id: CalendarId) => worlds[0]?.calendars.has(id) === true;

  const wordOf = (id: QueueId, language: Language): ((world: TimeWorld) => QueueWord) => {
    const queue = queueOf(directory, id);
    const states = drilled(id);
    const { calendar } = queue ?? {};
    const entries = directory === undefined ? [] : servingEntries(directory, id);
    const isForeign =
      queue?.languages !== undefined &&
      queue.languages.length > 0 &&
      !queue.languages.some((spoken) => speaksLanguage(spoken, language));
    return ({ calendars, working }) => {
      const hours = calendar === undefined ? 'open' : (calendars.get(calendar) ?? 'open');
      if (hours !== 'open') return hours;
      if (states.includes('closed')) return 'closed';
      if (states.includes('full')) return 'full';
      if (directory === undefined) return 'open';
      if (queue === undefined) return 'missing';
      if (queue.capacity === 0) return 'no-capacity';
      const works = (entry: number) => working.has(entry);
      const people = staffedBy(directory, queue, entries, works, { language, down });
      if (people === 'nobody') return 'nobody';
      if (isForeign) return 'foreign';
      return people === 'staffed' ? 'open' : people;
    };
  };

  const calendarOnce = remember<WorldsBy<CalendarState>>();
  const queueOnce = remember<WorldsBy<QueueWord>>();
  const helpOnce = remember<Bits>();
  const queue: Conditions['queue'] = (id, language) =>
    queueOnce(`${id} ${language}`, () => groupWorlds(worlds, wordOf(id, language)));
  return {
    everywhere: allBits(size),
    calendar: (id) =>
      hasCalendar(id)
        ? calendarOnce(id, () => groupWorlds(worlds, (world) => world.calendars.get(id) ?? 'open'))
        : undefined,
    queue,
    helped: (id, language, { within, isIn }) =>
      helpOnce(`${id} ${language} ${within} ${isIn}`, () =>
        chainOf(directory, id, isIn)
          .filter(({ after }) => after <= within)
          .map((one) => queue(one.queue, language).get('open'))
          .reduce<Bits>((all, bits) => (bits === undefined ? all : union(all, bits)), noBits(size)),
      ),
  };
}
