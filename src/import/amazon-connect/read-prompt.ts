import type { NodeOfKind } from '../../script/script.ts';
import type { Prompt } from '../../script/values.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import type { Action } from './action.ts';
import {
  hasExpression,
  isDynamic,
  nameInReference,
  referenceOf,
  withoutExpressions,
} from './references.ts';
import { stripSsml } from '../strip-ssml.ts';
import { below, itemsOf, scalarBelow, textBelow } from '../tree-values.ts';

/** A prompt as scripts hold it. */
type Say = NonNullable<NodeOfKind<'announcement'>['say']>;

/** What an action plays, with the place where it is written. */
export interface PlayedPrompt {
  readonly say: Say | undefined;
  readonly at: Extent | undefined;
}

function spoken(text: string, isMarkup: boolean): Say | undefined {
  const words = isMarkup || /^\s*<speak/.test(text) ? stripSsml(text) : text.trim();
  if (words === '') return undefined;
  if (!hasExpression(words)) return { text: words };
  const known = withoutExpressions(words);
  return known === '' ? { unknown: words } : { unknown: words, text: known };
}

function recorded(reference: string, name: string | undefined): Say {
  const known = isDynamic(reference) ? undefined : (name ?? nameInReference(reference));
  return known === undefined ? { unknown: reference } : { recording: known };
}

/** The prompt in the parameters of an action, or in one of its messages. */
function promptIn(parameters: Tree | undefined, recording: string | undefined): PlayedPrompt {
  for (const field of ['Text', 'SSML'] as const) {
    const written = scalarBelow(parameters, field);
    if (written === undefined) continue;
    return { say: spoken(String(written.value), field === 'SSML'), at: written };
  }
  const promptId = scalarBelow(parameters, 'PromptId') ?? scalarBelow(parameters, 'Media', 'Uri');
  if (promptId !== undefined) {
    return { say: recorded(String(promptId.value), recording), at: promptId };
  }
  if (recording !== undefined) return { say: { recording }, at: below(parameters, 'PromptId') };
  const opening = scalarBelow(parameters, 'LexInitializationData', 'InitialMessage');
  if (opening === undefined) return { say: undefined, at: undefined };
  return { say: spoken(String(opening.value), false), at: opening };
}

/** What a message, an input or a bot says. */
export function readPrompt(action: Action): PlayedPrompt {
  const reference = referenceOf(action, 'PromptId');
  const shown = textBelow(action.metadata, 'promptName');
  const name = shown === undefined || hasExpression(shown) ? reference?.name : shown;
  return promptIn(action.parameters, name);
}

/** The messages that an action plays one after the other, as one prompt. */
export function readPromptLoop(action: Action): PlayedPrompt {
  const messages = below(action.parameters, 'Messages');
  const names = itemsOf(below(action.metadata, 'audio')).map((audio) => textBelow(audio, 'text'));
  const prompts = itemsOf(messages).flatMap((message, index): readonly Say[] => {
    const display = below(action.metadata, 'parameters', 'Messages');
    const shown = textBelow(itemsOf(display)[index], 'PromptId', 'displayName');
    const name = [shown, names[index]].find((text) => text !== undefined && !hasExpression(text));
    const { say } = promptIn(message, below(message, 'PromptId') === undefined ? undefined : name);
    return say === undefined ? [] : [say];
  });
  if (prompts.length <= 1) return { say: prompts[0], at: messages };
  const parts = (field: 'unknown' | 'recording' | 'text') =>
    prompts.flatMap((prompt: Prompt) => (typeof prompt[field] === 'string' ? [prompt[field]] : []));
  const texts = parts('text');
  const unknown = parts('unknown');
  const recordings = parts('recording');
  if (unknown.length > 0 || (recordings.length > 0 && texts.length > 0)) {
    const known = texts.length > 0 ? { text: texts.join(' ') } : {};
    return { say: { unknown: [...unknown, ...recordings].join(' + '), ...known }, at: messages };
  }
  const say =
    recordings.length > 0 ? { recording: recordings.join(' + ') } : { text: texts.join(' ') };
  return { say, at: messages };
}
