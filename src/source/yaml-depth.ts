import type { CST } from 'yaml';
import { deepestNesting } from './read-result.ts';

function below(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((part) => part !== undefined && part !== null),
  );
}

/**
 * The offset at which a document goes deeper than a reader should follow, or nothing. The parser
 * that made the tokens keeps its own stack, so this can be asked before anything recurses.
 */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { token, depth } = here;
    if (depth > deepestNesting + 1) return token.offset;
    for (const part of below(token)) waiting.push({ token: part, depth: depth + 1 });
  }
  return undefined;
}
