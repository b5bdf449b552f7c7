/** The key of a block while a flow is made: the id of a node, or that with what the block is for. */
export type BlockKey = string;

/** A way that is taken when the result of a block compares so. */
export interface BlockCondition {
  readonly operator: string;
  readonly operand: string;
  readonly to: BlockKey;
}

/** One action of a flow, before its identifiers are made. */
export interface Block {
  readonly key: BlockKey;
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly next?: BlockKey | undefined;
  readonly conditions?: readonly BlockCondition[];
  readonly errors?: readonly (readonly [type: string, to: BlockKey])[];
  /** What the console shows for a parameter: the name of a queue, a flow, a recording. */
  readonly shown?: Readonly<Record<string, string>>;
}

export const equals = (operand: string, to: BlockKey): BlockCondition => ({
  operator: 'Equals',
  operand,
  to,
});
