import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CallFlow } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** Remembers the answer to a question about a menu in a language, as `oncePerFlow` does for a flow. */
export function oncePerMenu<Answer extends object>(
  ask: (flow: CallFlow, menu: NodeId, language: Language) => Answer,
): (flow: CallFlow, menu: NodeId, language: Language) => Answer {
  const answersOf = oncePerFlow(() => new Map<Language, Map<NodeId, Answer>>());
  return (flow, menu, language) => {
    const answers = answersOf(flow);
    const inLanguage = answers.get(language) ?? new Map<NodeId, Answer>();
    answers.set(language, inLanguage);
    const answer = inLanguage.get(menu) ?? ask(flow, menu, language);
    inLanguage.set(menu, answer);
    return answer;
  };
}
