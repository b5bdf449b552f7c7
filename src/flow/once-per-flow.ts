import type { CallFlow } from './call-flow.ts';

/**
 * Remembers the answer to a question about a flow. Flows never change once they are built, and many
 * rules ask the same; answers go when their flow goes.
 */
export function oncePerFlow<Answer>(ask: (flow: CallFlow) => Answer): (flow: CallFlow) => Answer {
  return (flow) => {
    const known = flow.answers.get(ask) as { readonly answer: Answer } | undefined;
    if (known !== undefined) return known.answer;
    const answer = ask(flow);
    flow.answers.set(ask, { answer });
    return answer;
  };
}
