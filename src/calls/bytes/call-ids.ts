import { longestId } from './call-table.ts';

/** The bytes by which the calls of ids are found that come as text. */
export type CallIds = (id: string) => Uint8Array;

/** UTF-8, and for ids that are too long for the table a short stand-in. */
export function createCallIds(): CallIds {
  const encoder = new TextEncoder();
  const longIds = new Map<string, Uint8Array>();
  return (id) => {
    const own = encoder.encode(id);
    if (own.length <= longestId) return own;
    // A byte that no id may hold keeps these apart from all others.
    const alias = longIds.get(id) ?? encoder.encode(`\0${longIds.size}`);
    longIds.set(id, alias);
    return alias;
  };
}
