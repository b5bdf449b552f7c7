import type { FoldedExit } from './fold-exits.ts';
import type { StepId } from './read-steps.ts';

/** A, B, … Z, AA, AB, …: the name of the connector with this position, from 0. */
export function letterAt(position: number): string {
  let letters = '';
  for (let left = position + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** A letter for every step that something jumps to: the rail first, then the others as callers hear them. */
export function nameLetters(
  rail: readonly StepId[],
  order: readonly StepId[],
  exits: ReadonlyMap<StepId, readonly FoldedExit[]>,
): ReadonlyMap<StepId, string> {
  const jumpedTo = new Set<StepId>();
  for (const folded of exits.values()) {
    for (const { way, targets } of folded) {
      if (way === 'jump') for (const id of targets) jumpedTo.add(id);
    }
  }
  const named = [...new Set([...rail, ...order])].filter((id) => jumpedTo.has(id));
  return new Map(named.map((id, position) => [id, letterAt(position)]));
}
