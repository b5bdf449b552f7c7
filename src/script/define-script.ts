import type * as z from 'zod';
import type { optionSchema } from './parts.ts';
import type { nodeSchema, scriptSchema } from './schema.ts';
import type { promptSchema } from './value-schemas.ts';

type PromptInput = z.input<typeof promptSchema>;
type NodeInput = z.input<typeof nodeSchema>;
type OptionInput = z.input<typeof optionSchema>;

/** Fields that name another node. */
type TargetField = 'to' | 'otherwise' | 'success' | 'failure' | 'error';

/**
 * A part of a script in which every place that names a node, a queue or a calendar takes only the
 * names that exist. Everything else stays as the schema has it.
 */
type Named<Part, Node extends string, Queue extends string, Calendar extends string> = Part extends
  string | number | boolean | null | undefined
  ? Part
  : Part extends readonly (infer Item)[]
    ? readonly Named<Item, Node, Queue, Calendar>[]
    : {
        readonly [Key in keyof Part]: Key extends TargetField
          ? Exclude<Part[Key], string> extends undefined
            ? Node | Extract<Part[Key], undefined>
            : Named<Part[Key], Node, Queue, Calendar>
          : Key extends 'queue' | 'queue-status'
            ? Queue | Exclude<Part[Key], string>
            : Key extends 'calendar' | 'emergency'
              ? Calendar | Exclude<Part[Key], string>
              : Key extends 'closed'
                ? Node | Named<Exclude<Part[Key], string>, Node, Queue, Calendar>
                : Key extends 'say' | 'raw'
                  ? Part[Key]
                  : Named<Part[Key], Node, Queue, Calendar>;
      };

/** One node of a script as an author writes it, over the names that may be used. */
export type NodeDefinition<
  Node extends string = string,
  Queue extends string = string,
  Calendar extends string = string,
> = Named<NodeInput, Node, Queue, Calendar>;

export type OptionDefinition<Node extends string = string> = Named<
  OptionInput,
  Node,
  string,
  string
>;
export type PromptDefinition = PromptInput;

/** The names that a directory offers to scripts; what `defineDirectory` returns has them. */
export interface DirectoryNames<Queue extends string = string, Calendar extends string = string> {
  readonly queues?: Readonly<Partial<Record<Queue, unknown>>>;
  readonly calendars?: Readonly<Partial<Record<Calendar, unknown>>>;
}

type ScriptInput = z.input<typeof scriptSchema>;

/** A whole script as an author writes it in TypeScript. */
export interface ScriptDefinition<
  Node extends string,
  Queue extends string,
  Calendar extends string,
> extends Omit<ScriptInput, 'nodes' | 'entries' | 'directory' | 'defaults' | 'ivr'> {
  readonly ivr?: 1;
  readonly directory?: string | DirectoryNames<Queue, Calendar>;
  readonly defaults?: Named<NonNullable<ScriptInput['defaults']>, NoInfer<Node>, string, string>;
  readonly entries: readonly (Omit<ScriptInput['entries'][number], 'start'> & {
    readonly start: NoInfer<Node>;
  })[];
  readonly nodes: Readonly<
    Record<Node, NodeDefinition<NoInfer<Node>, NoInfer<Queue>, NoInfer<Calendar>>>
  >;
}

/**
 * Writes a script in TypeScript. A target, a start, a queue or a calendar that doesn't exist is a
 * compile error, with the compiler's "did you mean". Returns the same script, ready for `ivr`.
 */
export function defineScript<
  const Node extends string,
  Queue extends string = string,
  Calendar extends string = string,
>(
  script: ScriptDefinition<Node, Queue, Calendar>,
): ScriptDefinition<Node, Queue, Calendar> & { readonly ivr: 1 } {
  return { ...script, ivr: 1 };
}
