import { baseLanguage } from '../prompt/same-language.ts';
import type { NodeId } from '../script/names.ts';
import type { Path } from '../source/tree.ts';
import { nodeOfKind, type CallFlow } from './call-flow.ts';
import { offeredKeys, type OfferedKeys } from './offered-keys.ts';

/** A key of a menu at its turn in what callers hear. */
export interface ReadKey {
  readonly key: string;
  /** The way to where it is said. */
  readonly path: Path;
  /** True where the words around it are of another language than the prompt. */
  readonly isForeign: boolean;
}

function keysIn(
  { language, pieces }: OfferedKeys,
  keys: readonly (string | undefined)[],
): readonly ReadKey[] | undefined {
  const read = new Map<string, ReadKey>();
  const add = (key: string, path: Path, isForeign: boolean) => {
    if (!read.has(key)) read.set(key, { key, path, isForeign });
  };
  for (const { piece, spoken } of pieces) {
    if (piece.role === 'retry' || !piece.leadsHere) continue;
    const own = piece.option === undefined ? undefined : keys[piece.option];
    if (own !== undefined) {
      const said = spoken.keys.find(({ key }) => key === own);
      add(
        own,
        piece.path,
        said !== undefined && baseLanguage(said.language) !== baseLanguage(language),
      );
      continue;
    }
    // A recording around options that speak for themselves is a greeting.
    if (piece.text === undefined && keys.length > 0) continue;
    if (!spoken.certain) return undefined;
    for (const { key, language: around } of spoken.keys) {
      add(key, piece.path, baseLanguage(around) !== baseLanguage(language));
    }
  }
  return [...read.values()];
}

/**
 * The keys of a menu in the order in which callers hear them, once for each language that its
 * prompts are written in: an option that has a prompt at its place in the list, and keys that a text
 * names at their place in it. Languages whose prompts can't be read for certain are left out.
 */
export function readingOrders(flow: CallFlow, menu: NodeId): readonly (readonly ReadKey[])[] {
  const keys = nodeOfKind(flow, menu, 'menu')?.options.map(({ key }) => key) ?? [];
  return offeredKeys(flow, menu).flatMap((offered) => {
    const read = keysIn(offered, keys);
    return read === undefined ? [] : [read];
  });
}
