import type { CallFlow } from './call-flow.ts';

/**
 * Remembers the answer to a question about a flow. Flows never change once they are built, and many
 * rules ask the same; answers go when their flow goes.
 */
export function oncePerFlow<Answer>(ask: (flow: CallFlow) => Answer): (flow: CallFlow) => Answer {
  const answers = new WeakMap<CallFlow, { readonly answer: Answer }>();
  return (flow) => {
    const known = answers.get(flow);
    if (known !== undefined) return known.answer;
    const answer = ask(flow);
    answers.set(flow, { answer });
    return answer;
  };
}
