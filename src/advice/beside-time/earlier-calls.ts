import type { HelpFacts } from './help.ts';

/** What calls did at a node, as far as their callers had called before. */
export interface EarlierCalls {
  /** Calls that answered there and of which the log names the caller. */
  readonly known: number;
  /** Those of them whose caller had answered there in an earlier call. */
  readonly again: number;
  /** Those of the latter with the answer of the call before. */
  readonly alike: number;
}

const nobody: EarlierCalls = { known: 0, again: 0, alike: 0 };

/**
 * Goes through the calls of each caller in their order. `answerOf` tells what a path, by its position,
 * answered at the node; nothing where it was not asked. Nothing is known of a log without callers.
 */
export function earlierCalls(
  { log }: Pick<HelpFacts, 'log'>,
  answerOf: (path: number) => string | undefined,
): EarlierCalls {
  const calls = log?.details?.callers;
  if (calls === undefined) return nobody;
  const { caller, at, variant } = calls;
  const order = Uint32Array.from(caller, (_, call) => call).sort(
    (a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b,
  );
  const last = new Map<number, string>();
  let { known, again, alike } = nobody;
  for (const call of order) {
    const answer = answerOf(variant[call] ?? -1);
    const who = caller[call];
    if (answer === undefined || who === undefined) continue;
    const before = last.get(who);
    known += 1;
    if (before !== undefined) again += 1;
    if (before === answer) alike += 1;
    last.set(who, answer);
  }
  return { known, again, alike };
}
