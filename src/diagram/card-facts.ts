import type { Directory } from '../routing/directory.ts';
import { promptSeconds } from '../prompt/reading-time.ts';
import { promptText } from '../prompt/prompt-text.ts';
import { withoutMarkup } from '../prompt/without-markup.ts';
import type { BranchOn, NodeOfKind, ScriptNode } from '../script/script.ts';
import {
  formatDuration,
  isUnknown,
  type Language,
  type Prompt,
  type Unknown,
} from '../script/values.ts';
import { queueNamed, visible } from './card-title.ts';
import { formatSeconds } from './numbers.ts';
import type { Step } from './read-steps.ts';
import type { Words } from './words.ts';

/** What the facts of a card are told from. */
export interface FactSources {
  readonly words: Words;
  readonly directory: Directory | undefined;
  /** The language that prompts are quoted and timed in, and the one of the script. */
  readonly language: Language;
  readonly scriptLanguage: Language;
}

const nameOf = (value: string | Unknown): string => (isUnknown(value) ? value.unknown : value);

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** `34 s`; at least that much where a part's length isn't known; nothing where none is. */
function timeOf(prompts: readonly (Prompt | undefined)[], from: FactSources): string | undefined {
  const said = prompts.filter((prompt) => prompt !== undefined);
  const times = said.map((prompt) => promptSeconds(prompt, from.language, from.scriptLanguage));
  const known = times.filter(({ basis }) => basis !== 'unknown');
  const seconds = known.reduce((sum, time) => sum + time.seconds, 0);
  if (seconds === 0) return undefined;
  return `${known.length < times.length ? '≥ ' : ''}${formatSeconds(seconds)}`;
}

function excerpt(prompt: Prompt | undefined, from: FactSources): string | undefined {
  const text = promptText(prompt, from.language, from.scriptLanguage);
  const spoken = text === undefined ? undefined : visible(withoutMarkup(text.slice(0, 2000)).text);
  return spoken === undefined ? undefined : `“${spoken}”`;
}

function calendarFacts(name: string | Unknown, { words, directory }: FactSources): string {
  const calendar = isUnknown(name)
    ? undefined
    : Object.entries(directory?.calendars ?? {}).find(([id]) => id === name)?.[1];
  return calendar?.hours ?? words.by.calendar(nameOf(name));
}

function branchFacts(on: BranchOn, from: FactSources): string {
  const { by } = from.words;
  if (typeof on === 'string') return by[on]('');
  if ('calendar' in on) return calendarFacts(on.calendar, from);
  if ('attribute' in on) return by.attribute(on.attribute);
  if ('emergency' in on) return by.emergency(on.emergency);
  if ('queue-status' in on) return by.queueStatus(nameOf(on['queue-status']));
  if ('loop' in on) return by.loop(isUnknown(on.loop) ? '?' : String(on.loop));
  return by.result(on.result);
}

function queueFacts(node: NodeOfKind<'queue'>, from: FactSources): string {
  const queue = queueNamed(from.directory, node.queue);
  const hours = queue?.calendar === undefined ? undefined : calendarFacts(queue.calendar, from);
  const offer = node.announce?.offer;
  const languages = (queue?.languages?.length ?? 0) > 1 ? queue?.languages?.join(', ') : undefined;
  const own = join([hours, languages, offer === undefined ? undefined : from.words.offers[offer]]);
  return own === '' && isUnknown(node.queue) ? node.queue.unknown : own;
}

function nodeFacts(node: ScriptNode, from: FactSources): string {
  const { words } = from;
  switch (node.kind) {
    case 'announcement':
      return join([timeOf([node.say], from), excerpt(node.say, from)]);
    case 'menu': {
      const prompts = [node.say, ...node.options.map((option) => option.say)];
      return join([words.options(node.options.length), timeOf(prompts, from)]);
    }
    case 'collect':
      return join([
        words.digits(node.digits?.min, node.digits?.max),
        node.digits?.end === undefined ? undefined : words.endsWith(node.digits.end),
        timeOf([node.say], from),
      ]);
    case 'branch':
      return branchFacts(node.on, from);
    case 'task':
      return join([node.selfService === true ? words.selfService : undefined, nameOf(node.task)]);
    case 'queue':
      return queueFacts(node, from);
    case 'transfer':
      return nameOf(node.number);
    case 'voicemail':
      return node.maxLength === undefined ? '' : words.recordsUpTo(formatDuration(node.maxLength));
    case 'callback': {
      const title = queueNamed(from.directory, node.queue)?.title;
      return title ?? (node.queue === undefined ? '' : nameOf(node.queue));
    }
    case 'subflow':
      return nameOf(node.script);
    case 'hangup':
      return excerpt(node.say, from) ?? '';
    case 'opaque':
      return `${node.vendor}: ${node.type}`;
  }
}

function startFacts(step: Step, words: Words): string {
  const numbers = step.entries.flatMap(({ number }) => (number === undefined ? [] : [number]));
  return numbers.length > 1 ? words.numbers(numbers.length) : (numbers[0] ?? '');
}

/** The line under a card's title: what the step is made of, how long it talks, where it leads. */
export function factsOf(step: Step, from: FactSources): string {
  const facts =
    step.node === undefined ? startFacts(step, from.words) : nodeFacts(step.node.node, from);
  return visible(facts) ?? '';
}
