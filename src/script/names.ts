import * as z from 'zod';

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * True for a name that may become a node of the graph: lower-case letters, digits and hyphens,
 * a letter first, and no name that every JavaScript object has (graphlib keeps plain objects).
 */
export function isName(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text) && !inherited.has(text);
}

const rule =
  'a name is lower-case letters, digits and hyphens, a letter first, and no word that JavaScript reserves for objects';

export const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, rule)
  .refine(isName, rule)
  .meta({ id: 'name', description: 'Lower-case letters, digits and hyphens, a letter first.' });

export const nodeIdSchema = nameSchema.brand<'NodeId'>();
export type NodeId = z.output<typeof nodeIdSchema>;

export const queueIdSchema = nameSchema.brand<'QueueId'>();
export type QueueId = z.output<typeof queueIdSchema>;

export const calendarIdSchema = nameSchema.brand<'CalendarId'>();
export type CalendarId = z.output<typeof calendarIdSchema>;

/** Brands a name that is known to be good, as one from a parsed script; throws on any other. */
export const nodeId = (name: string): NodeId => nodeIdSchema.parse(name);
export const queueId = (name: string): QueueId => queueIdSchema.parse(name);
export const calendarId = (name: string): CalendarId => calendarIdSchema.parse(name);

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
