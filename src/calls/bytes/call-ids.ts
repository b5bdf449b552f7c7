import { longestId } from './call-table.ts';

/** The bytes by which the call of an id is found that comes as text; valid until the next one. */
export interface IdBytes {
  readonly bytes: DataView;
  readonly length: number;
}

/** UTF-8, and for ids that are too long for the table a short stand-in. */
export function createCallIds(): (id: string) => IdBytes {
  const encoder = new TextEncoder();
  const own = new Uint8Array(longestId);
  const bytes = new DataView(own.buffer);
  const longIds = new Map<string, number>();
  return (id) => {
    const { read, written } = encoder.encodeInto(id, own);
    if (read === id.length) return { bytes, length: written };
    const number = longIds.get(id) ?? longIds.size;
    longIds.set(id, number);
    // A byte that no id may hold keeps these apart from all others.
    return { bytes, length: encoder.encodeInto(`\0${number}`, own).written };
  };
}
