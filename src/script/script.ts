import type * as z from 'zod';
import type { branchOnSchema, optionSchema } from './parts.ts';
import type { nodeSchema, scriptSchema } from './schema.ts';
import type { NodeKind } from './vocabulary.ts';

/** All fields readonly, all the way down; branded ids and other primitives stay as they are. */
export type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Immutable<Item>[]
    : { readonly [Key in keyof T]: Immutable<T[Key]> };

/** What a menu file says, with defaults not yet filled in. Times are in seconds. */
export type Script = Immutable<z.output<typeof scriptSchema>>;

/** One node of a script, told apart by its `kind`. */
export type ScriptNode = Immutable<z.output<typeof nodeSchema>>;
export type NodeOfKind<Kind extends NodeKind> = Extract<ScriptNode, { readonly kind: Kind }>;

export type MenuOption = Immutable<z.output<typeof optionSchema>>;
export type BranchOn = Immutable<z.output<typeof branchOnSchema>>;
