import type { CondenseOptions, OnReject } from './log-engine.ts';

/** Tells rejected rows once, though logs are read again and their rows are met again. */
export interface RejectsOnce {
  /** What a reading tells its rejects, those of one log in the same order each time. */
  readonly begin: () => OnReject | undefined;
}

/** Begins with nothing told. */
export function rejectsOnce(onReject: OnReject | undefined): RejectsOnce {
  const told = new Map<string, number>();
  return {
    begin() {
      if (onReject === undefined) return undefined;
      const met = new Map<string, number>();
      return (path, ...row) => {
        const now = (met.get(path) ?? 0) + 1;
        met.set(path, now);
        if (now <= (told.get(path) ?? 0)) return;
        told.set(path, now);
        onReject(path, ...row);
      };
    },
  };
}

/** Tells each note once, though a log may be read again. */
export function notesOnce(onNote: CondenseOptions['onNote']): CondenseOptions['onNote'] {
  if (onNote === undefined) return undefined;
  const told = new Set<string>();
  return (note) => {
    if (told.has(note)) return;
    told.add(note);
    onNote(note);
  };
}
