import type { Script } from '../../script/script.ts';
import { blockId } from './block-id.ts';
import type { Block, BlockKey } from './block.ts';
import { layOutBlocks, type Position } from './lay-out-blocks.ts';

/** The keys of blocks that a call can come to, and those that it can't, in the order of the blocks. */
function usedBlocks(blocks: readonly Block[]): readonly Block[] {
  const named = new Set(
    blocks.flatMap(({ next, conditions = [], errors = [] }) => [
      ...(next === undefined ? [] : [next]),
      ...conditions.map(({ to }) => to),
      ...errors.map(([, to]) => to),
    ]),
  );
  // The block that cuts calls off is there for the exits that lead nowhere, and else not at all.
  const last = blocks.at(-1);
  return last === undefined || named.has(last.key) ? blocks : blocks.slice(0, -1);
}

function actionJson(
  { key, type, parameters, next, conditions, errors }: Block,
  idOf: (key: BlockKey) => string,
) {
  return {
    Parameters: parameters,
    Identifier: idOf(key),
    Type: type,
    Transitions: {
      ...(next === undefined ? {} : { NextAction: idOf(next) }),
      ...(conditions === undefined
        ? {}
        : {
            Conditions: conditions.map(({ operator, operand, to }) => ({
              NextAction: idOf(to),
              Condition: { Operator: operator, Operands: [operand] },
            })),
          }),
      ...(errors === undefined
        ? {}
        : { Errors: errors.map(([ErrorType, to]) => ({ NextAction: idOf(to), ErrorType })) }),
    },
  };
}

function metadataJson({ shown }: Block, position: Position | undefined) {
  const names = Object.entries(shown ?? {});
  return {
    position: position ?? { x: 0, y: 0 },
    ...(names.length === 0
      ? {}
      : {
          parameters: Object.fromEntries(
            names.map(([parameter, displayName]) => [parameter, { displayName }]),
          ),
        }),
  };
}

/** A flow as Amazon Connect exports and imports it. */
export function flowJson(script: Script, all: readonly Block[], start: BlockKey): object {
  const blocks = usedBlocks(all);
  const ids = new Map(blocks.map(({ key }) => [key, blockId(script.id, key)]));
  const idOf = (key: BlockKey): string => ids.get(key) ?? blockId(script.id, key);
  const positions = layOutBlocks(blocks, start);
  return {
    Version: '2019-10-30',
    StartAction: idOf(start),
    Metadata: {
      entryPointPosition: { x: 20, y: 20 },
      ActionMetadata: Object.fromEntries(
        blocks.map((block) => [idOf(block.key), metadataJson(block, positions.get(block.key))]),
      ),
      Annotations: [],
      name: script.title ?? script.id,
      description: script.note ?? '',
      type: 'contactFlow',
      status: 'saved',
      hash: {},
    },
    Actions: blocks.map((block) => actionJson(block, idOf)),
  };
}
