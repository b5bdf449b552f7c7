import type { NodeId } from '../script/names.ts';
import type { Prompt } from '../script/values.ts';
import { nodeOfKind, type CallFlow } from './call-flow.ts';
import { offeredKeys } from './offered-keys.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { optionTexts } from './option-texts.ts';

/** Longer keys are extensions: callers know them, and nobody reads a list of them out. */
const longestKey = 2;

function topicsIn(flow: CallFlow, menu: NodeId): readonly number[] {
  const node = nodeOfKind(flow, menu, 'menu');
  const texts = optionTexts(flow, menu, flow.script.language);
  const offered = offeredKeys(flow, menu);
  const say: Prompt | undefined = node?.say;
  const isRecorded = say?.recording !== undefined && say.text === undefined;
  const targets = new Set<string>();
  return (node?.options ?? []).flatMap((option, index) => {
    const { key, role, language, to } = option;
    if (key === undefined || key.length > longestKey || option.do !== undefined) return [];
    if (role === 'agent' || role === 'language' || language !== undefined) return [];
    if (option.say !== undefined || texts[index] !== undefined) return [index];
    if (!isRecorded && !offered.some(({ named }) => named.has(key))) return [];
    if (targets.has(to ?? '')) return [];
    targets.add(to ?? '');
    return [index];
  });
}

const answersOf = oncePerFlow(() => new Map<NodeId, readonly number[]>());

/**
 * The options that callers have to choose among, by their positions: those with a key that are about
 * something and that callers are told of. To repeat, to go back, another language and a person aren't
 * counted, nor keys that do the same without words of their own (`rate us from 1 to 5`).
 */
export function topicsOf(flow: CallFlow, menu: NodeId): readonly number[] {
  const answers = answersOf(flow);
  const answer = answers.get(menu) ?? topicsIn(flow, menu);
  answers.set(menu, answer);
  return answer;
}
