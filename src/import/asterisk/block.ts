import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import type { Prompt } from '../../script/values.ts';
import type { Extent } from '../../source/tree.ts';
import type { Mark } from '../draft.ts';
import { targetsOf } from '../node-targets.ts';
import type { Step } from './dialplan.ts';
import type { Environment } from './environment.ts';

/**
 * Where a call goes on: a spot of the dialplan, while it is read. Nothing where the call ends because
 * nothing stands there.
 */
export type Way = NodeId | undefined;

/**
 * The end of an extension, where a way must lead somewhere for the end to be seen. It is named so in
 * scripts too.
 */
export const extensionEnd = 'end-of-extension' as NodeId;

/** What a step changes that callers don't hear. */
export type Effect =
  | { readonly does: 'set'; readonly name: string; readonly text: string }
  | { readonly does: 'count'; readonly name: string; readonly by: number }
  | { readonly does: 'language'; readonly language: string };

/** A prompt as scripts hold it. */
export type Say = NonNullable<NodeOfKind<'announcement'>['say']> & Prompt;

/** What a step makes of a call, and what is known behind it. */
export type Block = (PassBlock | ListenBlock | ReadBlock | NodesBlock) & {
  readonly environment: Environment;
};

/** Nothing that a caller notices: the call goes on at once. */
export interface PassBlock {
  readonly kind: 'pass';
  readonly to: Way;
  readonly effects: readonly Effect[];
  /** Where the target is written. */
  readonly toAt?: Extent | undefined;
}

/** A time in which keys count: a prompt that they interrupt, or a wait for them. */
export interface ListenBlock {
  readonly kind: 'listen';
  readonly say: Say | undefined;
  readonly sayAt: Extent | undefined;
  /** The variable that holds the file, where the prompt is nothing else. */
  readonly sayVariable: string | undefined;
  /** Seconds that are waited; none for a prompt. */
  readonly wait: number | undefined;
  readonly interDigit: number | undefined;
  readonly timeout: Way;
  /** The keys that count. */
  readonly keys: NodeId;
}

/** `Read`: keys go into a variable that the steps behind look at. */
export interface ReadBlock {
  readonly kind: 'read';
  readonly node: NodeOfKind<'collect'>;
  readonly marks: readonly Mark[];
  /** Where the call goes on with each key that the steps behind may know. */
  readonly byKey: readonly { readonly key: string; readonly way: Way }[];
  /** With nothing entered, and with anything else. */
  readonly silent: Way;
  readonly other: Way;
  readonly next: Way;
}

/** A node, and those behind it that only it leads to. */
export interface NodesBlock {
  readonly kind: 'nodes';
  readonly node: ScriptNode;
  readonly marks: readonly Mark[];
  /** What a counter is compared with, where the node branches on it. */
  readonly counter?: CounterTest | undefined;
  /** True where it leads back to the menu before: an option that leads here goes back. */
  readonly isReturn?: boolean | undefined;
}

/** A branch on whether a number has grown too large, or too small. */
export interface CounterTest {
  readonly variable: string;
  readonly operator: string;
  readonly limit: number;
}

/** A key that counts in a context, and where it leads. */
export interface Choice {
  /** Nothing for a number that is dialled in full. */
  readonly key: string | undefined;
  /** The extension as it is written. */
  readonly name: string;
  readonly way: NodeId;
  readonly at: Extent;
}

/** The keys that count in a context. */
export interface Keys {
  readonly choices: readonly Choice[];
  readonly invalid: Way;
}

/** A step within the calls of subroutines that led to it. */
export interface Spot {
  readonly id: NodeId;
  readonly step: Step;
  readonly block: Block;
}

/** All ways out of a block. */
export function waysOf(block: Block): readonly NodeId[] {
  const ways: readonly Way[] =
    block.kind === 'pass'
      ? [block.to]
      : block.kind === 'listen'
        ? [block.timeout, block.keys]
        : block.kind === 'read'
          ? [block.next, block.silent, block.other, ...block.byKey.map(({ way }) => way)]
          : targetsOf(block.node);
  return ways.filter((way) => way !== undefined);
}
