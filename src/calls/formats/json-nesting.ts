/** What a bracket opens: records themselves, their list, or something inside or beside them. */
export type Opening = 'record' | 'list of records' | 'other';

/** How deep a reader is in a log in JSON, as far as records are found by it. */
export interface JsonNesting {
  /** Whether nothing is open. */
  readonly isOutside: () => boolean;
  /** Whether a text here may name a list of records. */
  readonly isAtField: () => boolean;
  /** In a wrapper, beside its lists of records. */
  readonly isInWrapper: () => boolean;
  /** Within a field of a wrapper that holds no records. */
  readonly isPassingOver: () => boolean;
  /** Opens a bracket; `name` is the last text that stood where a field has its name. */
  readonly open: (sign: string, name: string) => Opening;
  readonly close: () => void;
  /** Whether the value that ends here is a record. */
  readonly endsRecord: () => boolean;
  /** Leaves a record that is broken. */
  readonly giveUp: () => void;
}

/** Records lie in the text itself, in a list, or in the `lists` of wrappers. */
export function createJsonNesting(lists: readonly string[]): JsonNesting {
  let depth = 0;
  /** How deep records lie: what stands deeper belongs to one. */
  let base = 0;
  let isWrapped = false;
  let isPassingOver = false;

  const isAtField = (): boolean => depth === 1 && (isWrapped || base === 0);
  const opening = (sign: string, name: string): Opening => {
    if (depth === 0 && sign === '[') {
      base = 1;
      return 'other';
    }
    if (sign === '[' && isAtField() && lists.includes(name)) {
      base = 2;
      isWrapped = false;
      return 'list of records';
    }
    if (depth !== base) return 'other';
    if (!isWrapped) return 'record';
    isPassingOver = true;
    return 'other';
  };
  return {
    isAtField,
    isOutside: () => depth === 0,
    isInWrapper: () => isWrapped,
    isPassingOver: () => isPassingOver,
    endsRecord: () => depth === base && !isWrapped,
    open(sign, name) {
      const what = opening(sign, name);
      depth += 1;
      return what;
    },
    close() {
      depth = Math.max(0, depth - 1);
      if (depth === base) isPassingOver = false;
      else if (depth < base) {
        isWrapped = base === 2 && depth === 1;
        base = depth;
      }
    },
    giveUp() {
      depth = base;
      isPassingOver = false;
    },
  };
}
