import type { Language } from '../script/values.ts';
import type { Directory, Queue, Staffing } from './directory.ts';

/** `en` is enough for `en-GB`, and the other way round; `pt-BR` and `pt-PT` are two languages. */
export function speaksLanguage(a: Language, b: Language): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}

/** Whether people of a staffing entry can answer this queue, its languages left aside. */
export function serves(entry: Staffing, id: string, queue: Queue): boolean {
  const { site, skill } = entry;
  if (entry.heads === 0) return false;
  if (site !== undefined && queue.sites !== undefined && !queue.sites.includes(site)) return false;
  if (entry.queue !== undefined) return entry.queue === id;
  return skill === undefined || (queue.skills?.includes(skill) ?? false);
}

/** Who is there for a caller in a queue; else what is missing, the first that is. */
export type People = 'staffed' | 'nobody' | 'no-language' | 'no-skill';

/** What a caller needs, and what has failed. */
export interface PeopleWanted {
  /** The caller's language; without it any will do. */
  readonly language?: Language | undefined;
  /** Sites that are down: nobody works there. */
  readonly down?: ReadonlySet<string> | undefined;
}

/** The positions of the staffing entries that can serve a queue when they work; none for no queue. */
export function servingEntries(directory: Directory, id: string): readonly number[] {
  const queue = Object.hasOwn(directory.queues, id)
    ? directory.queues[id as keyof Directory['queues']]
    : undefined;
  if (queue === undefined) return [];
  return directory.staffing.flatMap((entry, index) => (serves(entry, id, queue) ? [index] : []));
}

/**
 * Whether people who work now can take a caller in a queue: they speak the language, and for each
 * skill of the queue one of those has it. `entries` are those that serve the queue. An entry without
 * a language or a skill has every one; an entry without a site is at one of the queue's sites, so it
 * is lost when all of them are down. A directory without staffing says nothing of people: then
 * only a queue all of whose sites are down has nobody.
 */
export function staffedBy(
  directory: Directory,
  queue: Queue,
  entries: readonly number[],
  works: (entry: number) => boolean,
  { language, down }: PeopleWanted = {},
): People {
  const isDown = (site: string) => down?.has(site) === true;
  const sites = queue.sites ?? [];
  const allDown = sites.length > 0 && sites.every(isDown);
  if (allDown) return 'nobody';
  if (directory.staffing.length === 0) return 'staffed';
  const present: Staffing[] = [];
  for (const index of entries) {
    const entry = directory.staffing[index];
    if (entry === undefined || (entry.site !== undefined && isDown(entry.site))) continue;
    if (works(index)) present.push(entry);
  }
  if (present.length === 0) return 'nobody';
  const speaking =
    language === undefined
      ? present
      : present.filter((entry) => speaksLanguage(entry.language ?? language, language));
  if (speaking.length === 0) return 'no-language';
  const skilled = (queue.skills ?? []).every((skill) =>
    speaking.some((entry) => (entry.skill ?? skill) === skill),
  );
  return skilled ? 'staffed' : 'no-skill';
}
