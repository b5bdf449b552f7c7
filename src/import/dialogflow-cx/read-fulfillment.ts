import type { Place } from '../../source/source.ts';
import type { Unknown } from '../../script/values.ts';
import type { Said } from '../said.ts';
import { stripSsml } from '../strip-ssml.ts';
import { below, fieldsOf, itemsOf, textBelow } from '../tree-values.ts';
import { partBelow, partsBelow, placeOf, type Part } from './part.ts';

/** What is done, one after the other, before the call goes on. */
export type Step = { readonly at: Place } & (
  | { readonly does: 'say'; readonly say: Said }
  | {
      readonly does: 'task';
      readonly task: string;
      readonly set: Readonly<Record<string, string>> | undefined;
      readonly isWebhook: boolean;
    }
  | { readonly does: 'queue' | 'hangup' }
  | { readonly does: 'transfer'; readonly number: string | Unknown }
);

export type Tell = (message: string, at: Place) => void;

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const reference = /\$(?:session|page|flow|intent|request|sys)\.[\w.-]*/g;

/** Messages that have nothing for a caller's ear. */
const unheard = ['payload', 'conversationSuccess', 'knowledgeInfoCard', 'toolCall', 'mixedAudio'];

/** The words of a message: one of its texts, as speech where both are written. */
function wordsOf({ tree }: Part): string | undefined {
  const audio =
    textBelow(tree, 'outputAudioText', 'ssml') ?? textBelow(tree, 'outputAudioText', 'text');
  if (audio !== undefined) return audio;
  const [first] = itemsOf(below(tree, 'text', 'text'));
  return first?.kind === 'scalar' && first.value !== null ? String(first.value) : undefined;
}

const spoken = (words: string): string => (words.includes('<') ? stripSsml(words) : words.trim());

/** The words of several languages as one prompt; values that only a call knows are unknown. */
function saidFrom(words: ReadonlyMap<string, readonly string[]>): Said | undefined {
  const texts = [...words]
    .map(
      ([language, all]) =>
        [
          language,
          all
            .map(spoken)
            .filter((one) => one !== '')
            .join(' '),
        ] as const,
    )
    .filter(([, text]) => text !== '');
  const [first] = texts;
  if (first === undefined) return undefined;
  const isKnown = texts.every(([, text]) => text.search(reference) < 0);
  const known = texts.map(
    ([language, text]) =>
      [language, text.replace(reference, ' ').replace(/\s+/g, ' ').trim()] as const,
  );
  const isTagged = texts.length > 1 && texts.every(([language]) => languageTag.test(language));
  const byLanguage = isTagged ? Object.fromEntries(known) : undefined;
  const only = known[0]?.[1] ?? '';
  if (isKnown) return byLanguage === undefined ? { text: only } : { text: byLanguage };
  const unknown = first[1];
  if (byLanguage !== undefined) return { unknown, text: byLanguage };
  return only === '' ? { unknown } : { unknown, text: only };
}

/** What is said until something else than words comes; speech counts before text. */
function sayStep(messages: readonly Part[], tell: Tell): Step | undefined {
  const [first] = messages;
  if (first === undefined) return undefined;
  const isSpeech = ({ tree }: Part) => below(tree, 'outputAudioText') !== undefined;
  const languageOf = ({ tree }: Part) => textBelow(tree, 'languageCode') ?? '';
  const speaking = new Set(messages.filter(isSpeech).map(languageOf));
  const words = new Map<string, string[]>();
  for (const message of messages) {
    const language = languageOf(message);
    const text = wordsOf(message);
    if (text === undefined || (speaking.has(language) && !isSpeech(message))) continue;
    words.set(language, [...(words.get(language) ?? []), text]);
    const choices = itemsOf(below(message.tree, 'text', 'text')).length;
    if (!isSpeech(message) && choices > 1)
      tell(
        `One of ${choices} texts is said by chance; the script has the first.`,
        placeOf(message),
      );
  }
  const say = saidFrom(words);
  return say === undefined ? undefined : { does: 'say', say, at: placeOf(first) };
}

/** What a fulfillment sets that is known; what is computed is told. */
function readSet(fulfillment: Part, tell: Tell): Readonly<Record<string, string>> | undefined {
  const set = new Map<string, string>();
  for (const action of partsBelow(fulfillment, 'setParameterActions')) {
    const name = textBelow(action.tree, 'parameter');
    const value = below(action.tree, 'value');
    const isKnown = value?.kind === 'scalar' && !String(value.value).includes('$');
    if (name === undefined || name === '__proto__' || value?.kind !== 'scalar' || !isKnown)
      tell(`What "${name ?? ''}" is set to isn't known before the call.`, placeOf(action));
    else set.set(name, value.value === null ? '' : String(value.value));
  }
  return set.size === 0 ? undefined : Object.fromEntries(set);
}

function handOff(message: Part): Step | undefined {
  const at = placeOf(message);
  if (below(message.tree, 'liveAgentHandoff') !== undefined) return { does: 'queue', at };
  if (below(message.tree, 'endInteraction') !== undefined) return { does: 'hangup', at };
  const transfer = partBelow(message, 'telephonyTransferCall');
  if (transfer === undefined) return undefined;
  const number = textBelow(transfer.tree, 'phoneNumber');
  const other = textBelow(transfer.tree, 'sipUri') ?? number ?? 'no number is written';
  const isPlain = number !== undefined && !number.includes('$');
  return { does: 'transfer', number: isPlain ? number : { unknown: other }, at };
}

/** What a fulfillment does, in the order in which Dialogflow does it: words, the webhook, a hand-over. */
export function readFulfillment(fulfillment: Part | undefined, tell: Tell): readonly Step[] {
  if (fulfillment === undefined) return [];
  const steps: Step[] = [];
  let end: Step | undefined;
  let words: Part[] = [];
  const flush = () => {
    const said = sayStep(words, tell);
    if (said !== undefined) steps.push(said);
    words = [];
  };
  for (const message of partsBelow(fulfillment, 'messages')) {
    const audio = textBelow(message.tree, 'playAudio', 'audioUri');
    const over = handOff(message);
    if (over !== undefined && end !== undefined)
      tell('The call has been handed over before this.', over.at);
    end ??= over;
    if (audio !== undefined) {
      flush();
      const say = audio.includes('$') ? { unknown: audio } : { recording: audio };
      steps.push({ does: 'say', say, at: placeOf(message) });
    } else if (over === undefined) {
      const other = fieldsOf(message.tree).find(({ name }) => unheard.includes(name));
      if (other !== undefined) tell(`Callers hear nothing of "${other.name}".`, placeOf(message));
      words.push(message);
    }
  }
  flush();
  for (const cases of partsBelow(fulfillment, 'conditionalCases').slice(0, 1)) {
    const at = placeOf(cases);
    tell('What is said or done here depends on conditions; the script has it as unknown.', at);
    steps.push({ does: 'say', say: { unknown: 'words that depend on conditions' }, at });
  }
  const webhook = textBelow(fulfillment.tree, 'webhook');
  const set = readSet(fulfillment, tell);
  const at = placeOf(
    partBelow(fulfillment, webhook === undefined ? 'setParameterActions' : 'webhook') ??
      fulfillment,
  );
  const task = [
    webhook ?? 'set parameters',
    webhook === undefined ? undefined : textBelow(fulfillment.tree, 'tag'),
  ];
  if (webhook !== undefined || set !== undefined)
    steps.push({
      does: 'task',
      task: task.filter((one) => one !== undefined).join(' '),
      set,
      isWebhook: webhook !== undefined,
      at,
    });
  return end === undefined ? steps : [...steps, end];
}
