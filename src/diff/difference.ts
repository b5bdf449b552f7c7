import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Path } from '../source/tree.ts';

/** The same thing in both scripts: as it was, and as it is now. */
export interface Sides<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What a difference can be about; everything that a script says falls under one of these. */
export const differenceKinds = [
  'node-added',
  'node-removed',
  'node-renamed',
  'node-kind',
  'option-added',
  'option-removed',
  'option-key',
  'options-order',
  'case-added',
  'case-removed',
  'case-value',
  'cases-order',
  'entry-added',
  'entry-removed',
  'target',
  'prompt',
  'timer',
  'reference',
  'branch',
  'attribute',
  'setting',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Whose difference it is: a node by its id in each script, an entry by its position, or the script. */
export type Owner =
  | { readonly of: 'script' }
  | { readonly of: 'entry'; readonly at: Sides<number | undefined> }
  | { readonly of: 'node'; readonly id: Sides<NodeId | undefined> };

/** The part of a node that it is in: an option or a case, by its position in each script. */
export interface Part {
  readonly of: 'option' | 'case';
  readonly at: Sides<number | undefined>;
  /** What people call it: the label of an option, the word of a case. */
  readonly label: string;
}

/** Where a way leads: to a node (of its own script, which may not have it), again, back, or nowhere. */
export interface Destination {
  readonly to: NodeId | undefined;
  readonly does: 'repeat' | 'back' | undefined;
}

interface Common {
  readonly owner: Owner;
  readonly part?: Part | undefined;
  /** Where it stands in each script; nothing on the side that doesn't have it. */
  readonly paths: Sides<Path | undefined>;
  /** What it means for callers, in whole sentences; only what is certain. */
  readonly meanings: readonly string[];
}

interface Changed<Kind extends DifferenceKind, Value> extends Common {
  readonly kind: Kind;
  readonly values: Sides<Value>;
}

/** A prompt in one language; without a language it is for all. */
export interface PromptDifference extends Changed<'prompt', string | undefined> {
  /** The way to the prompt below its owner or part: `say`, `noInput.say`, `announce.say`. */
  readonly field: string;
  readonly language: string | undefined;
  readonly what: 'text' | 'recording' | 'length' | 'unknown';
  /** True where the words changed in nothing but the key that their option has now. */
  readonly saysKey: boolean;
}

interface FieldDifference extends Changed<
  'timer' | 'reference' | 'branch' | 'attribute' | 'setting',
  string | undefined
> {
  /** The way to the field below its owner or part: `noInput.wait`, `set.purpose`. */
  readonly field: string;
}

/** One thing that two scripts say differently. */
export type Difference =
  | (Changed<'node-added', undefined> & { readonly node: ScriptNode })
  | (Changed<'node-removed', undefined> & { readonly node: ScriptNode })
  | Changed<'node-renamed', NodeId>
  | Changed<'node-kind', NodeKind>
  | Changed<'option-added' | 'option-removed', Destination | undefined>
  | Changed<'option-key', string | undefined>
  | Changed<'options-order' | 'cases-order', readonly string[]>
  | Changed<'case-added' | 'case-removed', Destination | undefined>
  | Changed<'case-value', string | undefined>
  | Changed<'entry-added' | 'entry-removed', Destination | undefined>
  | (Changed<'target', Destination | undefined> & { readonly field: string })
  | PromptDifference
  | FieldDifference;

/** All that two scripts say differently, by nodes in the order in which calls meet them. */
export interface ScriptDiff {
  readonly differences: readonly Difference[];
  /** Nodes of both scripts that calls came to and come to no more, by their ids after. */
  readonly lost: readonly NodeId[];
  /** Nodes of both scripts that no call came to and that calls come to now, by their ids after. */
  readonly found: readonly NodeId[];
}
