import { hasExpression } from '../../import/amazon-connect/references.ts';
import { voiceOf } from '../../import/amazon-connect/voices.ts';
import { inLanguage } from '../../prompt/in-language.ts';
import { promptText } from '../../prompt/prompt-text.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language, Prompt } from '../../script/values.ts';
import type { Path } from '../../source/tree.ts';
import { nameFor } from '../names.ts';
import { attributePath } from './attribute-path.ts';
import { equals, type BlockKey } from './block.ts';
import type { Writing } from './writing.ts';

/** What one block can say: a text, mark-up, or a recording. */
export interface Message {
  readonly parameters: Readonly<Record<string, string>>;
  readonly shown?: Readonly<Record<string, string>>;
}

/** A prompt of a node, and where it stands in it. */
export interface Spoken {
  readonly prompt: Prompt;
  readonly path: Path;
}

/** The attribute that keeps the language of a call in flows that speak several. */
export const languageAttribute = 'language';

/**
 * Tells agents, bots and reports the language that a call goes on in, and takes a voice that reads it.
 * `path` is where the script says so.
 */
export function writeLanguageOf(
  w: Writing,
  key: BlockKey,
  language: Language,
  next: BlockKey,
  path: Path,
) {
  const voice = voiceOf(language);
  const speaks = voice === undefined ? next : `${key}/voice`;
  w.add({
    key,
    type: 'UpdateContactData',
    parameters: { LanguageCode: language },
    next: speaks,
    errors: [['NoMatchingError', speaks]],
  });
  if (voice === undefined) {
    const message = `Amazon Connect has no voice for "${language}": the voice before goes on reading.`;
    const help = 'Record the prompts in this language, and name their ARNs in a table (--names).';
    w.tell('not-exported', undefined, path, message, help);
    return;
  }
  const { name, engine } = voice;
  w.add({
    key: speaks,
    type: 'UpdateContactTextToSpeechVoice',
    parameters: {
      TextToSpeechVoice: name,
      ...(engine === undefined ? {} : { TextToSpeechEngine: engine }),
    },
    next,
    errors: [['NoMatchingError', next]],
  });
}

/** Amazon Connect wants something said; half a second of silence says nothing. */
export const silence: Message = {
  parameters: { SSML: '<speak><break time="500ms"/></speak>' },
};

const textOf = (message: Message): string | undefined => message.parameters['Text'];

/** What a caller of a language hears of a prompt. */
function messageOf(
  w: Writing,
  id: NodeId,
  spoken: Spoken,
  language: Language,
): Message | undefined {
  const { prompt, path } = spoken;
  const text = promptText(prompt, language, w.script.language);
  const recording = inLanguage(prompt.recording, language, w.script.language);
  const isNamed =
    recording !== undefined && nameFor(w.options.names, 'prompts', recording) !== undefined;
  if (recording !== undefined && (isNamed || text === undefined)) {
    const promptId = w.nameOf('prompts', recording, id, path);
    return { parameters: { PromptId: promptId }, shown: { PromptId: recording } };
  }
  if (recording !== undefined) {
    const message = `The recording "${recording}" has no ARN, so its text is spoken instead.`;
    const help = 'Give the ARN of the prompt under "prompts" in a table of names (--names).';
    w.tell('exported-otherwise', id, path, message, help);
  }
  if (prompt.unknown !== undefined && hasExpression(prompt.unknown)) {
    return { parameters: { Text: prompt.unknown } };
  }
  if (prompt.unknown !== undefined) {
    const message = `What callers hear here isn't known (${prompt.unknown}), so ${text === undefined ? 'nothing' : 'only the known words'} will be said.`;
    w.tell('not-exported', id, path, message, 'Write the prompt into the script.');
  }
  return text === undefined || text.trim() === ''
    ? undefined
    : { parameters: { Text: text.trim() } };
}

/** The messages of several prompts in a language; texts that follow each other are one. */
function messagesIn(
  w: Writing,
  id: NodeId,
  prompts: readonly Spoken[],
  language: Language,
): readonly Message[] {
  const messages: Message[] = [];
  for (const spoken of prompts) {
    const message = messageOf(w, id, spoken, language);
    if (message === undefined) continue;
    const last = messages.at(-1);
    const [before, text] = [last === undefined ? undefined : textOf(last), textOf(message)];
    if (before !== undefined && text !== undefined) {
      messages[messages.length - 1] = { parameters: { Text: `${before} ${text}` } };
    } else messages.push(message);
  }
  return messages;
}

/** The messages by language, one set for all where they don't differ. */
function variantsOf(
  w: Writing,
  id: NodeId,
  prompts: readonly Spoken[],
): readonly (readonly [language: Language, messages: readonly Message[]])[] {
  const isOne = prompts.every(
    ({ prompt: { text, recording } }) => typeof text !== 'object' && typeof recording !== 'object',
  );
  const languages = isOne ? w.languages.slice(0, 1) : w.languages;
  return languages.map((language) => [language, messagesIn(w, id, prompts, language)] as const);
}

/**
 * Writes blocks that say prompts, and in the end what `last` makes of the last message: a flow that
 * speaks several languages first asks which one the call is in. The blocks begin at `key`.
 */
export function speak(
  w: Writing,
  id: NodeId,
  key: BlockKey,
  prompts: readonly Spoken[],
  last: (key: BlockKey, message: Message | undefined) => void,
  errorTo: BlockKey,
): void {
  const variants = variantsOf(w, id, prompts);
  const say = (from: BlockKey, messages: readonly Message[]) => {
    messages.forEach((message, index) => {
      const here = index === 0 ? from : `${from}/${index + 1}`;
      if (index === messages.length - 1) {
        last(here, message);
        return;
      }
      w.add({
        key: here,
        type: 'MessageParticipant',
        ...message,
        next: `${from}/${index + 2}`,
        errors: [['NoMatchingError', errorTo]],
      });
    });
    if (messages.length === 0) last(from, undefined);
  };
  const [first, ...others] = variants;
  if (first === undefined || others.length === 0) {
    say(key, first?.[1] ?? []);
    return;
  }
  w.add({
    key,
    type: 'Compare',
    parameters: { ComparisonValue: attributePath(languageAttribute) },
    conditions: others.map(([language]) => equals(language, `${key}/${language}`)),
    errors: [['NoMatchingCondition', `${key}/${first[0]}`]],
  });
  for (const [language, messages] of variants) say(`${key}/${language}`, messages);
}

/** Writes blocks that only say something and go on. */
export function announce(
  w: Writing,
  id: NodeId,
  key: BlockKey,
  prompts: readonly Spoken[],
  next: BlockKey,
  errorTo: BlockKey,
): void {
  const last = (here: BlockKey, message: Message | undefined) => {
    w.add({
      key: here,
      type: 'MessageParticipant',
      ...(message ?? silence),
      next,
      errors: [['NoMatchingError', errorTo]],
    });
  };
  speak(w, id, key, prompts, last, errorTo);
}

/** The same where there may be nothing to say: gives the block to go to. */
export function announceFirst(
  w: Writing,
  id: NodeId,
  key: BlockKey,
  prompt: Prompt | undefined,
  path: Path,
  next: BlockKey,
): BlockKey {
  if (prompt === undefined) return next;
  announce(w, id, key, [{ prompt, path }], next, cutOffOf(w, id));
  return key;
}

const cutOffOf = (w: Writing, id: NodeId): BlockKey => w.to(w.script.nodes[id]?.error);
