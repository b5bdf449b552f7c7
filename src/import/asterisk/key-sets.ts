import type { NodeId } from '../../script/names.ts';
import type { Keys } from './block.ts';
import type { Frame } from './frame.ts';
import { keysOf, type KeySources } from './keys-of.ts';
import type { PointAt } from './points.ts';

/** The keys that count in contexts where calls wait, each context once for each call of a subroutine. */
export interface KeySets {
  readonly at: (context: string, frame: Frame | undefined) => NodeId;
  readonly byId: ReadonlyMap<NodeId, Keys>;
}

/** Gives the keys of contexts their ids, as they are asked for. */
export function createKeySets(sources: KeySources, pointAt: PointAt): KeySets {
  const ids = new Map<string, NodeId>();
  const byId = new Map<NodeId, Keys>();
  return {
    byId,
    at(context, frame) {
      const key = `${context}\n${frame?.id ?? 0}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = `@keys-${ids.size}` as NodeId;
      ids.set(key, id);
      byId.set(
        id,
        keysOf(sources, context, (step, assumed) => pointAt(step, frame, assumed)),
      );
      return id;
    },
  };
}
