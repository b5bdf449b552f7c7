import type { NodeId } from '../script/names.ts';
import type { Script } from '../script/script.ts';
import type { FlowDiff } from './diff-scripts.ts';
import type { Change } from './union-flow.ts';

/** What nodes of the script before are called in the union. */
export interface UnionNames {
  readonly before: (id: NodeId) => NodeId;
}

/** Where calls come in now, and where they came in before; the marks by the path of the way. */
export function unionEntries(
  { differences, flows }: FlowDiff,
  names: UnionNames,
): { readonly entries: Script['entries']; readonly marks: ReadonlyMap<string, Change> } {
  const marks = new Map<string, Change>();
  const entries = [...flows.after.script.entries];
  const addGone = (at: number | undefined): void => {
    const entry = flows.before.script.entries[at ?? -1];
    if (entry === undefined) return;
    marks.set(`entries/${entries.length}/start`, 'removed');
    entries.push({ ...entry, start: names.before(entry.start) });
  };
  for (const { kind, owner } of differences) {
    if (owner.of !== 'entry') continue;
    const isNew = kind === 'entry-added' || kind === 'target';
    if (isNew && owner.at.after !== undefined)
      marks.set(`entries/${owner.at.after}/start`, 'added');
    if (kind === 'entry-removed' || kind === 'target') addGone(owner.at.before);
  }
  return { entries, marks };
}
