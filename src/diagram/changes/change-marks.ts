import { differenceWords } from '../../diff/difference-words.ts';
import type { FlowDiff } from '../../diff/diff-scripts.ts';
import { unionFlow, type UnionFlow } from '../../diff/union-flow.ts';
import { cleanText } from '../clean-text.ts';

/** A sign on a drawing of changes: new, gone, or there on both sides with something else about it. */
export type ChangeSign = 'added' | 'removed' | 'changed';

/** Both flows as one, and what became of everything in it. */
export interface ChangeMarks {
  readonly union: UnionFlow;
  readonly count: number;
  readonly signOf: (card: string) => ChangeSign | undefined;
  readonly waySign: (card: string, path: string) => ChangeSign | undefined;
  /** What changed about a card, one line a difference. */
  readonly notesOf: (card: string) => readonly string[];
}

/** What a difference says on one line. */
function noteOf(diff: FlowDiff, one: FlowDiff['differences'][number]): string {
  const { sign, what, values } = differenceWords(diff, one);
  const change =
    values === undefined
      ? ''
      : 'before' in values
        ? `: ${values.before} → ${values.after}`
        : `: ${values.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')}`;
  return cleanText(`${sign === '-' ? '−' : sign} ${what}${change}`);
}

/** Lays both flows of a difference over each other, and says what to mark. */
export function changeMarks(diff: FlowDiff): ChangeMarks {
  const union = unionFlow(diff);
  const notes = new Map<string, string[]>();
  for (const one of diff.differences) {
    if (one.owner.of !== 'node') continue;
    const id = union.idOf(one.owner.id) ?? '';
    notes.set(id, [...(notes.get(id) ?? []), noteOf(diff, one)]);
  }
  return {
    union,
    count: diff.differences.length,
    signOf: (card) => union.nodes.get(card) ?? (notes.has(card) ? 'changed' : undefined),
    waySign: (card, path) =>
      union.ways.get(`${card}:${path}`) ??
      union.ways.get(path) ??
      (union.changed.has(path) ? 'changed' : undefined),
    notesOf: (card) => notes.get(card) ?? [],
  };
}
