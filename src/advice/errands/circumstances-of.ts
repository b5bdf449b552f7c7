import type { CallFlow } from '../../flow/call-flow.ts';
import { languageSetBy } from '../../replay/language-set-by.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Arrival } from './call-trace.ts';
import type { Circumstances } from './errand.ts';
import { answerOf, isAnswer } from './open-edges.ts';

/** What a call met on its way, and the name under which calls that met the same are one. */
export function circumstancesOf(
  flow: CallFlow,
  trace: readonly Arrival[],
): { readonly key: string; readonly circumstances: Circumstances } {
  const answers = new Map<NodeId, Set<string>>();
  const languages = new Set<Language>();
  for (const { by } of trace) {
    if (by === undefined) continue;
    const set = by.option === undefined ? undefined : languageSetBy(flow, by);
    if (set !== undefined) languages.add(set);
    if (!isAnswer(flow, by)) continue;
    const own = answers.get(by.from) ?? new Set<string>();
    answers.set(by.from, own.add(answerOf(by)));
  }
  const told = [...answers].map(([id, own]) => [id, ...[...own].sort()].join('\u0001')).sort();
  return {
    key: [...told, '', ...[...languages].sort()].join('\u0002'),
    circumstances: { answers, languages: [...languages] },
  };
}
