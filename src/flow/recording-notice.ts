import { promptWords } from '../prompt/prompt-words.ts';
import { saysRecorded } from '../prompt/says-recorded.ts';
import type { NodeId } from '../script/names.ts';
import { promptsIn, type PromptIn } from '../script/prompts-in.ts';
import type { CallFlow } from './call-flow.ts';

/** Where callers may hear that calls are recorded. */
export interface NoticePlaces {
  /** True for a node that says so, is tagged so, or whose words aren't known. */
  readonly mayTell: (id: NodeId) => boolean;
  /** The same for an option of a menu, which only those who choose it are told. */
  readonly optionMayTell: (menu: NodeId, option: number) => boolean;
}

/** True for a prompt that says so, or of which not every word is known. */
function mayTellOf({ prompt }: PromptIn): boolean {
  const words = promptWords(prompt, []);
  return (
    prompt.unknown !== undefined ||
    words.length === 0 ||
    words.some(({ text }) => saysRecorded(text))
  );
}

/** Finds where callers may be told of a recording; parts of a call that can't be seen may tell. */
export function noticeKnown(flow: CallFlow): NoticePlaces {
  const telling = new Set<NodeId>();
  const tellingOptions = new Set<string>();
  for (const { id, kind, node } of flow.nodes) {
    const prompts = promptsIn(node);
    // Who hears a prompt of silence has heard nothing else; only some callers do.
    const heard = prompts.filter(({ path }) => path[0] === 'say' || path[0] === 'announce');
    const isTagged = node.tags?.includes('recording-notice') === true;
    const isHidden = kind === 'opaque' || kind === 'subflow';
    const options = prompts.filter(({ option }) => option !== undefined);
    if (isTagged || isHidden || [...heard, ...options].some(mayTellOf)) telling.add(id);
    if (node.kind !== 'menu') continue;
    node.options.forEach(({ tags }, index) => {
      if (tags?.includes('recording-notice') === true) tellingOptions.add(`${id} ${index}`);
    });
  }
  return {
    mayTell: (id) => telling.has(id),
    optionMayTell: (menu, option) => tellingOptions.has(`${menu} ${option}`),
  };
}
