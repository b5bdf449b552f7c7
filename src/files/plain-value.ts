import { deepestNesting } from '../source/read-result.ts';

/** Why a value that a program computed can't stand for a document. */
export class NotPlain extends Error {}

/**
 * A copy of what a program exported, as a document has it: own fields only, fields that are
 * undefined left out. Values that no document has (functions, dates) stay, for the schema to refuse
 * them at their place. Throws NotPlain for what goes round in a circle or too deep.
 */
export function plainValue(value: unknown): unknown {
  const copies = new Map<object, unknown>();
  const copy = (here: unknown, depth: number): unknown => {
    if (typeof here !== 'object' || here === null) return here;
    const prototype: unknown = Object.getPrototypeOf(here);
    const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!Array.isArray(here) && !isPlain) return here;
    if (depth > deepestNesting) {
      throw new NotPlain(
        `it is nested more than ${deepestNesting} levels deep, or contains itself`,
      );
    }
    const known = copies.get(here);
    if (known !== undefined) return known;
    const made: unknown = Array.isArray(here)
      ? Array.from(here as readonly unknown[], (item) => copy(item, depth + 1))
      : copyFields(here, depth);
    copies.set(here, made);
    return made;
  };
  const copyFields = (here: object, depth: number): Readonly<Record<string, unknown>> => {
    const fields = Object.entries(here).filter(([, field]) => field !== undefined);
    if (fields.some(([name]) => name === '__proto__')) {
      throw new NotPlain('it has a field "__proto__"');
    }
    return Object.fromEntries(fields.map(([name, field]) => [name, copy(field, depth + 1)]));
  };
  return copy(value, 0);
}
