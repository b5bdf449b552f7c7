import { fieldIn, listIn, objectIn, textIn } from '../values.ts';

/** What a conversation did in one flow. */
export interface Execution {
  readonly call: string;
  readonly flow: unknown;
  readonly items: readonly unknown[];
}

/** One thing that happened in a flow: its kind (`actionPlayAudio`, `menuMenu`, …) and what is told of it. */
export interface ExecutionItem {
  readonly kind: string;
  readonly data: unknown;
}

/** The execution that a value holds; nothing where there is none. */
export function executionIn(value: unknown): Execution | undefined {
  const flow = objectIn(fieldIn(value, 'flow')) ?? objectIn(value);
  if (!Array.isArray(fieldIn(flow, 'execution'))) return undefined;
  const call = textIn(flow, 'conversationId') ?? textIn(value, 'conversationId');
  return call === undefined ? undefined : { call, flow, items: listIn(flow, 'execution') };
}

const most = 100_000;

/** The items of an execution in their order; those in loops and tasks follow the item that holds them. */
export function itemsIn(items: readonly unknown[]): readonly ExecutionItem[] {
  const found: ExecutionItem[] = [];
  const left = items.toReversed();
  while (left.length > 0 && found.length < most) {
    const [first] = Object.entries(objectIn(left.pop()) ?? {});
    if (first === undefined) continue;
    const [kind, data] = first;
    found.push({ kind, data });
    // The turns of a menu are no items of their own.
    if (kind !== 'menuMenu') left.push(...listIn(data, 'execution').toReversed());
  }
  return found;
}
