import type { CallFlow } from '../flow/call-flow.ts';
import { inLanguage } from '../prompt/in-language.ts';
import { promptText } from '../prompt/prompt-text.ts';
import type { NodeId } from '../script/names.ts';
import type { CallState } from './call-state.ts';
import type { HeardLine } from './followed-call.ts';
import { hearingOf } from './hearing.ts';

/** Calls are told to the millisecond, prompts aren't. */
const precision = 0.001;

/** What a caller hears at a node in their language, until they act (seconds from when it began to speak). */
export function heardLines(
  flow: CallFlow,
  id: NodeId,
  state: CallState,
  until: number,
): readonly HeardLine[] {
  const { script, graph } = flow;
  const { node } = graph.node(id);
  const options = node.kind === 'menu' ? node.options : [];
  return hearingOf(flow, id, state)
    .parts.filter(({ from }) => from < until - precision)
    .map(({ role, prompt, option, from, to }): HeardLine => {
      const told = option === undefined ? undefined : options[option];
      return {
        role,
        text: promptText(prompt, state.language, script.language),
        recording: inLanguage(prompt.recording, state.language, script.language),
        key: told?.key ?? told?.intent,
        from,
        to: Math.min(to, until),
        whole: to <= until + precision,
      };
    });
}
