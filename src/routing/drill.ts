import type { CalendarId, QueueId } from '../script/names.ts';

/** One thing that is taken to fail, so that it can be seen where callers end up. */
export type Drill =
  /** Nobody works at a site. */
  | { readonly kind: 'site'; readonly site: string }
  /** A queue takes no more callers, or is closed. */
  | { readonly kind: 'queue'; readonly queue: QueueId; readonly state: 'full' | 'closed' }
  /** A task fails: by its name, or by its node where nobody knows the name. */
  | { readonly kind: 'task'; readonly task: string }
  /** An outside number isn't reached: by its name in the directory, or by its node where it has none. */
  | { readonly kind: 'number'; readonly number: string }
  /** The emergency switch of a calendar is on, or those of all. */
  | { readonly kind: 'emergency'; readonly calendar?: CalendarId };

/** A drill as `parseDrill` reads it: `site:manila`, `queue:cards full`, `task:balance fails`. */
export function formatDrill(drill: Drill): string {
  switch (drill.kind) {
    case 'site':
      return `site:${drill.site}`;
    case 'queue':
      return `queue:${drill.queue} ${drill.state}`;
    case 'task':
      return `task:${drill.task} fails`;
    case 'number':
      return `number:${drill.number} fails`;
    case 'emergency':
      return drill.calendar === undefined ? 'emergency' : `emergency:${drill.calendar}`;
  }
}
