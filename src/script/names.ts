import type * as z from 'zod';
import type { calendarIdSchema, nodeIdSchema, queueIdSchema } from './name-schemas.ts';

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * True for a name that may become a node of the graph: lower-case letters, digits and hyphens,
 * a letter first, and no name that every JavaScript object has (graphlib keeps plain objects).
 */
export function isName(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text) && !inherited.has(text);
}

export const nameRule =
  'a name is lower-case letters, digits and hyphens, a letter first, and no word that JavaScript reserves for objects';

export type NodeId = z.output<typeof nodeIdSchema>;
export type QueueId = z.output<typeof queueIdSchema>;
export type CalendarId = z.output<typeof calendarIdSchema>;

function known(name: string): string {
  if (!isName(name)) throw new TypeError(`"${name}" can't be a name: ${nameRule}`);
  return name;
}

/** Brands a name that is known to be good, as one from a parsed script; throws on any other. */
export const nodeId = (name: string): NodeId => known(name) as NodeId;
export const queueId = (name: string): QueueId => known(name) as QueueId;
export const calendarId = (name: string): CalendarId => known(name) as CalendarId;

/** A name made from any text: what importers call the nodes of a vendor's file. */
export function nameFrom(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return isName(slug) ? slug : fallback;
}
