import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import { promptSeconds, type PromptTime } from '../prompt/reading-time.ts';
import type { CallState } from './call-state.ts';
import { retryPolicy } from '../flow/retry-policy.ts';

/**
 * Silence before a prompt that asks (Avaya's guide) and after each option of a longer menu that is
 * spoken from text (ACIxD wiki); the length of a recording already holds its pauses.
 */
const entryPause = 0.5;
const optionPause = 0.5;
const optionsWithoutPause = 3;
/** Seconds of a prompt whose length nobody knows; a menu's opening words are shorter. Judgement. */
const unknownPrompt = 3;
const unknownHeader = 1;

/** One prompt of what is heard, in seconds from the moment the node begins to speak. */
export interface HeardPart {
  readonly role: 'retry' | 'header' | 'option';
  readonly prompt: Prompt;
  /** The position of the option that says it. */
  readonly option?: number;
  readonly from: number;
  readonly to: number;
  /** What the time was reckoned from; `unknown` is a guess. */
  readonly basis: PromptTime['basis'];
}

/** What a caller hears at a node if nobody interrupts. */
export interface Hearing {
  readonly parts: readonly HeardPart[];
  /** Seconds until the node has said everything. */
  readonly seconds: number;
  /** Whether a caller can act before that. */
  readonly bargeIn: boolean;
}

type Visit = Pick<CallState, 'language' | 'retry'>;

function headerOf(node: ScriptNode): Prompt | undefined {
  return 'say' in node ? node.say : undefined;
}

function listen(flow: CallFlow, node: ScriptNode, { language, retry }: Visit): Hearing {
  const { script } = flow;
  const asks = node.kind === 'menu' || node.kind === 'collect';
  const parts: HeardPart[] = [];
  let clock = asks ? entryPause : 0;
  const say = (role: HeardPart['role'], prompt: Prompt | undefined, option?: number) => {
    if (prompt === undefined) return;
    const { seconds: known, basis } = promptSeconds(prompt, language, script.language);
    const guess = node.kind === 'menu' && role === 'header' ? unknownHeader : unknownPrompt;
    const seconds = basis === 'unknown' ? guess : known;
    const own = option === undefined ? {} : { option };
    parts.push({ role, prompt, from: clock, to: clock + seconds, basis, ...own });
    clock += seconds;
  };
  if (asks && retry !== undefined) say('retry', retryPolicy(script, node, retry).say);
  say('header', headerOf(node));
  if (node.kind === 'menu') {
    const spoken = node.options.filter((option) => option.say !== undefined).length;
    node.options.forEach((option, index) => {
      if (option.say === undefined) return;
      say('option', option.say, index);
      const isRecording = parts.at(-1)?.basis === 'recording';
      if (spoken > optionsWithoutPause && !isRecording) clock += optionPause;
    });
  }
  const own = 'bargeIn' in node ? node.bargeIn : undefined;
  return { parts, seconds: clock, bargeIn: own ?? script.defaults?.bargeIn ?? true };
}

const heard = new WeakMap<CallFlow, Map<string, Hearing>>();

/** What a caller hears at a node in their language, the first time or when it is repeated. */
export function hearingOf(flow: CallFlow, id: NodeId, visit: Visit): Hearing {
  const known = heard.get(flow) ?? new Map<string, Hearing>();
  heard.set(flow, known);
  const key = `${id} ${visit.language} ${visit.retry ?? ''}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const hearing = flow.graph.hasNode(id)
    ? listen(flow, flow.graph.node(id).node, visit)
    : { parts: [], seconds: 0, bargeIn: true };
  known.set(key, hearing);
  return hearing;
}

/**
 * When a caller can know an option: its own prompt is over. Options that say nothing of their own
 * are taken to be named in the header, evenly and in order.
 */
export function heardBy(hearing: Hearing, option: number, options: number): number {
  const own = hearing.parts.find((part) => part.option === option);
  if (own !== undefined) return own.to;
  const header = hearing.parts.find((part) => part.role === 'header');
  if (header === undefined) return hearing.seconds;
  return header.from + ((header.to - header.from) * (option + 1)) / Math.max(options, 1);
}
