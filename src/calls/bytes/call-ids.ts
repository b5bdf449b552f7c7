import { createHash } from 'node:crypto';
import { longestId } from './call-table.ts';

/** The bytes by which the call of an id is found that comes as text; valid until the next one. */
export interface IdBytes {
  readonly bytes: DataView;
  readonly length: number;
}

/** UTF-8, and for ids that are too long for the table a digest, which is the same in every thread. */
export function createCallIds(): (id: string) => IdBytes {
  const encoder = new TextEncoder();
  const own = new Uint8Array(longestId);
  const bytes = new DataView(own.buffer);
  return (id) => {
    const { read, written } = encoder.encodeInto(id, own);
    if (read === id.length) return { bytes, length: written };
    const digest = createHash('sha256').update(id).digest('hex');
    // A byte that no id may hold keeps these apart from all others.
    return { bytes, length: encoder.encodeInto(`\0${digest}`, own).written };
  };
}
